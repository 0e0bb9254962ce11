// keys.json on a real disk: damaged, missing, half written, newer.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readKeys, repairKeys, writeKeys } from '#main/workspace/key-file.ts'
import { findUserSlot, makeKeys, openWithPassword, withPassword } from '#main/workspace/key-slots.ts'
import { testSources } from './key-material.ts'

const sources = testSources()
const person = { userId: sources.newId(), name: 'Lin', password: 'first password' }
const { file, dataKey } = await makeKeys(sources, person)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const path = (name: string): string => join(folder, name)
const snapshot = (): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path(name), 'utf8')]))

describe('the key file', () => {
  test('is written twice, readable by nobody else, and nothing half written stays', () => {
    writeKeys(folder, file)
    expect(readdirSync(folder).sort()).toEqual(['keys.json', 'keys.json.bak'])
    expect(readFileSync(path('keys.json'), 'utf8')).toBe(readFileSync(path('keys.json.bak'), 'utf8'))
    expect(readKeys(folder)).toEqual({ file, usedCopy: false, needsRepair: false })
  })

  test.each([
    ['cut off', () => truncateSync(path('keys.json'), 100)],
    ['empty', () => truncateSync(path('keys.json'), 0)],
    ['full of zeros', () => writeFileSync(path('keys.json'), Buffer.alloc(900))],
    ['of another shape', () => writeFileSync(path('keys.json'), '{"v":1,"slots":[]}')],
    ['missing', () => rmSync(path('keys.json'))],
  ])('that is %s is answered by its copy, and nothing is touched yet', (_, damage) => {
    writeKeys(folder, file)
    damage()
    const before = snapshot()
    expect(readKeys(folder)).toEqual({ file, usedCopy: true, needsRepair: true })
    expect(snapshot()).toEqual(before)
  })

  test('that could not be written the second time is not half changed', async () => {
    writeKeys(folder, file)
    const before = snapshot()
    mkdirSync(path('keys.json.bak.new'))
    const changed = await withPassword(sources, file, dataKey, { ...person, password: 'second password' })
    expect(() => writeKeys(folder, changed)).toThrow('EISDIR')
    expect(snapshot()).toEqual(before)
  })

  test('is repaired from its copy, and the damaged one is kept aside', () => {
    writeKeys(folder, file)
    truncateSync(path('keys.json'), 100)
    const found = readKeys(folder)
    if (!found) throw new Error('The copy was not found')
    repairKeys(folder, found)
    expect(readKeys(folder)).toEqual({ file, usedCopy: false, needsRepair: false })
    expect(existsSync(path('keys.json.damaged'))).toBe(true)
  })

  test('damaged together with its copy is refused', () => {
    writeKeys(folder, file)
    truncateSync(path('keys.json'), 100)
    truncateSync(path('keys.json.bak'), 100)
    const before = snapshot()
    expect(() => readKeys(folder)).toThrow(expect.objectContaining({ messageKey: 'workspace.keysDamaged' }))
    expect(snapshot()).toEqual(before)
  })

  test('of a newer version is refused, even when the copy is old', () => {
    writeKeys(folder, file)
    writeFileSync(path('keys.json'), JSON.stringify({ ...file, v: 3, slots: 'of a new kind' }))
    expect(() => readKeys(folder)).toThrow(expect.objectContaining({ messageKey: 'workspace.keysNewer' }))
  })

  test('does not let an old password back in through its copy', async () => {
    writeKeys(folder, file)
    writeKeys(folder, await withPassword(sources, file, dataKey, { ...person, password: 'second password' }))
    rmSync(path('keys.json'))
    const found = readKeys(folder)
    if (!found) throw new Error('The copy was not found')
    await expect(
      openWithPassword(sources.derive, found.file, findUserSlot(found.file, null), 'first password'),
    ).rejects.toMatchObject({
      messageKey: 'workspace.passwordWrong',
    })
  })

  test('changed just before a power cut knows that its copy is behind', async () => {
    writeKeys(folder, file)
    copyFileSync(path('keys.json.bak'), path('old'))
    writeKeys(folder, await withPassword(sources, file, dataKey, { ...person, password: 'second password' }))
    copyFileSync(path('old'), path('keys.json.bak'))
    expect(readKeys(folder)).toMatchObject({ usedCopy: false, needsRepair: true })
  })
})
