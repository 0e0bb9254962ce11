// Three versions of Kith in a row over real links, the oldest in the middle: it passes on what it does not know as it came, puts it aside, and applies
// it once it is brought up to date.
import { afterEach, expect, test, vi } from 'vitest'
import type { Writer } from '#main/db/open-workspace.ts'
import { sha256 } from '#main/db/log/set-header.ts'
import { answerDigests } from '#main/sync/local-digests.ts'
import { askable, auditOf, identities, talk } from '../../support/linked-machines.ts'
import { createOlder } from '../../support/older-engine.ts'
import { newMachine } from '../../support/replicas.ts'

/** What came with the newest version, and with the one before it. */
const NEWEST = { tables: ['orders', 'orderLines', 'notDuplicates'], columns: { companies: ['mergedIntoId'] } } as const
const NEWER = { tables: ['products'], columns: { companies: ['creditCode'] } } as const

const writers: { writer: Writer }[] = []
afterEach(() => {
  for (const { writer } of writers.splice(0)) writer.close()
})

/** Anna's Kith is newer than the one in the middle, Cleo's is the newest. */
const office = async () => {
  const newest = { ...(await newMachine(2)), askable, answerDigests }
  const { clock } = newest
  const newer = await createOlder({ ...NEWEST, schemas: 1 }, clock, 0xaa)
  const oldest = await createOlder(
    {
      tables: [...NEWEST.tables, ...NEWER.tables],
      columns: { companies: [...NEWEST.columns.companies, ...NEWER.columns.companies] },
      schemas: 2,
    },
    clock,
  )
  const [anna, middle, cleo] = [newer, oldest, newest].map((engine) => {
    const machine = {
      ...{ writer: engine.writer, asked: engine.askable(engine), audit: auditOf(engine.answerDigests(engine.writer)) },
      write: (work: Parameters<Writer['write']>[1]): void => {
        clock.now += 1000
        machine.writer.write({ actor: 'somebody', procedure: 'test' }, work)
        machine.asked.committed()
      },
      /** The newest Kith is installed, and opens the file. */
      update: (update: () => Writer): void => {
        machine.writer = update()
        machine.asked = askable({ writer: machine.writer, clock })
        machine.audit = auditOf(answerDigests(machine.writer))
      },
    }
    writers.push(machine)
    return machine
  })
  const [one, two, three] = await identities(3)
  if (!anna || !middle || !cleo || !one || !two || !three) throw new Error('three were asked for')
  const keys = undefined
  /** Anna and Cleo never meet: all goes through the middle, over two links. */
  const speak = async () => {
    const links = [
      await talk([anna.asked, middle.asked], [one, two], keys, [[anna.audit.audit.topic], [middle.audit.audit.topic]]),
      await talk([cleo.asked, middle.asked], [three, two], keys, [[cleo.audit.audit.topic], [middle.audit.audit.topic]]),
    ]
    return async (): Promise<void> => {
      for (const { close } of links) await close()
    }
  }
  const settled = (): Promise<void> =>
    vi.waitFor(
      () => {
        expect(middle.writer.outgoing.vector()).toEqual(anna.writer.outgoing.vector())
        expect(middle.writer.outgoing.vector()).toEqual(cleo.writer.outgoing.vector())
      },
      { timeout: 20_000, interval: 20 },
    )
  return { anna, middle, cleo, speak, settled, updates: { newer: newer.update, oldest: oldest.update } }
}

type Has = { readonly writer: Writer }
const rows = ({ writer }: Has, sql: string): unknown[] => writer.raw.prepare(sql).all()
const parked = (machine: Has): unknown[] =>
  rows(machine, 'SELECT tbl, cells, count(*) AS sets FROM sync_pending GROUP BY tbl, cells ORDER BY tbl, cells')
/** Each change set that it holds, with the hash of its bytes. */
const logOf = ({ writer }: Has): string[] =>
  writer.outgoing
    .missing(new Map(), 0, 1e9)
    .sets.map(({ originHex, seq, body }) => `${originHex}-${seq} ${sha256(body ?? new Uint8Array()).toString('hex')}`)
    .toSorted()
const shown = ({ writer }: Has) => {
  const answer = answerDigests(writer)({ kind: 'tables' })
  return answer.kind === 'tables' ? answer : null
}

test(
  'what two newer versions write goes through an older one unharmed, and is there after its update',
  { timeout: 60_000 },
  async () => {
    const { anna, middle, cleo, speak, settled, updates } = await office()
    anna.write((tx) => {
      tx.insert('companies', { id: 'c', name: 'Harbour Tools', creditCode: '91440300MA5G' })
      tx.insert('products', { id: 'p', name: 'Bench', currency: 'EUR', isDiscontinued: false })
    })
    cleo.write((tx) => {
      tx.insert('companies', { id: 'd', name: 'Quay', creditCode: '91350100M000', mergedIntoId: 'c' })
      tx.insert('orders', { id: 'o', number: 'O-1', companyId: 'd', status: 'open', currency: 'EUR' })
    })
    middle.write((tx) => tx.insert('companies', { id: 'e', name: 'Lighthouse' }))
    const leave = await speak()
    await settled()
    expect(rows(middle, 'SELECT id, name FROM companies ORDER BY id')).toEqual([
      { id: 'c', name: 'Harbour Tools' },
      { id: 'd', name: 'Quay' },
      { id: 'e', name: 'Lighthouse' },
    ])
    // Companies are table 10, products 80, orders 81; the credit code is cell 30, what a company was merged into cell 37.
    expect(parked(middle)).toEqual([
      { tbl: 10, cells: '[30,37]', sets: 1 },
      { tbl: 10, cells: '[30]', sets: 1 },
      { tbl: 80, cells: null, sets: 1 },
      { tbl: 81, cells: null, sets: 1 },
    ])
    expect(parked(anna)).toEqual([
      { tbl: 10, cells: '[37]', sets: 1 },
      { tbl: 81, cells: null, sets: 1 },
    ])
    expect(parked(cleo)).toEqual([])
    // Each pair compares what it shows.
    await vi.waitFor(() => expect(middle.audit.asked).toEqual(['tables', 'tables']), { timeout: 20_000 })
    await leave()

    // All three go on apart, on the same rows.
    anna.write((tx) => tx.update('companies', 'c', { creditCode: 'from Anna', phone: '030 1' }))
    cleo.write((tx) => tx.update('companies', 'c', { creditCode: 'from Cleo' }))
    cleo.write((tx) => tx.update('products', 'p', { name: 'Bench, long' }))
    middle.write((tx) => tx.update('companies', 'c', { city: 'Bonn' }))
    const leaveAgain = await speak()
    await settled()
    // And while they talk.
    cleo.write((tx) =>
      tx.insert('orderLines', { id: 'l', orderId: 'o', lineNo: 1, quantityMilli: 2000, unitPriceE4: 1_990_000, discountBp: 0 }),
    )
    anna.write((tx) => tx.update('products', 'p', { code: 'B-1' }))
    middle.write((tx) => tx.update('companies', 'e', { city: 'Kiel' }))
    await settled()
    await leaveAgain()
    expect(logOf(middle)).toEqual(logOf(anna))
    expect(logOf(middle)).toEqual(logOf(cleo))
    expect(rows(middle, 'SELECT name, city, phone FROM companies ORDER BY id')).toEqual([
      { name: 'Harbour Tools', city: 'Bonn', phone: '030 1' },
      { name: 'Quay', city: null, phone: null },
      { name: 'Lighthouse', city: 'Kiel', phone: null },
    ])
    for (const machine of [anna, cleo]) {
      expect(rows(machine, 'SELECT id, creditCode, city FROM companies ORDER BY id')).toEqual([
        { id: 'c', creditCode: 'from Cleo', city: 'Bonn' },
        { id: 'd', creditCode: '91350100M000', city: null },
        { id: 'e', creditCode: null, city: 'Kiel' },
      ])
      expect(rows(machine, 'SELECT name, code FROM products')).toEqual([{ name: 'Bench, long', code: 'B-1' }])
      expect(rows(machine, 'SELECT row, cell, value FROM sync_conflict')).toEqual([{ row: 'c', cell: 30, value: '"from Anna"' }])
    }

    // Nobody was told that another one shows something else.
    expect([anna, middle, cleo].map(({ audit }) => audit.found)).toEqual([[], [], []])

    middle.update(updates.oldest)
    anna.update(updates.newer)
    expect([anna, middle].map(parked)).toEqual([[], []])
    for (const machine of [anna, middle, cleo]) {
      expect(rows(machine, 'SELECT id, mergedIntoId FROM companies WHERE mergedIntoId IS NOT NULL')).toEqual([
        { id: 'd', mergedIntoId: 'c' },
      ])
      expect(rows(machine, 'SELECT number, companyId FROM orders')).toEqual([{ number: 'O-1', companyId: 'd' }])
      expect(rows(machine, 'SELECT lineNo, netE4 FROM orderLines')).toEqual([{ lineNo: 1, netE4: 3_980_000 }])
      expect(rows(machine, 'SELECT name, code FROM products')).toEqual([{ name: 'Bench, long', code: 'B-1' }])
    }
    expect(shown(middle)).toEqual(shown(cleo))
    expect(shown(anna)).toEqual(shown(cleo))

    cleo.audit.pass(3_600_001)
    const leaveAtLast = await speak()
    await vi.waitFor(() => expect(middle.audit.asked).toEqual(['tables', 'tables']), { timeout: 20_000 })
    await leaveAtLast()
    expect([anna, middle, cleo].map(({ audit }) => audit.found)).toEqual([[], [], []])
  },
)
