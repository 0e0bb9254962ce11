// What hangs on a row's values follows a change of another machine: sort keys and amounts, and the words that it is found by. A row made anew with
// the same values is what it has to be like.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { layoutFor } from '#main/db/registry/layout.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { documentNumber } from '#main/db/search/documents.ts'
import { MOST_LINE_E4 } from '#shared/orders/order-amounts.ts'
import { type Machine, newMachine, pull } from '../../support/replicas.ts'

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

/** What the index keeps of a document: its words by their columns. */
const wordsOf = ({ raw }: Machine['writer'], index: 'search' | 'searchParts', document: number): unknown[] => {
  raw.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${index}Words USING fts5vocab(main, ${index}, instance)`)
  return raw
    .prepare<[number], { col: string; term: string }>(
      `SELECT col, term FROM temp.${index}Words WHERE doc = ? ORDER BY col, "offset", term`,
    )
    .all(document)
}

/** All that is made from the values of a row: its derived columns, and what it is found by. */
const madeOf = ({ prepare, writer }: Machine, table: TableName, id: string): Readonly<Record<string, unknown>> => {
  const { derivedColumns, search } = layoutFor(table)
  const row = prepare<[string], { no: number }>(`SELECT no, ${derivedColumns.join()} FROM ${table} WHERE id = ?`).get(id)
  const document = documentNumber(search?.kind ?? 0, row?.no ?? 0)
  return { ...row, no: null, words: wordsOf(writer, 'search', document), parts: wordsOf(writer, 'searchParts', document) }
}

const TEXT = 's0123456789ab'
const COMPANY = {
  ...{ name: 'Harbour Tools', phone: '+49 30 2339972', email: 'post@harbour.example', website: 'harbour.example' },
  ...{
    industry: 'tools',
    city: 'Bonn',
    address: 'Quay 1',
    externalId: 'X-1',
    creditCode: '91350100M000100Y43',
    description: 'old',
  },
  ...{ country: 'Germany', employees: 12, ownerId: null, custom: { [TEXT]: 'Anchor' } },
}

test('of each column of a company', () => {
  const news = {
    ...{ name: '深圳华腾', phone: '13800138000', email: 'new@quay.example', website: 'quay.example', industry: 'ships' },
    ...{
      city: '上海',
      address: 'Quay 2',
      externalId: 'Y-2',
      creditCode: '91350100M000100Y44',
      description: 'new',
      country: 'China',
    },
    ...{ employees: 13, ownerId: 'somebody', custom: { [TEXT]: 'Buoy' } },
  }
  write(anna, (tx) => tx.insert('companies', { id: 'c', ...COMPANY }))
  let values: typeof COMPANY | typeof news = COMPANY
  for (const [column, value] of [...Object.entries(news), ...Object.entries(COMPANY)]) {
    values = { ...values, [column]: value }
    write(anna, (tx) => tx.update('companies', 'c', { [column]: value }))
    pull(ben, anna)
    write(ben, (tx) => tx.insert('companies', { id: `twin of ${JSON.stringify(values)}`, ...values }))
    expect(madeOf(ben, 'companies', 'c'), column).toEqual(madeOf(ben, 'companies', `twin of ${JSON.stringify(values)}`))
    expect(madeOf(anna, 'companies', 'c'), column).toEqual(madeOf(ben, 'companies', 'c'))
  }
})

test('while the two wrote other columns of it apart', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', ...COMPANY }))
  pull(ben, anna)
  write(anna, (tx) => tx.update('companies', 'c', { city: 'Kiel' }))
  write(ben, (tx) => tx.update('companies', 'c', { name: 'Anchor Works', description: 'of Ben' }))
  write(anna, (tx) => tx.update('companies', 'c', { description: 'of Anna' }))
  pull(ben, anna)
  pull(anna, ben)
  write(ben, (tx) => tx.insert('companies', { id: 'twin', ...COMPANY, city: 'Kiel', name: 'Anchor Works' }))
  expect(madeOf(ben, 'companies', 'c')).toEqual(madeOf(ben, 'companies', 'twin'))
  expect(madeOf(anna, 'companies', 'c')).toEqual(madeOf(ben, 'companies', 'c'))
})

test('of a line of an order, which comes to something else', () => {
  const line = { orderId: 'o', lineNo: 1, quantityMilli: 2000, unitPriceE4: 15_000, discountBp: 0 }
  write(anna, (tx) => tx.insert('orderLines', { id: 'l', ...line }))
  const netOf = ({ prepare }: Machine) => prepare('SELECT netE4 FROM orderLines').pluck().get()
  for (const [change, net] of [
    [{ quantityMilli: 3000 }, 45_000],
    [{ unitPriceE4: 20_000 }, 60_000],
    [{ discountBp: 1000 }, 54_000],
  ] as const) {
    write(anna, (tx) => tx.update('orderLines', 'l', change))
    pull(ben, anna)
    expect(netOf(ben)).toBe(net)
  }
})

test('of a ticket that became urgent', () => {
  const ticket = { number: 'T-A-7', subject: 'Leak', statusId: 's', priority: 'low', channel: 'phone' } as const
  write(anna, (tx) => tx.insert('tickets', { id: 't', ...ticket }))
  write(anna, (tx) => tx.update('tickets', 't', { priority: 'urgent' }))
  pull(ben, anna)
  write(ben, (tx) => tx.insert('tickets', { id: 'twin', ...ticket, priority: 'urgent' }))
  expect(madeOf(ben, 'tickets', 't')).toEqual(madeOf(ben, 'tickets', 'twin'))
})

test('a company that is archived elsewhere is found no more, and again once it is restored', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', ...COMPANY }))
  pull(ben, anna)
  const before = madeOf(ben, 'companies', 'c')
  write(anna, (tx) => tx.archive('companies', 'c'))
  pull(ben, anna)
  expect(madeOf(ben, 'companies', 'c')).toMatchObject({ words: [], parts: [] })
  write(anna, (tx) => tx.restore('companies', 'c'))
  pull(ben, anna)
  expect(madeOf(ben, 'companies', 'c')).toEqual(before)
})

test('a further number that was changed elsewhere finds its company', () => {
  write(anna, (tx) => tx.insert('companies', { id: 'c', ...COMPANY }))
  write(anna, (tx) =>
    tx.insert('contactPoints', {
      ...{ id: 'p', recordType: 'company', recordId: 'c', kind: 'phone', type: 'work', value: '+49 30 1111111', position: 'a0' },
    }),
  )
  pull(ben, anna)
  write(anna, (tx) => tx.update('contactPoints', 'p', { value: '+49 30 8888888' }))
  pull(ben, anna)
  expect(JSON.stringify(madeOf(ben, 'companies', 'c'))).toContain('8888888')
  expect(madeOf(ben, 'companies', 'c')).toEqual(madeOf(anna, 'companies', 'c'))
})

test('a quantity and a price that come to more than a line may, each written on one machine, are both taken', () => {
  write(anna, (tx) => {
    tx.insert('orders', { id: 'o', number: 'O-1', companyId: 'c', status: 'open', currency: 'EUR' })
    tx.insert('orderLines', { id: 'l', orderId: 'o', lineNo: 1, quantityMilli: 1000, unitPriceE4: 10_000, discountBp: 0 })
  })
  pull(ben, anna)
  write(anna, (tx) => tx.update('orderLines', 'l', { quantityMilli: 1_000_000_000_000 }))
  write(ben, (tx) => tx.update('orderLines', 'l', { unitPriceE4: 10_000_000_000_000 }))
  pull(ben, anna)
  pull(anna, ben)
  for (const { prepare } of [anna, ben])
    expect(prepare('SELECT quantityMilli, unitPriceE4, netE4 FROM orderLines').all()).toEqual([
      { quantityMilli: 1_000_000_000_000, unitPriceE4: 10_000_000_000_000, netE4: MOST_LINE_E4 },
    ])
})
