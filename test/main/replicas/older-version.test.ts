// A machine whose Kith is older, between two newer ones: it keeps and relays what it does not know, and applies it once it is brought up to date.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Writer } from '#main/db/open-workspace.ts'
import { chainOf, NO_CHAIN, sha256 } from '#main/db/log/set-header.ts'
import { decodeBody, encodeBody } from '#main/db/log/body.ts'
import { createOlder, type OlderEngine } from '../../support/older-engine.ts'
import { type Machine, meet, newMachine, pull } from '../../support/replicas.ts'

const clock = { now: Date.parse('2026-03-02T09:00:00Z') }

let anna: Machine
let cleo: Machine
let older: OlderEngine
let between: { writer: Writer }
beforeEach(async () => {
  ;[anna, cleo] = await Promise.all([newMachine(0), newMachine(1)])
  // What came with the version after the older one.
  older = await createOlder(
    {
      tables: ['products', 'orders', 'orderLines', 'notDuplicates'],
      columns: { companies: ['creditCode', 'mergedIntoId'] },
      schemas: 1,
    },
    clock,
  )
  between = older
})
afterEach(() => {
  for (const { writer } of [anna, cleo, between]) writer.close()
})

const write = ({ writer }: { readonly writer: Writer }, work: Parameters<typeof writer.write>[1]): string => {
  clock.now += 1000
  for (const machine of [anna, cleo]) machine.clock.now = clock.now
  return writer.write({ actor: 'somebody', procedure: 'test' }, work).operation ?? ''
}
/** Anna and Cleo never meet: all goes through the older machine. */
const meetThroughOlder = (): void => {
  pull(between, anna)
  pull(between, cleo)
  pull(anna, between)
  pull(cleo, between)
}
const shown = ({ writer }: { readonly writer: Writer }): unknown[] =>
  ['companies', 'products', 'orders', 'notDuplicates'].map((table) =>
    writer.raw
      .prepare(`SELECT * FROM (SELECT * FROM ${table} ORDER BY id)`)
      .all()
      .map((row) => ({ ...(row as object), no: 0, ver: 0, cells: '' })),
  )
const parked = (): number => between.writer.raw.prepare<[], { n: number }>('SELECT count(*) AS n FROM sync_pending').get()?.n ?? 0

test('what an older version does not know it keeps, relays, and applies after its update', () => {
  write(anna, (tx) => {
    tx.insert('companies', { id: 'c', name: 'Harbour Tools', creditCode: '91440300MA5G' })
    tx.insert('products', { id: 'p', name: 'Bench', currency: 'EUR', isDiscontinued: false })
  })
  meetThroughOlder()
  expect(shown(cleo)).toEqual(shown(anna))
  expect(between.writer.outgoing.vector()).toEqual(anna.writer.outgoing.vector())
  expect(parked()).toBe(2)

  // All three go on, on the same rows.
  write(between, (tx) => tx.update('companies', 'c', { city: 'Bonn' }))
  write(cleo, (tx) => tx.update('companies', 'c', { creditCode: 'from Cleo' }))
  write(anna, (tx) => tx.update('companies', 'c', { creditCode: 'from Anna', phone: '030 1' }))
  write(anna, (tx) => tx.insert('orders', { id: 'o', number: 'O-1', companyId: 'c', status: 'open', currency: 'EUR' }))
  write(cleo, (tx) => tx.update('products', 'p', { name: 'Bench, long' }))
  meetThroughOlder()
  meetThroughOlder()
  expect(shown(cleo)).toEqual(shown(anna))
  expect(between.writer.raw.prepare('SELECT name, city, phone FROM companies').all()).toEqual([
    { name: 'Harbour Tools', city: 'Bonn', phone: '030 1' },
  ])

  between = { writer: older.update() }
  expect(parked()).toBe(0)
  expect(shown(between)).toEqual(shown(anna))
  const ends = 'SELECT row, cell, value FROM sync_conflict'
  expect(between.writer.raw.prepare(ends).all()).toEqual(anna.prepare(ends).all())
  expect(between.writer.raw.prepare(ends).all()).toHaveLength(1)
  meet([anna, cleo, between])
  expect(shown(between)).toEqual(shown(cleo))
})

test('a deletion that had seen the work which was put aside is not undone by it', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  meetThroughOlder()
  write(cleo, (tx) => tx.update('companies', 'c', { creditCode: '91440300MA5G' }))
  meetThroughOlder()
  write(anna, (tx) => tx.archive('companies', 'c'))
  meetThroughOlder()
  between = { writer: older.update() }
  for (const machine of [anna, cleo, between]) {
    expect(machine.writer.raw.prepare('SELECT creditCode, archivedReason FROM companies').all()).toEqual([
      { creditCode: '91440300MA5G', archivedReason: 'user' },
    ])
    expect(machine.writer.raw.prepare('SELECT count(*) AS n FROM sync_revived').get()).toEqual({ n: 0 })
  }
})

test('work on what only the newer version knows keeps a company that the older one deletes', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  meetThroughOlder()
  write(between, (tx) => tx.archive('companies', 'c'))
  write(anna, (tx) => tx.insert('orders', { id: 'o', number: 'O-1', companyId: 'c', status: 'open', currency: 'EUR' }))
  meetThroughOlder()
  meetThroughOlder()
  for (const machine of [anna, cleo, between]) {
    expect(machine.writer.raw.prepare('SELECT archivedAt FROM companies').all()).toEqual([{ archivedAt: null }])
    expect(machine.writer.raw.prepare('SELECT row FROM sync_revived').all()).toEqual([{ row: 'c' }])
  }
})

test('what an older version kept and no version can take does not keep the file from opening after its update', () => {
  write(anna, (tx) => tx.insert('products', { id: 'p', name: 'Bench', currency: 'EUR', isDiscontinued: false }))
  const [set] = anna.writer.outgoing.missing(new Map(), 0, 1e9).sets
  if (!set?.body) throw new Error('Anna wrote nothing.')
  // A number where a name belongs.
  const forged = encodeBody(JSON.parse(JSON.stringify(decodeBody(set.body)).replace('"Bench"', '12345')))
  const chain = chainOf(NO_CHAIN, set, sha256(forged))
  older.writer.receive([{ ...set, body: forged, chain }], anna.writer.outgoing.origins())
  write(older, (tx) => tx.insert('companies', { name: 'Nord' }))
  between = { writer: older.update() }
  expect(between.writer.raw.prepare('SELECT name FROM companies').pluck().all()).toEqual(['Nord'])
  expect(between.writer.raw.prepare('SELECT count(*) FROM sync_pending').pluck().get()).toBe(1)
})

test('what one change set says of different cells that an older version does not know is all there after its update', () => {
  write(anna, (tx) => {
    tx.insert('companies', { id: 'c', name: 'Harbour Tools' })
    tx.insert('companies', { id: 'd', name: 'Quay' })
  })
  meetThroughOlder()
  write(anna, (tx) => {
    tx.update('companies', 'c', { creditCode: '91440300MA5G' })
    tx.update('companies', 'd', { mergedIntoId: 'c', city: 'Bonn' })
    tx.insert('companies', { id: 'e', name: 'Lighthouse', creditCode: 'e', mergedIntoId: 'd' })
  })
  meetThroughOlder()
  between = { writer: older.update() }
  expect(shown(between)).toEqual(shown(anna))
})

const openEnds = (): unknown[] =>
  [anna, cleo, between].map(({ writer }) => writer.raw.prepare('SELECT row, value FROM sync_conflict ORDER BY row').all())
/** Anna's and Cleo's values cross, and Anna decides. Answers her two decisions. */
const decideAboutWhatIsNew = (): string[] => {
  write(anna, (tx) => {
    tx.insert('companies', { id: 'c', name: 'Harbour Tools' })
    tx.insert('products', { id: 'p', name: 'Bench', currency: 'EUR', isDiscontinued: false })
  })
  meetThroughOlder()
  for (const [machine, said] of [
    [anna, 'from Anna'],
    [cleo, 'from Cleo'],
  ] as const) {
    write(machine, (tx) => tx.update('companies', 'c', { creditCode: said }))
    write(machine, (tx) => tx.update('products', 'p', { name: said }))
  }
  meetThroughOlder()
  meetThroughOlder()
  const decisions = [
    write(anna, (tx) => tx.decide('companies', 'c', { creditCode: 'from Anna' })),
    write(anna, (tx) => tx.decide('products', 'p', { name: 'from Anna' })),
  ]
  meetThroughOlder()
  return decisions
}

test('a decision about what an older version does not know stands there after its update', () => {
  decideAboutWhatIsNew()
  between = { writer: older.update() }
  expect(shown(between)).toEqual(shown(anna))
  expect(openEnds()).toEqual([[], [], []])
})

test('a decision that was taken back about what an older version does not know is open there after its update', () => {
  for (const decision of decideAboutWhatIsNew()) write(anna, () => anna.writer.logOf(new Set()).undo(decision))
  meetThroughOlder()
  between = { writer: older.update() }
  expect(shown(between)).toEqual(shown(anna))
  const open = [
    { row: 'c', value: '"from Anna"' },
    { row: 'p', value: '"from Anna"' },
  ]
  expect(openEnds()).toEqual([open, open, open])
})

test('a ticket of a priority that only a newer version knows is taken', () => {
  const ticket = { id: 't', number: 'T-1', subject: 'Door', priority: 'urgent', channel: 'email', statusId: 's' } as const
  write(anna, (tx) => tx.insert('tickets', ticket))
  const [set] = anna.writer.outgoing.missing(new Map(), 0, 1e9).sets
  if (!set?.body) throw new Error('Anna wrote nothing.')
  const forged = encodeBody(JSON.parse(JSON.stringify(decodeBody(set.body)).replace('"urgent"', '"critical"')))
  const chain = chainOf(NO_CHAIN, set, sha256(forged))
  older.writer.receive([{ ...set, body: forged, chain }], anna.writer.outgoing.origins())
  expect(between.writer.raw.prepare('SELECT priority FROM tickets').all()).toEqual([{ priority: 'critical' }])
})

test('a row that an older and a newer version made apart is the same on all machines, whichever came first', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Quay', creditCode: '91440300MA5G' }))
  write(between, (tx) => tx.insert('companies', { id: 'c', name: 'Quay' }))
  pull(cleo, between)
  meetThroughOlder()
  for (const machine of [anna, cleo])
    expect(machine.writer.raw.prepare('SELECT creditCode FROM companies').all()).toEqual([{ creditCode: '91440300MA5G' }])
  between = { writer: older.update() }
  for (const machine of [cleo, between]) expect(shown(machine)).toEqual(shown(anna))
  const ends = openEnds()
  expect(ends).toEqual([ends[0], ends[0], ends[0]])
})

test('what a newer version did and took back does not keep an older one from telling what crossed', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Quay' }))
  meetThroughOlder()
  write(cleo, (tx) => tx.update('companies', 'c', { name: 'Quay South' }))
  const done = write(anna, (tx) => {
    tx.update('companies', 'c', { name: 'Quay North' })
    tx.insert('products', { id: 'p', name: 'Bench', currency: 'EUR', isDiscontinued: false })
  })
  write(anna, () => anna.writer.logOf(new Set()).undo(done))
  meetThroughOlder()
  const log = between.writer.logOf(new Set())
  const [crossed] = log.crossedOn([{ table: 'companies', rowId: 'c' }])
  if (!crossed) throw new Error('Nothing crossed.')
  const { standing, others } = log.crossing(crossed)
  expect([standing, ...others].map(({ values }) => values)).toEqual([{ name: 'Quay' }, { name: 'Quay South' }])
})

test('an older version takes nothing back of which it knows only a part', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', name: 'Quay' }))
  const ofTable = write(anna, (tx) => {
    tx.update('companies', 'c', { name: 'Quay North' })
    tx.insert('products', { id: 'p', name: 'Bench', currency: 'EUR', isDiscontinued: false })
  })
  const ofField = write(anna, (tx) => tx.update('companies', 'c', { city: 'Bonn', creditCode: '91440300MA5G' }))
  const made = write(anna, (tx) => tx.insert('companies', { id: 'd', name: 'Lighthouse', creditCode: '91350100M000' }))
  meetThroughOlder()
  const log = between.writer.logOf(new Set())
  for (const operation of [ofTable, ofField]) {
    const refused = expect.objectContaining({ code: 'conflict', messageKey: 'history.newer' }) as Error
    expect(() => log.obstacles(operation)).toThrow(refused)
    expect(() => write(between, () => log.undo(operation))).toThrow(refused)
    expect(() => write(between, () => log.undoKeeping(operation))).toThrow(refused)
  }
  // A row goes as a whole, with what is not known of it.
  write(between, () => log.undo(made))
  meetThroughOlder()
  expect(cleo.prepare("SELECT archivedReason FROM companies WHERE id = 'd'").all()).toEqual([{ archivedReason: 'undone' }])
})

test('a field that came after a row was made by two machines apart is no contradiction once one of them fills it', async () => {
  const other = await createOlder({ tables: [], columns: { companies: ['creditCode', 'mergedIntoId'] }, schemas: 0 }, clock, 0xaa)
  write(older, (tx) => tx.insert('companies', { id: 'c', name: 'Quay' }))
  write(other, (tx) => tx.insert('companies', { id: 'c', name: 'Quay' }))
  pull(other, older)
  pull(older, other)
  between = { writer: older.update() }
  const second = { writer: other.update() }
  expect([...second.writer.digests.tables()]).toEqual([...between.writer.digests.tables()])
  // By a clock that is behind.
  clock.now -= 3_600_000
  write(between, (tx) => tx.update('companies', 'c', { creditCode: 'first' }))
  clock.now += 3_600_000
  pull(second, between)
  write(second, (tx) => tx.update('companies', 'c', { mergedIntoId: 'd' }))
  pull(between, second)
  const contradictions = ({ writer }: { writer: Writer }) =>
    writer.raw.prepare('SELECT cell, value FROM sync_conflict WHERE cell IN (30, 37)').all()
  expect([contradictions(between), contradictions(second)]).toEqual([[], []])
  expect(shown(second)).toEqual(shown(between))
  expect([...second.writer.digests.tables()]).toEqual([...between.writer.digests.tables()])
  second.writer.close()
})
