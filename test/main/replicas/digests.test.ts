// Machines that have the same change sets have the same digests; what was tampered with is found, down to the row.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ALL_IDS, createDigests, type Digests, type IdRange, OPEN_ENDS } from '#main/db/replicate/digests.ts'
import { type Machine, meet, newMachine, pull } from '../../support/replicas.ts'

const COMPANIES = 10
let anna: Machine
let ben: Machine
beforeEach(async () => {
  ;[anna, ben] = await Promise.all([newMachine(0), newMachine(1)])
})
afterEach(() => {
  for (const { writer } of [anna, ben]) writer.close()
})

const write = ({ writer, clock }: Machine, work: Parameters<typeof writer.write>[1]): void => {
  clock.now += 1000
  writer.write({ actor: 'somebody', procedure: 'test' }, work)
}
const digestsOf = ({ writer }: Machine): Digests => createDigests(writer.raw)
const namesOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `c${String(index).padStart(5, '0')}`)

/** As somebody would who opens the file with other tools. */
const tamper = ({ writer }: Machine, sql: string): void => {
  writer.raw.exec(`UPDATE temp.writing SET open = 1; ${sql}; UPDATE temp.writing SET open = 0`)
}

/** The rows that differ between two, found by asking for ever smaller ranges. */
const differing = (one: Digests, other: Digests, tableId: number, range: IdRange = ALL_IDS): string[] => {
  const cuts = one.cuts(tableId, range, 8)
  if (cuts.length < 7) {
    const [mine, theirs] = [one.rows(tableId, range), other.rows(tableId, range)]
    return [...new Set([...mine.keys(), ...theirs.keys()])].filter((id) => mine.get(id) !== theirs.get(id))
  }
  const [mine, theirs] = [one.slices(tableId, range, cuts), other.slices(tableId, range, cuts)]
  const bounds = [range.from, ...cuts, range.to]
  return mine.flatMap((slice, index) =>
    slice.digest === theirs[index]?.digest
      ? []
      : differing(one, other, tableId, { from: bounds[index] ?? '', to: bounds[index + 1] ?? null }),
  )
}

test('the same changes in another order, from both sides, give the same digests', () => {
  write(anna, (tx) => {
    for (const id of namesOf(20)) tx.insert('companies', { id, name: id })
    tx.put('tags', ['vip'], { name: 'VIP', colour: 'blue' })
  })
  write(ben, (tx) => tx.put('tags', ['vip'], { name: 'Vip', colour: 'red' }))
  pull(ben, anna)
  write(anna, (tx) => tx.update('companies', 'c00003', { name: 'Anna’s', custom: { s000000000001: 'red' } }))
  write(ben, (tx) => tx.update('companies', 'c00003', { name: 'Ben’s' }))
  write(ben, (tx) => tx.archive('companies', 'c00004'))
  write(anna, (tx) => tx.update('companies', 'c00004', { city: 'Bonn' }))
  expect([...digestsOf(anna).tables()]).not.toEqual([...digestsOf(ben).tables()])
  meet([anna, ben])
  expect([...digestsOf(anna).tables()]).toEqual([...digestsOf(ben).tables()])
  expect(digestsOf(anna).tables().get(COMPANIES)?.rows).toBe(20)
  expect(digestsOf(anna).tables().get(OPEN_ENDS)?.rows).toBeGreaterThan(1)
})

test('a row that was tampered with is named', () => {
  write(anna, (tx) => {
    for (const id of namesOf(1000)) tx.insert('companies', { id, name: id, city: 'Bonn' })
  })
  meet([anna, ben])
  tamper(ben, "UPDATE companies SET city = 'Bern' WHERE id = 'c00417'")
  const [one, other] = [digestsOf(anna), digestsOf(ben)]
  expect(one.tables().get(COMPANIES)).not.toEqual(other.tables().get(COMPANIES))
  expect(differing(one, other, COMPANIES)).toEqual(['c00417'])
})

const faults = [
  ['a version', "UPDATE companies SET cells = replace(cells, ':', ':1') WHERE id = 'c00005'", ['c00005']],
  ['a row that is gone', "DELETE FROM companies WHERE id = 'c00006'", ['c00006']],
  [
    'a row that nobody wrote',
    "INSERT INTO companies (id, ver, createdAt, updatedAt, isSample, name, sortName, sortCity, sortIndustry) SELECT 'x', ver, createdAt, updatedAt, isSample, name, sortName, sortCity, sortIndustry FROM companies WHERE id = 'c00001'",
    ['x'],
  ],
  ['a deletion that is hidden', "UPDATE companies SET archivedAt = NULL, archivedReason = NULL WHERE id = 'c00007'", ['c00007']],
] as const
for (const [what, sql, ids] of faults) {
  test(`found: ${what}`, () => {
    write(anna, (tx) => {
      for (const id of namesOf(30)) tx.insert('companies', { id, name: id })
    })
    write(anna, (tx) => tx.update('companies', 'c00005', { name: 'Harbour' }))
    write(anna, (tx) => tx.archive('companies', 'c00007'))
    meet([anna, ben])
    tamper(ben, sql)
    expect(differing(digestsOf(anna), digestsOf(ben), COMPANIES)).toEqual(ids)
  })
}

test('an open end that is missing on one side is found', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  meet([anna, ben])
  write(anna, (tx) => tx.update('companies', 'c', { name: 'Anna’s' }))
  write(ben, (tx) => tx.update('companies', 'c', { name: 'Ben’s' }))
  meet([anna, ben])
  tamper(ben, 'DELETE FROM sync_conflict')
  expect(differing(digestsOf(anna), digestsOf(ben), OPEN_ENDS)).toEqual([expect.stringMatching(/^10:c:\d+:/u)])
})
