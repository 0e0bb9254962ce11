// What no honest machine sends is refused with all that came along with it, and the file is as before.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Body, decodeBody, encodeBody } from '#main/db/log/body.ts'
import { chainOf, sha256 } from '#main/db/log/set-header.ts'
import { BadChangeSet } from '#main/db/replicate/bad-change-set.ts'
import type { Origins } from '#main/db/replicate/outgoing.ts'
import type { WireSet } from '#main/db/replicate/wire.ts'
import { type Machine, newMachine, pull } from '../../support/replicas.ts'

let anna: Machine
let ben: Machine
const others: Machine[] = []
beforeEach(async () => {
  ;[anna, ben] = await Promise.all([newMachine(0), newMachine(1)])
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  pull(ben, anna)
  write(anna, (tx) => tx.update('companies', 'c', { name: 'Harbour' }))
  write(anna, (tx) => tx.update('companies', 'c', { city: 'Bonn' }))
})
afterEach(() => {
  for (const { writer } of [anna, ben, ...others.splice(0)]) writer.close()
})

const write = ({ writer, clock }: Machine, work: Parameters<typeof writer.write>[1]): void => {
  clock.now += 1000
  writer.write({ actor: 'somebody', procedure: 'test' }, work)
}

const refusalOf = (work: () => void): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof BadChangeSet) return error.reason
    throw error
  }
  return 'taken'
}

const stateOf = ({ writer, prepare }: Machine): unknown => [
  [...writer.outgoing.vector()],
  prepare('SELECT * FROM companies').all(),
  ...['sync_change', 'sync_conflict', 'sync_seen', 'sync_origin', 'sync_touch'].map((table) =>
    prepare(`SELECT count(*) AS rows FROM ${table}`).get(),
  ),
]

/** Ben takes the two sets that he lacks, the last one changed on the way. */
const takeChanged = (change: (set: WireSet) => Partial<WireSet>): string =>
  refusalOf(() =>
    pull(ben, anna, { onTheWay: (sets) => sets.map((set, index) => (index === 1 ? { ...set, ...change(set) } : set)) }),
  )

/** With a body and a header of its own, and a chain that follows. */
const forged =
  (change: (body: Body) => Partial<Body>, header: Partial<WireSet> = {}, by = (): Machine => anna) =>
  (set: WireSet): Partial<WireSet> => {
    const body = encodeBody({ ...decodeBody(set.body ?? Buffer.alloc(0)), ...change(decodeBody(set.body ?? Buffer.alloc(0))) })
    const before = by()
      .prepare<[number], { chain: Uint8Array }>('SELECT chain FROM sync_change WHERE seq = ?')
      .get(set.seq - 1)
    return { ...header, body, chain: chainOf(before?.chain ?? Buffer.alloc(16), { ...set, ...header }, sha256(body)) }
  }

const COMPANIES = 10
const CITY = 16
const BASE = 2
const update = (rowId: unknown, value: unknown, base: unknown): Partial<Body> => ({
  g: [{ t: COMPANIES, op: 'u', c: [cityCell()], r: [[rowId, value, null, base]] }],
})
const cityCell = (): number => {
  const last = anna.prepare<[], { body: Uint8Array }>('SELECT body FROM sync_change ORDER BY lsn DESC LIMIT 1').get()
  return decodeBody(last?.body ?? Buffer.alloc(0)).g[0]?.c[0] ?? CITY
}

describe('refused, and nothing of the batch is kept', () => {
  const cases: readonly (readonly [string, string, (set: WireSet) => Partial<WireSet>])[] = [
    ['a header that was altered', 'chain', () => ({ procedure: 'other' })],
    ['a body that was altered', 'chain', ({ body }) => ({ body: body && Buffer.concat([body, Buffer.from(' ')]) })],
    ['a last one that does not say what it follows from', 'body', () => ({ chain: null })],
    ['a change set left out', 'gap', ({ seq }) => ({ seq: seq + 1 })],
    ['a base that is not here', 'causality', forged(() => update('c', 'Bonn', BASE + 100))],
    ['a time that nothing could come after', 'causality', forged(() => ({}), { hlc: Number.MAX_SAFE_INTEGER })],
    ['a base that comes after it', 'causality', forged(() => ({}), { hlc: 1 })],
    ['a row that is not here', 'causality', forged(() => update('nobody', 'Bonn', 1))],
    ['what its writer saw and is not here', 'causality', forged(() => ({ v: [99] }))],
    ['an origin that is not known', 'causality', forged(() => ({ o: ['ff'.repeat(16)], v: [1] }))],
    ['an operation to take back that is not here', 'causality', forged(() => ({}), { undoes: `${'a1'.repeat(16)}-99` })],
    ['a number where a text belongs', 'body', forged(() => update('c', 7, 1))],
    ['a name that is left empty', 'body', forged(() => ({ g: [{ t: COMPANIES, op: 'u', c: [10], r: [['c', null, null, 1]] }] }))],
    ['half a row', 'body', forged(() => ({ g: [{ t: COMPANIES, op: 'u', c: [10], r: [['c', 'Harbour']] }] }))],
    ['a row without a name', 'body', forged(() => update('', 'Bonn', 1))],
    ['a base that is none', 'body', forged(() => update('c', 'Bonn', 'x'))],
  ]
  for (const [what, reason, change] of cases) {
    test(`of ${what}`, () => {
      const before = stateOf(ben)
      expect(takeChanged(change)).toBe(reason)
      expect(stateOf(ben)).toEqual(before)
      // And what is right is taken afterwards.
      pull(ben, anna)
      expect(ben.prepare('SELECT name, city FROM companies').all()).toEqual([{ name: 'Harbour', city: 'Bonn' }])
    })
  }
})

test('an origin that nobody introduced', () => {
  const { sets } = anna.writer.outgoing.missing(new Map(), 0, 1e6)
  write(ben, (tx) => tx.insert('companies', { id: 'b', name: 'Ben’s' }))
  const unknown = sets.map((set) => ({ ...set, originHex: 'ff'.repeat(16) }))
  const nobody: Origins = new Map()
  expect(refusalOf(() => ben.writer.receive(unknown, nobody))).toBe('origin')
})

test('another history under a name that is known', async () => {
  const other = await newMachine(0)
  others.push(other)
  write(other, (tx) => tx.insert('companies', { id: 'other', name: 'Another' }))
  expect(refusalOf(() => pull(ben, other, { isStale: true }))).toBe('fork')
})

test('own changes that this machine has lost', async () => {
  const restored = await newMachine(0)
  others.push(restored)
  pull(ben, anna)
  expect(refusalOf(() => pull(restored, ben))).toBe('self')
})

test('what is here already is passed over', () => {
  pull(ben, anna)
  const before = stateOf(ben)
  const received = pull(ben, anna, { isStale: true })
  expect(received.map(({ sets }) => sets)).toEqual([0])
  expect(stateOf(ben)).toEqual(before)
})

describe('an entry of a ledger', () => {
  const TEXT = 12
  const entry = { ticketId: 't', kind: 'note', text: 'Paid 120 in cash.', sentAt: '2026-03-02T09:00:00.000Z' } as const
  const textsOf = ({ prepare }: Machine): unknown => prepare('SELECT text, archivedReason FROM ticketMessages').all()
  beforeEach(() => {
    write(anna, (tx) => tx.insert('ticketMessages', { ...entry, id: 'm' }))
    pull(ben, anna)
    write(anna, (tx) => tx.archive('ticketMessages', 'm'))
  })

  test('is not changed by another machine, and the change set is taken', () => {
    const base = 4
    const changed = forged(() => ({ g: [{ t: 42, op: 'u', c: [TEXT], r: [['m', 'Paid 20.', entry.text, base]] }] }))
    const forge = (sets: readonly WireSet[]): readonly WireSet[] => sets.map((set) => ({ ...set, ...changed(set) }))
    expect(refusalOf(() => pull(ben, anna, { onTheWay: forge }))).toBe('taken')
    expect(textsOf(ben)).toEqual([{ text: entry.text, archivedReason: null }])
  })

  test('is not changed by a machine that says to have done so before it was written', async () => {
    const carl = await newMachine(2)
    others.push(carl)
    carl.clock.now = anna.clock.now - 60_000
    write(carl, (tx) => tx.insert('companies', { id: 'own', name: 'Own' }))
    write(carl, (tx) => tx.update('companies', 'own', { city: 'Bonn' }))
    const g: Body['g'] = [{ t: 42, op: 'u', c: [TEXT], r: [['m', 'Paid 20.', entry.text, 1]] }]
    const changed = forged(
      () => ({ g }),
      {},
      () => carl,
    )
    const forge = (sets: readonly WireSet[]): readonly WireSet[] =>
      sets.map((set) => (set.seq === 2 ? { ...set, ...changed(set) } : set))
    expect(refusalOf(() => pull(ben, carl, { onTheWay: forge }))).toBe('taken')
    expect(ben.prepare('SELECT name, city FROM companies WHERE id = ?').all('own')).toEqual([{ name: 'Own', city: null }])
    expect(textsOf(ben)).toEqual([{ text: entry.text, archivedReason: null }])
  })

  test('that is added twice says what was said first, wherever it came from, and nobody has to decide', async () => {
    const [carl, dora] = await Promise.all([newMachine(2), newMachine(3)])
    others.push(carl, dora)
    carl.clock.now = anna.clock.now + 60_000
    write(carl, (tx) => tx.insert('ticketMessages', { ...entry, id: 'm', text: 'Paid 1,200 in cash.' }))
    for (const machine of [anna, dora]) machine.clock.now = carl.clock.now
    for (const [to, from] of [
      [dora, carl],
      [dora, anna],
      [anna, carl],
      [carl, anna],
    ] as const) {
      pull(to, from)
    }
    for (const machine of [anna, carl, dora]) {
      expect(textsOf(machine)).toMatchObject([{ text: entry.text }])
      expect(machine.prepare('SELECT cell FROM sync_conflict WHERE cell = ?').all(TEXT)).toEqual([])
      expect(machine.writer.digests.tables()).toEqual(anna.writer.digests.tables())
    }
  })

  test('is not changed here', () => {
    const values: object = { text: 'Paid 20.' }
    expect(() => write(anna, (tx) => tx.update('ticketMessages', 'm', values))).toThrow('text of ticketMessages is written once')
    expect(textsOf(anna)).toEqual([{ text: entry.text, archivedReason: 'user' }])
  })

  test('can be taken back, and comes back', () => {
    pull(ben, anna)
    expect(textsOf(ben)).toEqual([{ text: entry.text, archivedReason: 'user' }])
    write(ben, (tx) => tx.restore('ticketMessages', 'm'))
    pull(anna, ben)
    expect(textsOf(anna)).toEqual([{ text: entry.text, archivedReason: null }])
  })
})
