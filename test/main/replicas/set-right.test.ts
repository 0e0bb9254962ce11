// A file that was damaged says again what its log says, and nothing of that is a change.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { BadChangeSet } from '#main/db/replicate/bad-change-set.ts'
import { differences } from '#main/db/replicate/differing-records.ts'
import { searchKindOf } from '#main/db/registry/search-kinds.ts'
import { replay } from '#main/db/replicate/replay.ts'
import { kindOf, noOf } from '#main/db/search/documents.ts'
import { makeScratch, openScratch } from '#main/db/scratch.ts'
import { type Machine, meet, newMachine, pull } from '../../support/replicas.ts'
import { toldAnew, untoldBy } from '../../support/told-anew.ts'

const NOTHING = { records: [], documents: [], isSightOff: false }

const sources = { nowMs: () => Date.now(), random: (bytes: Uint8Array) => void bytes.fill(0xee) }

let anna: Machine
let ben: Machine
beforeEach(async () => {
  ;[anna, ben] = await Promise.all([newMachine(0), newMachine(1)])
  write(anna, (tx) => {
    for (const id of ['c1', 'c2', 'c3', 'c4']) tx.insert('companies', { id, name: `Harbour ${id}`, city: 'Bonn' })
    tx.insert('contactPoints', {
      id: 'p1',
      recordType: 'company',
      recordId: 'c1',
      kind: 'phone',
      value: '0228 555123',
      position: 'a0',
    })
  })
  meet([anna, ben])
  write(anna, (tx) => tx.update('companies', 'c1', { name: 'Anna’s' }))
  write(ben, (tx) => tx.update('companies', 'c1', { name: 'Ben’s' }))
  write(anna, (tx) => tx.archive('companies', 'c2'))
  write(ben, (tx) => tx.update('companies', 'c2', { city: 'Bern' }))
  meet([anna, ben])
  write(ben, (tx) => tx.settle('companies', 'c1', 'name'))
  write(anna, (tx) => tx.archive('companies', 'c3'))
  meet([anna, ben])
})
afterEach(() => {
  for (const { writer } of [anna, ben]) writer.close()
})

const write = ({ writer, clock }: Machine, work: Parameters<typeof writer.write>[1]): void => {
  clock.now += 1000
  writer.write({ actor: 'somebody', procedure: 'test' }, work)
}

/** As somebody would who opens the file with other tools. */
const damage = ({ writer }: Machine, sql: string): void =>
  void writer.raw.exec(`UPDATE temp.writing SET open = 1; ${sql}; UPDATE temp.writing SET open = 0`)

const bytesOf = ({ writer }: Machine): Buffer => writer.raw.serialize()
/** Of companies. */
const documentsOf = ({ writer: { raw } }: Machine, words: string): number[] =>
  raw
    .prepare<[string], number>('SELECT rowid FROM search WHERE search MATCH ?')
    .pluck()
    .all(words)
    .filter((document) => kindOf(document) === searchKindOf('companies'))
const foundBy = (machine: Machine, words: string): unknown[] => {
  const select = machine.writer.raw.prepare<[number], string>('SELECT id FROM companies WHERE no = ?').pluck()
  return documentsOf(machine, words).map((document) => select.get(noOf(document)))
}
const loseDocuments = (machine: Machine, words: string): void => {
  for (const document of documentsOf(machine, words)) damage(machine, `DELETE FROM search WHERE rowid = ${document}`)
}

const setRight = async (machine: Machine, meanwhile: () => void = () => undefined) => {
  const history = await toldAnew(machine)
  try {
    const found = differences(machine.writer, history)
    meanwhile()
    return { found, ...machine.writer.setRight(history, found) }
  } finally {
    history.close()
  }
}
const idsOf = ({ records }: { readonly records: readonly { readonly id: string }[] }): string[] =>
  records.map(({ id }) => id).sort()

test('a file in order is left as it is', async () => {
  for (const machine of [anna, ben]) {
    const before = bytesOf(machine)
    expect(await setRight(machine)).toEqual({ found: NOTHING, records: [], tables: [] })
    expect(bytesOf(machine).equals(before)).toBe(true)
  }
})

const faults = [
  ['a value', "UPDATE companies SET city = 'Berlin' WHERE id = 'c4'", ['c4']],
  ['a row that is gone', "DELETE FROM companies WHERE id = 'c4'", ['c4']],
  [
    'a row that nobody wrote',
    "INSERT INTO companies (id, ver, createdAt, updatedAt, isSample, name, sortName, sortCity, sortIndustry) SELECT 'x', ver, createdAt, updatedAt, isSample, name, sortName, sortCity, sortIndustry FROM companies WHERE id = 'c4'",
    ['x'],
  ],
  ['a version', "UPDATE companies SET ver = ver + 1 WHERE id = 'c4'", ['c4']],
  ['the version of a cell', "UPDATE companies SET cells = replace(cells, ':', ':1') WHERE id = 'c1'", ['c1']],
  ['an archiving that is hidden', "UPDATE companies SET archivedAt = NULL, archivedReason = NULL WHERE id = 'c3'", ['c3']],
  ['a deletion that work outlived', 'DELETE FROM sync_revived', ['c2']],
  ['what was decided about', 'DELETE FROM sync_closed', []],
  ['who had seen what', 'DELETE FROM sync_seen', []],
  ['the number of a contact', "UPDATE contactPoints SET value = '0228 555999' WHERE id = 'p1'", ['p1']],
] as const

describe('a file is set right', () => {
  for (const [what, sql, ids] of faults) {
    test(`with ${what}`, async () => {
      damage(ben, sql)
      const mended = await setRight(ben)
      expect(idsOf(mended)).toEqual(ids)
      expect(await untoldBy(ben)).toEqual(NOTHING)
      expect(ben.writer.digests.tables()).toEqual(anna.writer.digests.tables())
      // The log has nothing new, and what comes next goes on from it.
      expect(ben.writer.outgoing.vector()).toEqual(anna.writer.outgoing.vector())
      write(ben, (tx) => tx.update('companies', 'c4', { city: 'Basel' }))
      pull(anna, ben)
      expect(ben.writer.digests.tables()).toEqual(anna.writer.digests.tables())
    })
  }

  test('with an open end that was lost', async () => {
    write(ben, (tx) => tx.update('companies', 'c4', { name: 'Ben’s' }))
    write(anna, (tx) => tx.update('companies', 'c4', { name: 'Anna’s' }))
    meet([anna, ben])
    damage(ben, 'DELETE FROM sync_conflict')
    expect(ben.writer.digests.tables()).not.toEqual(anna.writer.digests.tables())
    expect(idsOf(await setRight(ben))).toEqual(['c4'])
    expect(ben.writer.digests.tables()).toEqual(anna.writer.digests.tables())
  })

  test('with what a record is found by', async () => {
    damage(ben, "UPDATE companies SET name = 'Nonsense' WHERE id = 'c4'")
    loseDocuments(ben, 'c4')
    expect(foundBy(ben, 'c4')).toEqual([])
    const { found } = await setRight(ben)
    expect(found.documents).toHaveLength(1)
    expect(foundBy(ben, 'c4')).toEqual(['c4'])
    expect(await untoldBy(ben)).toEqual(NOTHING)
  })

  test('with a record that only the search lost', async () => {
    loseDocuments(ben, 'c4')
    expect(idsOf(await setRight(ben))).toEqual(['c4'])
    expect(foundBy(ben, 'c4')).toEqual(['c4'])
  })

  test('with a record that is found by a number of its own', async () => {
    loseDocuments(ben, '555123')
    damage(ben, 'DELETE FROM contactPoints')
    expect(idsOf(await setRight(ben))).toEqual(['c1', 'p1'])
    expect(foundBy(ben, '555123')).toEqual(['c1'])
  })
})

test('what is written between the looking and the mending stays', async () => {
  damage(ben, "UPDATE companies SET city = 'Berlin' WHERE id IN ('c1', 'c4')")
  const mended = await setRight(ben, () => {
    write(ben, (tx) => {
      tx.update('companies', 'c4', { city: 'Basel' })
      tx.insert('companies', { id: 'c5', name: 'Written meanwhile' })
    })
    write(anna, (tx) => tx.insert('companies', { id: 'c6', name: 'Came meanwhile' }))
    pull(ben, anna)
  })
  // One of the two was written over by somebody who saw it.
  expect(idsOf(mended)).toEqual(['c1'])
  meet([anna, ben])
  expect(ben.writer.digests.tables()).toEqual(anna.writer.digests.tables())
  const cityOf = ben.writer.raw.prepare<[string], string>('SELECT city FROM companies WHERE id = ?').pluck()
  expect([cityOf.get('c1'), cityOf.get('c4')]).toEqual(['Bonn', 'Basel'])
  expect(await untoldBy(ben)).toEqual(NOTHING)
})

test('a machine that became known between the two steps has one number in both files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-scratch-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const at = { file: join(folder, 'scratch.db'), key: randomBytes(32) }
  const cora = await newMachine(2)
  pull(cora, anna)
  write(cora, (tx) => tx.update('companies', 'c4', { city: 'Basel' }))
  damage(ben, "UPDATE companies SET city = 'Berlin' WHERE id = 'c1'")
  const made = await makeScratch(at, ben.writer, sources)
  replay(ben.writer.outgoing, made)
  const found = differences(ben.writer, made)
  made.close()
  pull(ben, cora)
  cora.writer.close()
  damage(ben, "UPDATE companies SET cells = replace(cells, ':', ':1') WHERE id = 'c1'")
  const opened = await openScratch(at, ben.writer, sources)
  expect(idsOf(ben.writer.setRight(opened, found))).toEqual(['c1'])
  opened.close()
  pull(anna, ben)
  expect(ben.writer.digests.tables()).toEqual(anna.writer.digests.tables())
})

test('a machine that becomes known while the log is told has one number in both files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-scratch-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const at = { file: join(folder, 'scratch.db'), key: randomBytes(32) }
  const cora = await newMachine(2)
  pull(cora, anna)
  write(cora, (tx) => tx.update('companies', 'c1', { city: 'Basel' }))
  const made = await makeScratch(at, ben.writer, sources)
  let hasCome = false
  replay(ben.writer.outgoing, made, () => {
    if (!hasCome) pull(ben, cora)
    hasCome = true
  })
  expect(differences(ben.writer, made)).toEqual(NOTHING)
  expect(ben.writer.setRight(made, NOTHING)).toEqual({ records: [], tables: [] })
  // And where it did not, nothing is written.
  made.raw.prepare('UPDATE sync_origin SET oid = 99 WHERE oid = (SELECT oid FROM sync_seen ORDER BY oid DESC LIMIT 1)').run()
  expect(() => ben.writer.setRight(made, NOTHING)).toThrow('has another number in the scratch file')
  made.close()
  cora.writer.close()
})

test('a log that was damaged itself does not say a history', async () => {
  damage(ben, "UPDATE sync_change SET proc = 'other' WHERE lsn = (SELECT max(lsn) FROM sync_change WHERE proc = 'test')")
  await expect(untoldBy(ben)).rejects.toThrow(BadChangeSet)
})
