// Bringing a database up to date where there is no room for it.
import { expect, test } from 'vitest'
import { migrate, SCHEMA_VERSION } from '#main/db/migrate.ts'
import { openConnection } from '#main/db/raw-connection.ts'

test('a disk that is full in the middle of an update leaves the file as it was, and with room it goes through', async () => {
  const raw = openConnection({ file: ':memory:', key: null, cacheMb: 1 })
  const state = (): unknown => [
    raw.pragma('user_version', { simple: true }),
    raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get(),
  ]
  let fulls = 0
  for (let pages = 1; raw.pragma('user_version', { simple: true }) === 0; pages += 7) {
    raw.pragma(`max_page_count = ${pages}`)
    const error: unknown = await migrate(raw).catch((caught: unknown) => caught)
    if (error === undefined) break
    expect(error).toMatchObject({ code: 'SQLITE_FULL' })
    expect(state()).toEqual([0, 0])
    fulls += 1
  }
  expect(fulls).toBeGreaterThan(10)
  expect(state()).toEqual([SCHEMA_VERSION, expect.any(Number)])
  raw.close()
})
