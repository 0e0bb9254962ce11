// Files through a whole engine: threads, tokens, keys that go at the lock, and what a crash leaves.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { company, PASSWORD, type TestPlace, testPlace } from './test-engine.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let place: TestPlace
beforeEach(() => {
  place = testPlace()
})
afterEach(() => place.remove())

const idIn = (data: unknown): string => {
  if (typeof data === 'object' && data !== null && 'id' in data) return String(data.id)
  throw new Error('There is no id in this answer')
}
const stored = (): string[] => {
  const folder = join(place.folder, 'attachments')
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
}
const given = (name: string, contents: string): string => {
  const path = join(place.base, name)
  writeFileSync(path, contents)
  return path
}

test('a file is kept sealed, read by the other thread, and read again after the lock', async () => {
  const { create, get, ask } = await place.engine()
  await create()
  const recordId = idIn(await get('companies.create', company('Contoso')))
  const input = { recordType: 'company', recordId, files: [given('a.txt', 'top secret words'), given('b.txt', 'others')] }
  const added = (await get('attachments.add', input)) as { files: { attachment: { id: string } }[] } // the contract's output
  const id = added.files[0]?.attachment.id ?? ''
  for (const path of stored()) expect(readFileSync(path).includes('top secret words')).toBe(false)

  await get('workspace.lock')
  expect(await ask('attachments.read', { id, offset: 0, length: 100 })).toMatchObject({ error: { code: 'locked' } })
  await get('workspace.unlock', { userName: null, password: PASSWORD })
  const { bytes } = (await get('attachments.read', { id, offset: 0, length: 100 })) as { bytes: Uint8Array } // the contract's output
  expect(Buffer.from(bytes).toString()).toBe('top secret words')
  expect(place.bugs).toEqual([])
})

test('each file of a list must have been chosen in the window that names it', async () => {
  const { engine, create, get } = await place.engine()
  await create()
  const recordId = idIn(await get('companies.create', company('Contoso')))
  const mine = given('mine.txt', 'mine')
  const window = engine.openSession({ resolveFile: (token) => (token === 'token-1' ? mine : null) })
  const add = (files: readonly string[]) => window.call('attachments.add', { recordType: 'company', recordId, files })
  expect(await add(['token-1', '/etc/passwd'])).toMatchObject({ ok: false, error: { messageKey: 'files.unknown' } })
  expect(await add(['token-1'])).toMatchObject({ ok: true, data: { files: [{ outcome: 'added', name: 'mine.txt' }] } })
})

test('what a crash left half written is gone at the next start', async () => {
  const first = await place.engine()
  await first.create()
  await first.engine.close()
  const incoming = join(place.folder, 'attachments/incoming')
  mkdirSync(incoming, { recursive: true })
  writeFileSync(join(incoming, 'half'), 'half')

  const { get } = await place.engine()
  await get('workspace.unlock', { userName: null, password: PASSWORD })
  expect(existsSync(incoming)).toBe(false)
})
