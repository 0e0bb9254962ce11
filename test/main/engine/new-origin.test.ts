// Whether a workspace is still the one that was open on this machine last: a file that is not goes on under a new origin.
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openReader } from '#main/db/open-workspace.ts'
import { databaseOf } from '#main/workspace/workspace-folder.ts'
import { dataKeyOf, PASSWORD, type TestEngine, type TestPlace, testPlace } from './test-engine.ts'

let place: TestPlace
beforeEach(() => {
  place = testPlace()
})
afterEach(() => place.remove())

const unlock = async (one: TestEngine): Promise<string | null> => {
  const status = (await one.get('workspace.unlock', { userName: null, password: PASSWORD })) as { notice: string | null }
  return status.notice
}
const add = (one: TestEngine, name: string) => one.get('companies.create', { name })
const ticket = async (one: TestEngine): Promise<string> =>
  ((await one.get('tickets.create', { subject: 'Broken' })) as { number: string }).number

/** The origins a file knows, oldest first, and which of them is its own; read past the engine, which must be shut. */
const originsOf = async (folder = place.folder): Promise<{ all: string[]; own: string }> => {
  const reader = openReader({ file: databaseOf(folder), key: await dataKeyOf(folder) })
  const all = [...reader.outgoing.origins().keys()]
  const own = reader.outgoing.ownOrigin()
  reader.close()
  return { all, own }
}

const workAndLock = async (one: TestEngine, name: string): Promise<void> => {
  await add(one, name)
  await one.get('workspace.lock')
}

test('a workspace that stays where it is keeps its origin, and so does one that was renamed', { timeout: 60_000 }, async () => {
  const one = await place.engine()
  await one.create()
  await workAndLock(one, 'First')
  const before = await originsOf()
  expect(await unlock(one)).toBeNull()
  await workAndLock(one, 'Second')
  const renamed = join(place.base, 'renamed')
  renameSync(place.folder, renamed)
  const other = await place.engine({ folder: renamed })
  await unlock(other)
  await workAndLock(other, 'Third')
  expect(await originsOf(renamed)).toEqual(before)
})

test('a copy beside the first one gets an origin of its own, and the first one keeps its', { timeout: 60_000 }, async () => {
  const one = await place.engine()
  await one.create()
  await workAndLock(one, 'Before')
  const before = await originsOf()
  const folder = join(place.base, 'copy')
  cpSync(place.folder, folder, { recursive: true })
  const copy = await place.engine({ folder })
  await unlock(copy)
  await unlock(one)
  await workAndLock(copy, 'In the copy')
  await workAndLock(one, 'In the first')
  expect(await originsOf()).toEqual(before)
  const { all, own } = await originsOf(folder)
  expect(all).toEqual([before.own, own])
  expect(own).not.toBe(before.own)
})

test('a folder that another machine opens gets a new origin, once', { timeout: 60_000 }, async () => {
  const one = await place.engine()
  await one.create()
  await workAndLock(one, 'Here')
  const elsewhere = await place.engine({ machine: { id: 'another-machine', folder: join(place.base, 'machine') } })
  await unlock(elsewhere)
  await workAndLock(elsewhere, 'There')
  const there = await originsOf()
  expect(there.all).toHaveLength(2)
  await unlock(elsewhere)
  await workAndLock(elsewhere, 'There again')
  expect(await originsOf()).toEqual(there)
})

test(
  'a database brought back from a backup gets a new origin, and what the old one wrote is undone as ever',
  {
    timeout: 60_000,
  },
  async () => {
    const one = await place.engine()
    await one.create()
    const reply = await one.ask('companies.create', { name: 'Kept' })
    const operation = reply.ok ? reply.operation : null
    await one.get('workspace.lock')
    const backup = join(place.base, 'backup.db')
    cpSync(databaseOf(place.folder), backup)
    const before = await originsOf()
    await unlock(one)
    await workAndLock(one, 'Lost')

    cpSync(backup, databaseOf(place.folder))
    await unlock(one)
    await add(one, 'After')
    await one.get('history.undo', { operation })
    expect(await one.get('companies.pick', { text: '' })).toMatchObject([{ name: 'After' }])
    const { operations } = (await one.get('history.operations', {})) as { operations: { id: string; procedure: string }[] }
    expect(operations.map(({ procedure }) => procedure)).toEqual([
      ...['history.undo', 'companies.create', 'companies.create', 'workspace.create'],
    ])
    await one.get('workspace.lock')
    const { all, own } = await originsOf()
    expect(all).toEqual([before.own, own])
    expect(operations.map(({ id }) => id.startsWith(own))).toEqual([true, true, false, false])
  },
)

test('a note that is gone or cannot be read costs a new origin and nothing else', { timeout: 60_000 }, async () => {
  const one = await place.engine()
  await one.create()
  await workAndLock(one, 'Here')
  rmSync(join(place.base, 'machine'), { recursive: true })
  expect(await unlock(one)).toBeNull()
  await workAndLock(one, 'Again')
  const { all } = await originsOf()
  expect(all).toHaveLength(2)
  rmSync(join(place.base, 'machine'), { recursive: true })
  writeFileSync(join(place.base, 'machine'), 'in the way')
  await unlock(one)
  expect(await one.get('companies.pick', { text: '' })).toHaveLength(2)
  expect(place.bugs).toHaveLength(1)
  await one.get('workspace.lock')
  rmSync(join(place.base, 'machine'))
  mkdirSync(join(place.base, 'machine'))
})

test('a copy of an office does not go on with the numbers of the first one', { timeout: 60_000 }, async () => {
  const network = { networkPlace: { host: '127.0.0.1', port: 0, isSilent: true } }
  const one = await place.engine(network)
  await one.create()
  await one.get('network.switch', { isOn: true, name: 'Front desk' })
  expect(await ticket(one)).toBe('T-A-1001')
  await one.get('workspace.lock')
  const folder = join(place.base, 'copy')
  cpSync(place.folder, folder, { recursive: true })
  const copy = await place.engine({ ...network, folder })
  await unlock(copy)
  expect(await copy.get('history.copiedFrom')).toEqual({ until: expect.any(String) })
  await unlock(one)
  expect(await one.get('history.copiedFrom')).toBeNull()
  expect(await ticket(one)).toBe('T-A-1002')
  expect(await ticket(copy)).toMatch(/^T-[A-Z]{2}-1001$/u)
})
