// A database in memory with the write path alone, for tests of the db floor.
import { createDatabase, openWriter, type Writer } from '#main/db/open-workspace.ts'

export const testBirth = {
  workspaceId: '01900000-0000-7000-8000-000000000001',
  origin: new Uint8Array(16).fill(7),
  deviceName: 'test-machine',
  seriesLetter: 'A',
}

export const createTestDatabase = async (
  clock: { now: number } = { now: Date.parse('2026-03-02T09:00:00Z') },
): Promise<Writer> => {
  const raw = await createDatabase({ file: ':memory:', key: null }, testBirth)
  let counter = 0
  return openWriter(raw, {
    nowMs: () => clock.now,
    random: (bytes) => {
      for (let index = 0; index < bytes.length; index++) bytes[index] = (counter += 31) & 0xff
    },
  })
}
