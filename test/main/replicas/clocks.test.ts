// Clocks decide between changes that knew nothing of each other, and nothing else; no clock drags another one along for ever.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LATEST_STAMP } from '#main/db/log/clock.ts'
import { chainOf, sha256 } from '#main/db/log/set-header.ts'
import { type Machine, meet, newMachine, pull } from '../../support/replicas.ts'

const NOON = Date.parse('2026-03-02T12:00:00Z')
const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR

let anna: Machine
let ben: Machine
beforeEach(async () => {
  ;[anna, ben] = await Promise.all([newMachine(0), newMachine(1)])
  writeAt(anna, NOON, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  meet([anna, ben])
})
afterEach(() => {
  for (const { writer } of [anna, ben]) writer.close()
})

/** Answers the stamp. */
const writeAt = ({ writer, clock, prepare }: Machine, now: number, work: Parameters<typeof writer.write>[1]): number => {
  clock.now = now
  writer.write({ actor: 'somebody', procedure: 'test' }, work)
  return prepare<[], { hlc: number }>('SELECT hlc FROM sync_change ORDER BY lsn DESC LIMIT 1').get()?.hlc ?? 0
}
const nameAt = (machine: Machine, now: number, name: string): number =>
  writeAt(machine, now, (tx) => tx.update('companies', 'c', { name }))
const cityAt = (machine: Machine, now: number, city: string): number =>
  writeAt(machine, now, (tx) => tx.update('companies', 'c', { city }))
const shown = ({ prepare }: Machine): unknown => prepare('SELECT name, city FROM companies').get()
const stampOf = (ms: number): number => (ms - Date.UTC(2024, 0, 1)) * 4096

test('what is written after hearing of another machine is later, although the clock here is an hour behind', () => {
  const heard = nameAt(anna, NOON + HOUR, 'Harbour')
  ben.clock.now = NOON
  meet([anna, ben])
  expect(cityAt(ben, NOON + 1, 'Bonn')).toBeGreaterThan(heard)
})

test('a machine whose date is ten years ahead is heard, and not followed', () => {
  nameAt(anna, NOON + 10 * YEAR, 'Harbour')
  ben.clock.now = NOON
  meet([anna, ben])
  expect(cityAt(ben, NOON + 1, 'Bonn')).toBe(stampOf(NOON + 1))
  meet([anna, ben])
  for (const machine of [anna, ben]) expect(shown(machine)).toEqual({ name: 'Harbour', city: 'Bonn' })
})

test('nor does one that is ten years ahead make forget what was heard before', () => {
  const heard = nameAt(anna, NOON + HOUR, 'Harbour')
  writeAt(anna, NOON + 10 * YEAR, (tx) => tx.update('companies', 'c', { phone: '1' }))
  ben.clock.now = NOON
  meet([anna, ben])
  expect(cityAt(ben, NOON + 1, 'Bonn')).toBe(heard + 1)
})

test('what replaces a value is later than it, even than one from ten years ahead', () => {
  const replaced = nameAt(anna, NOON + 10 * YEAR, 'Harbour')
  ben.clock.now = NOON
  meet([anna, ben])
  expect(nameAt(ben, NOON + 1, 'Harbour Tools Ltd')).toBe(replaced + 1)
  meet([anna, ben])
  for (const machine of [anna, ben]) expect(shown(machine)).toMatchObject({ name: 'Harbour Tools Ltd' })
})

/** Takes the newest change of the other machine as if it had another stamp. */
const give = (from: Machine, to: Machine, hlc: number): void => {
  const { outgoing } = from.writer
  const last = outgoing.missing(to.writer.outgoing.vector(), 0, Number.MAX_SAFE_INTEGER).sets.at(-1)
  if (!last?.body) throw new Error('There is nothing new.')
  const [before] = outgoing.chains([[last.originHex, last.seq - 1]])
  const forged = { ...last, hlc }
  const chain = chainOf(Buffer.from(before ?? '', 'hex'), forged, sha256(last.body))
  to.writer.receive([{ ...forged, chain }], outgoing.origins())
}

test('a machine whose date is beyond all dates is heard like any other, and goes on', () => {
  nameAt(anna, Date.UTC(2099, 11, 31), 'Harbour')
  writeAt(anna, Date.UTC(2099, 11, 31), (tx) => tx.insert('companies', { id: 'd', name: 'Quay' }))
  ben.clock.now = NOON
  meet([anna, ben])
  nameAt(ben, NOON + 1, 'Pier')
  meet([anna, ben])
  for (const { prepare } of [anna, ben])
    expect(prepare('SELECT name FROM companies ORDER BY id').all()).toEqual([{ name: 'Pier' }, { name: 'Quay' }])
})

test('what replaces a value from the last moment that is believed is taken, and what replaces that', async () => {
  const last = LATEST_STAMP
  nameAt(anna, NOON + HOUR, 'Harbour')
  give(anna, ben, last)
  expect(nameAt(ben, NOON + HOUR, 'Quay')).toBe(last + 1)
  const chen = await newMachine(2)
  pull(chen, ben)
  expect(nameAt(chen, NOON + HOUR, 'Pier')).toBe(last + 2)
  pull(ben, chen)
  expect(shown(ben)).toEqual({ name: 'Pier', city: null })
  chen.writer.close()
})

test('what nothing could come after is not taken', () => {
  nameAt(anna, NOON + HOUR, 'Harbour')
  expect(() => give(anna, ben, LATEST_STAMP + 1)).toThrow('comes from a time that nothing could come after')
})

test('a clock that is set back an hour goes on from where it was, one that was a year ahead does not', () => {
  const first = nameAt(anna, NOON + HOUR, 'one')
  expect(cityAt(anna, NOON, 'Bonn')).toBe(first + 1)
  cityAt(anna, NOON + YEAR, 'Bern')
  expect(writeAt(anna, NOON + 2 * HOUR, (tx) => tx.update('companies', 'c', { phone: '1' }))).toBe(stampOf(NOON + 2 * HOUR))
})

test('of two changes in the same millisecond both machines show the same one', () => {
  expect(nameAt(anna, NOON + HOUR, 'Anna’s')).toBe(nameAt(ben, NOON + HOUR, 'Ben’s'))
  meet([anna, ben])
  for (const machine of [anna, ben]) {
    expect(shown(machine)).toMatchObject({ name: 'Ben’s' })
    expect(machine.prepare('SELECT value FROM sync_conflict').all()).toEqual([{ value: '"Anna’s"' }])
  }
})
