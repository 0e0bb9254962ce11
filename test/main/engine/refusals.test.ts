// What can be wrong with a workspace on a disk: each has its own sentence, and the refusal changes nothing.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { takeExclusiveLock } from '#main/db/exclusive-lock.ts'
import { openConnection } from '#main/db/raw-connection.ts'
import { parseLinuxMounts, type Surroundings } from '#main/workspace/surroundings.ts'
import { company, dataKeyOf, PASSWORD, type TestEngine, type TestPlace, testPlace } from './test-engine.ts'

// Every test starts threads that load the program from source.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let original: TestPlace
beforeAll(async () => {
  original = testPlace()
  const { create, get, engine } = await original.engine()
  await create()
  for (let count = 0; count < 40; count++) await get('companies.create', company(`Company ${count}`))
  await engine.close()
})
afterAll(() => original.remove())

let place: TestPlace
beforeEach(() => {
  place = testPlace()
  cpSync(original.folder, place.folder, { recursive: true })
})
afterEach(() => place.remove())

const path = (name: string): string => join(place.folder, name)
/** Every file with its content. The lock's file holds nothing. */
const contents = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(place.folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'engine.lock')
      .map(({ name }) => [
        name,
        createHash('sha256')
          .update(readFileSync(path(name)))
          .digest('hex'),
      ]),
  )
const unlock = (engine: TestEngine, password = PASSWORD) => engine.ask('workspace.unlock', { password })
const refused = (messageKey: string, params: object = {}): unknown => ({
  ok: false,
  error: expect.objectContaining({ messageKey, params: expect.objectContaining(params) }),
})

describe('nothing is changed by refusing', () => {
  test.each<[string, () => Promise<void> | void, string]>([
    [
      'keys.json and its copy missing',
      () => ['keys.json', 'keys.json.bak'].forEach((name) => rmSync(path(name))),
      'workspace.keysMissing',
    ],
    [
      'keys.json and its copy damaged',
      () => ['keys.json', 'keys.json.bak'].forEach((name) => truncateSync(path(name), 50)),
      'workspace.keysDamaged',
    ],
    ['keys of a newer version', () => writeFileSync(path('keys.json'), '{"v":9}'), 'workspace.keysNewer'],
    ['the database missing', () => rmSync(path('kith.db')), 'workspace.databaseMissing'],
    ['an empty database', () => truncateSync(path('kith.db'), 0), 'workspace.damaged'],
    ['a text file called kith.db', () => writeFileSync(path('kith.db'), 'Dear Mia, '.repeat(5000)), 'workspace.notDatabase'],
    [
      'an unencrypted database called kith.db',
      () =>
        openConnection({ file: join(place.base, 'plain.db'), key: null, cacheMb: 1, create: true })
          .exec('CREATE TABLE t (a)')
          .close() && copyFileSync(join(place.base, 'plain.db'), path('kith.db')),
      'workspace.notDatabase',
    ],
    ['a damaged database', () => scratch(path('kith.db')), 'workspace.damaged'],
    ['a database of a newer version', () => inDatabase((db) => void db.pragma('user_version = 999')), 'workspace.newerVersion'],
  ])('%s', async (_, arrange, messageKey) => {
    await arrange()
    const before = contents()
    const engine = await place.engine()
    expect(await unlock(engine)).toEqual(refused(messageKey))
    await engine.engine.close()
    expect(contents()).toEqual(before)
  })

  test('a wrong password', async () => {
    const before = contents()
    expect(await unlock(await place.engine(), 'not the password')).toEqual(refused('workspace.passwordWrong'))
    expect(contents()).toEqual(before)
  })

  test('the database of another workspace', async () => {
    const other = testPlace()
    const { create, engine } = await other.engine()
    await create()
    await engine.close()
    copyFileSync(join(other.folder, 'kith.db'), path('kith.db'))
    await other.remove()
    const before = contents()
    expect(await unlock(await place.engine())).toEqual(refused('workspace.notDatabase'))
    expect(contents()).toEqual(before)
  })

  test('a folder on a network drive or in a synced folder', async () => {
    const surroundings: Surroundings = {
      platform: 'linux',
      variables: {},
      mounts: () => parseLinuxMounts(`/dev/sda1 / ext4 rw 0 0\nnas:/x ${place.base} nfs4 rw 0 0\n`),
    }
    expect(await unlock(await place.engine({ surroundings }))).toEqual(refused('workspace.onNetwork', { kind: 'NFS' }))
    mkdirSync(join(place.base, 'Dropbox'))
    const folder = join(place.base, 'Dropbox', 'office')
    cpSync(place.folder, folder, { recursive: true })
    const engine = await place.engine({ folder })
    expect(await unlock(engine)).toEqual(refused('workspace.inCloud', { service: 'Dropbox' }))
    expect(await engine.ask('workspace.status')).toEqual(refused('workspace.inCloud'))
  })

  test('a folder that is gone, and one that never held anything', async () => {
    expect(await unlock(await place.engine({ folder: join(place.base, 'gone') }))).toEqual(refused('workspace.folderMissing'))
    mkdirSync(join(place.base, 'empty'))
    expect(await unlock(await place.engine({ folder: join(place.base, 'empty') }))).toEqual(refused('workspace.none'))
    expect(await unlock(await place.engine({ folder: null }))).toEqual(refused('workspace.folderNeeded'))
  })
})

describe('one engine at a time', () => {
  test('a second one is refused and disturbs nobody', async () => {
    const first = await place.engine()
    expect(await unlock(first)).toMatchObject({ ok: true })
    const second = await place.engine()
    expect(await unlock(second)).toEqual(refused('workspace.inUse'))
    await second.engine.close()
    expect(await first.ask('companies.create', company('Still at work'))).toMatchObject({ ok: true })
    await first.engine.close()
    expect(await unlock(await place.engine())).toMatchObject({ ok: true })
  })

  test('a program of another user that holds the lock is an engine too', async () => {
    const release = takeExclusiveLock(path('engine.lock'))
    expect(await unlock(await place.engine())).toEqual(refused('workspace.inUse'))
    release?.()
    expect(await unlock(await place.engine())).toMatchObject({ ok: true })
  })
})

test('a damaged keys.json is answered by its copy, mended, and told once it is open', async () => {
  truncateSync(path('keys.json'), 50)
  const engine = await place.engine()
  expect(await unlock(engine, 'not the password')).toEqual(refused('workspace.passwordWrong'))
  expect(statSync(path('keys.json')).size).toBe(50)
  expect(await unlock(engine)).toMatchObject({ ok: true, data: { notice: 'workspace.keysCopyUsed' } })
  expect(readFileSync(path('keys.json'), 'utf8')).toBe(readFileSync(path('keys.json.bak'), 'utf8'))
})

describe('choosing another folder', () => {
  test('looks at it, and stays where it was when that is refused', async () => {
    const engine = await place.engine({ folder: join(place.base, 'nothing yet') })
    expect(await engine.ask('workspace.choose', { folder: place.folder })).toMatchObject({
      ok: true,
      data: { state: 'locked', folder: place.folder },
    })
    expect(await engine.ask('workspace.choose', { folder: 'not/absolute' })).toEqual(refused('workspace.folderStrange'))
    expect(await unlock(engine)).toMatchObject({ ok: true })
    expect(await engine.ask('workspace.choose', { folder: place.base })).toEqual(refused('workspace.alreadyOpen'))
  })
})

const scratch = (file: string): void => {
  const handle = openSync(file, 'r+')
  const noise = Buffer.alloc(4096, 0x5a)
  for (let page = 1; page * 4096 < statSync(file).size; page++) writeSync(handle, noise, 0, 4096, page * 4096)
  closeSync(handle)
}
const inDatabase = async (change: (db: ReturnType<typeof openConnection>) => void): Promise<void> => {
  const db = openConnection({ file: path('kith.db'), key: await dataKeyOf(place.folder), cacheMb: 1 })
  change(db)
  db.close()
}

test('a workspace of the first cipher opens and is written to as before', async () => {
  const key = await dataKeyOf(place.folder)
  await inDatabase((db) => {
    db.pragma('journal_mode = DELETE')
    db.pragma("cipher = 'chacha20'")
    db.rekey(Buffer.from(`raw:${Buffer.from(key).toString('hex')}`))
  })
  const opensAs = (cipher: 'aegis' | 'chacha20'): unknown => {
    try {
      openConnection({ file: path('kith.db'), key, cipher, readonly: true, cacheMb: 1 }).close()
      return true
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error
    }
  }
  expect([opensAs('aegis'), opensAs('chacha20')]).toEqual(['SQLITE_NOTADB', true])
  for (const name of ['keys.json', 'keys.json.bak'])
    writeFileSync(path(name), readFileSync(path(name), 'utf8').replace('"cipher": "aegis"', '"cipher": "chacha20"'))

  const engine = await place.engine()
  expect(await unlock(engine)).toMatchObject({ ok: true })
  await engine.get('companies.create', company('One more'))
  await engine.engine.close()
  expect(opensAs('aegis')).toBe('SQLITE_NOTADB')
  const again = await place.engine()
  expect(await unlock(again)).toMatchObject({ ok: true })
  expect(await again.ask('companies.outline')).toMatchObject({ ok: true, data: { count: 41 } })
})

test('a mark of an unfinished making beside a workspace in use takes nothing away', async () => {
  writeFileSync(path('kith.unfinished'), '')
  const engine = await place.engine()
  expect(await engine.ask('workspace.create', { ...newOffice, password: PASSWORD })).toEqual(refused('workspace.exists'))
  expect(await unlock(engine)).toMatchObject({ ok: true })
  expect(await engine.ask('companies.outline')).toMatchObject({ ok: true, data: { count: 40 } })
})

const newOffice = { workspaceName: 'Other', userName: 'Eve', language: 'en', timeZone: 'Asia/Shanghai' }
