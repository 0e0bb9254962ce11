// Machines decide about a deletion, take that back, and take the taking back back: one after the other, or two before they hear of each other.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Machine, meet, newMachine, pull } from '../../support/replicas.ts'

let anna: Machine
let ben: Machine
let cleo: Machine
beforeEach(async () => {
  ;[anna, ben, cleo] = await Promise.all([newMachine(0), newMachine(1), newMachine(2)])
})
afterEach(() => {
  for (const { writer } of [anna, ben, cleo]) writer.close()
})

let moment = 0
const write = ({ writer, clock }: Machine, work: Parameters<typeof writer.write>[1]): string => {
  clock.now = Date.parse('2026-03-02T09:00:00Z') + 1000 * (moment += 1)
  return writer.write({ actor: 'somebody', procedure: 'test' }, work).operation ?? ''
}
const keep = (machine: Machine): string =>
  write(machine, (tx) => tx.decide('companies', 'c', { archivedAt: null, archivedReason: null }))
/** Answers the taking back, which can be taken back itself. */
const takeBack = (machine: Machine, operation: string): string =>
  write(machine, () => machine.writer.logOf(new Set()).undo(operation))
/** That it stays is said by both, and so no contradiction. */
const openEnds = ({ prepare }: Machine): unknown[] =>
  prepare<[], { row: string; cell: number }>("SELECT row, cell FROM sync_conflict WHERE value <> '[null,null]'").all()

/** Anna deletes what Ben is working on; all see that it stays. */
const outliveDeletion = (): void => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  meet([anna, ben, cleo])
  write(anna, (tx) => tx.archive('companies', 'c'))
  write(ben, (tx) => tx.update('companies', 'c', { city: 'Bonn' }))
  meet([anna, ben, cleo])
}
const deletion = { row: 'c', cell: 2 }

/** In capitals a machine decides, in small letters it takes that back. */
const orders = ['AaBb', 'ABab', 'ABba', 'BAab', 'BAba', 'BbAa'] as const
const hearings = ['at once', 'afterwards, Anna first', 'afterwards, Ben first'] as const

for (const order of orders) {
  for (const hearing of hearings) {
    test(`kept by both and taken back by both in the order ${order}, it is open again on all; Cleo hears of it ${hearing}`, () => {
      outliveDeletion()
      const decisions = new Map<Machine, string>()
      for (const letter of order) {
        const machine = letter.toUpperCase() === 'A' ? anna : ben
        const decision = decisions.get(machine)
        if (decision === undefined) decisions.set(machine, keep(machine))
        else takeBack(machine, decision)
        if (hearing !== 'at once') continue
        pull(cleo, machine)
        const standing = [...order.slice(0, order.indexOf(letter) + 1)].reduce(
          (sum, one) => sum + (one === one.toUpperCase() ? 1 : -1),
          0,
        )
        expect(openEnds(cleo)).toEqual(standing === 0 ? [deletion] : [])
      }
      if (hearing === 'afterwards, Anna first') pull(cleo, anna)
      if (hearing === 'afterwards, Ben first') pull(cleo, ben)
      meet([anna, ben, cleo])
      for (const machine of [anna, ben, cleo]) {
        expect(openEnds(machine)).toEqual([deletion])
        expect(machine.prepare("SELECT archivedAt FROM companies WHERE id = 'c'").get()).toEqual({ archivedAt: null })
      }
    })
  }
}

test('a decision whose taking back is taken back stands again on all, and is open once more after the third time', () => {
  outliveDeletion()
  let last = keep(anna)
  for (const [machine, open] of [
    [anna, [deletion]],
    [ben, []],
    [cleo, [deletion]],
  ] as const) {
    meet([anna, ben, cleo])
    last = takeBack(machine, last)
    meet([anna, ben, cleo])
    for (const one of [anna, ben, cleo]) expect(openEnds(one)).toEqual(open)
  }
})

test('of those whose work keeps a row the one that came last is named, whoever was heard of first', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  meet([anna, ben, cleo])
  write(anna, (tx) => tx.archive('companies', 'c'))
  write(ben, (tx) => tx.update('companies', 'c', { city: 'Bonn' }))
  write(cleo, (tx) => tx.update('companies', 'c', { name: 'Harbour' }))
  const keeper = ({ prepare }: Machine): unknown =>
    prepare('SELECT lower(hex(origin)) FROM sync_revived JOIN sync_origin ON oid = byVer >> 36').pluck().get()
  pull(anna, ben)
  expect(keeper(anna)).toBe(ben.originHex)
  pull(anna, cleo)
  expect(keeper(anna)).toBe(cleo.originHex)
  meet([anna, ben, cleo])
  expect([ben, cleo].map(keeper)).toEqual([cleo.originHex, cleo.originHex])
})

test('a value that was built on elsewhere is not open again once the decision about it is taken back', () => {
  const city = (value: string) => (tx: Parameters<Parameters<typeof write>[1]>[0]) =>
    void tx.update('companies', 'c', { city: value })
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  meet([anna, ben, cleo])
  write(ben, city('Bonn'))
  write(anna, city('Kiel'))
  pull(anna, ben)
  write(ben, city('Bonn am Rhein'))
  const decision = write(anna, (tx) => tx.decide('companies', 'c', { city: 'Kiel' }))
  pull(anna, ben)
  takeBack(anna, decision)
  meet([anna, ben, cleo])
  for (const machine of [anna, ben, cleo]) {
    const open = machine.prepare<[], string>('SELECT value FROM sync_conflict').pluck().all()
    expect(open).not.toContain('"Bonn"')
  }
})
