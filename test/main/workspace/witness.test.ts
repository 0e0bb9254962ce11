// What a machine remembers of a workspace beside its folder.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { machineOf, type MachinePlaces } from '#main/engine/machine-place.ts'
import { keepWitness, type WitnessKeeper } from '#main/workspace/witness.ts'

let base = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'kith-w-'))
  mkdirSync(join(base, 'office'))
})
afterEach(() => rmSync(base, { recursive: true }))

const end = (seq: number, originHex = 'aa') => ({ originHex, seq, chain: `c${seq}` })
const keeper = (id = 'this', folder = 'office'): WitnessKeeper =>
  keepWitness({ id, folder: join(base, 'machine') }, { workspaceId: 'w', folder: join(base, folder) })
const onDisk = (): unknown => {
  const [name] = readdirSync(join(base, 'machine'))
  return JSON.parse(readFileSync(join(base, 'machine', name ?? ''), 'utf8'))
}

test('what was noted is there at the next start, and tells nothing of the machine', async () => {
  expect(keeper().last()).toBeNull()
  await keeper().note(end(7))
  expect(keeper().last()).toMatchObject(end(7))
  expect(JSON.stringify(onDisk())).not.toContain('this')
})

test('the number never goes back under one origin, in whatever order it was asked', async () => {
  const one = keeper()
  await Promise.all([one.note(end(9)), one.note(end(3)), one.note(end(12)), one.note(end(11))])
  expect(onDisk()).toMatchObject(end(12))
  await one.note(end(2, 'bb'))
  expect(onDisk()).toMatchObject(end(2, 'bb'))
})

test('a copy of the folder, and the same folder on another machine, are not known', async () => {
  await keeper().note(end(7))
  mkdirSync(join(base, 'copy'))
  expect(keeper('this', 'copy').last()).toBeNull()
  expect(keeper('another').last()).toBeNull()
})

test('whoever sends waits in vain where nothing can be noted, and may try again', async () => {
  writeFileSync(join(base, 'machine'), 'in the way')
  const one = keeper()
  await expect(one.note(end(7))).rejects.toThrow(/EEXIST|ENOTDIR/u)
  rmSync(join(base, 'machine'))
  await one.note(end(7))
  expect(onDisk()).toMatchObject(end(7))
})

test('each system has its place for notes, which no backup of a workspace holds, and its own name for the machine', () => {
  const places = (platform: NodeJS.Platform, says: string): MachinePlaces => ({
    ...{ platform, home: join('/', 'home', 'lin'), variables: {}, ask: () => says, read: () => says },
  })
  expect(machineOf(places('linux', 'abc\n'))).toEqual({ id: 'abc', folder: '/home/lin/.local/state/kith' })
  expect(machineOf(places('darwin', '  "IOPlatformUUID" = "1F-2E"'))).toMatchObject({ id: '1F-2E' })
  expect(machineOf(places('win32', '    MachineGuid    REG_SZ    4c4c-11\r\n'))).toMatchObject({ id: '4c4c-11' })
  const silent: MachinePlaces = {
    ...places('linux', ''),
    read: () => {
      throw new Error('ENOENT')
    },
  }
  expect(machineOf(silent).id).not.toBe('')
})
