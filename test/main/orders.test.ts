// Products, orders and their lines: what is written, what it comes to, and what takes it back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const chai = () => app.ask('products.create', { name: 'Chai', code: 'C-1', unit: 'box', unitPriceE4: 180_000 })
const company = () => app.ask('companies.create', { name: 'Alfreds Futterkiste' })
const operationOf = async (path: string, input: unknown): Promise<string> => {
  const reply = await app.call(path, input)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error), { cause: app.bugs.at(-1) })
  return reply.operation ?? ''
}
const refusal = async (path: string, input: unknown) => {
  const reply = await app.call(path, input)
  return reply.ok ? null : reply.error
}

test('an order is made with its lines: numbered, dated today, in the currency of the office, at the prices of the products', async () => {
  const [product, customer] = [await chai(), await company()]
  const order = await app.ask('orders.create', {
    ...{ companyId: customer.id, freightMinor: 500 },
    lines: [
      { productId: product.id, quantityMilli: 3000, discountBp: 1000 },
      { name: 'Gift wrap', unitPriceE4: 25_000 },
    ],
  })
  const card = await app.ask('orders.get', { id: order.id })
  expect(card).toMatchObject({ number: 'O-A-1', status: 'open', orderedOn: '2026-03-02', currency: 'EUR' })
  expect(card.company).toEqual({ id: customer.id, name: 'Alfreds Futterkiste' })
  expect(card.lines.map(({ lineNo, netE4, product: of, name }) => [lineNo, of?.name ?? name, netE4])).toEqual([
    [1, 'Chai', 486_000],
    [2, 'Gift wrap', 25_000],
  ])
  expect(card.figures).toMatchObject({
    grossMinor: 5650,
    discountMinor: 540,
    netMinor: 5110,
    totalMinor: 5610,
    statedMinor: null,
  })
  expect((await app.ask('orders.create', {})).number).toBe('O-A-2')
})

test('a number of its own, a day or none, and a shipped order being done are taken as given', async () => {
  const given = { number: ' 10248 ', orderedOn: null, shippedOn: '2026-02-01' } as const
  expect(await app.ask('orders.create', given)).toMatchObject({ number: '10248', orderedOn: null, status: 'done' })
  expect(await app.ask('orders.create', { number: '   ' })).toMatchObject({ number: 'O-A-1' })
})

describe('a refusal names the field', () => {
  const missing = '01900000-0000-7000-8000-00000000dead'
  test.each([
    ['a company that is not there', 'orders.create', { companyId: missing }, 'companyId', 'reference_gone'],
    ['a product that is not there', 'orders.create', { lines: [{ productId: missing }] }, 'lines.0.productId', 'reference_gone'],
    [
      'a line that says nothing',
      'orders.create',
      { lines: [{ name: 'a' }, { name: ' ' }] },
      'lines.1.productId',
      'line_nameless',
    ],
    [
      'an amount that cannot be counted',
      'orders.create',
      { lines: [{ name: 'a', quantityMilli: 1e12, unitPriceE4: 1e13 }] },
      'lines.0.unitPriceE4',
      'line_too_much',
    ],
    [
      'a discount of more than everything',
      'orders.create',
      { lines: [{ name: 'a', discountBp: 10_001 }] },
      'lines.0.discountBp',
      'too_big',
    ],
    ['a product without a name', 'products.create', { name: ' ' }, 'name', 'too_small'],
  ])('%s', async (_what, path, input, field, code) => {
    expect(await refusal(path, input)).toMatchObject({ code: 'invalid_input', issues: [{ field, code }] })
    expect(app.bugs).toEqual([])
  })
})

test('lines are added, changed, moved and taken away, and every step is undone', async () => {
  const product = await chai()
  const order = await app.ask('orders.create', { lines: [{ name: 'First' }, { name: 'Second' }] })
  const names = async () => (await app.ask('orders.get', { id: order.id })).lines.map((line) => line.product?.name ?? line.name)
  const [, second] = (await app.ask('orders.get', { id: order.id })).lines
  const steps = [
    ['orderLines.add', { orderId: order.id, productId: product.id }, ['First', 'Second', 'Chai']],
    ['orderLines.update', { id: second?.id, productId: product.id }, ['First', 'Chai', 'Chai']],
    ['orderLines.move', { id: second?.id, beforeId: null }, ['First', 'Chai', 'Chai']],
    ['orderLines.remove', { id: second?.id }, ['First', 'Chai']],
  ] as const
  const done: string[] = []
  for (const [path, input, expected] of steps) {
    done.push(await operationOf(path, input))
    expect(await names()).toEqual(expected)
  }
  for (const operation of done.toReversed()) await app.ask('history.undo', { operation })
  expect(await names()).toEqual(['First', 'Second'])
  expect((await app.ask('orders.get', { id: order.id })).lines[1]).toMatchObject({ lineNo: 2, name: 'Second', productId: null })
})

test('an order whose creation is undone is gone with its lines, and back when that is done again', async () => {
  const [product, customer] = [await chai(), await company()]
  const input = { companyId: customer.id, lines: [{ productId: product.id }] }
  const operation = await operationOf('orders.create', input)
  const [order] = (await app.ask('lists.page', { entity: 'orders', columns: [] })).rows
  await app.ask('history.undo', { operation })
  expect(await refusal('orders.get', { id: order?.id })).toMatchObject({ code: 'not_found', messageKey: 'orders.gone' })
  expect((await app.ask('products.get', { id: product.id })).sums).toEqual([])
  expect((await app.ask('lists.count', { entity: 'orders' })).count).toBe(0)

  await app.ask('history.redoLast', {})
  expect((await app.ask('orders.get', { id: order?.id ?? '' })).figures.totalMinor).toBe(1800)
})

test('a line that was taken away is put back from the history', async () => {
  const order = await app.ask('orders.create', { lines: [{ name: 'First', unitPriceE4: 10_000 }] })
  const [line] = (await app.ask('orders.get', { id: order.id })).lines
  const operation = await operationOf('orderLines.remove', { id: line?.id })
  const [change] = await app.ask('history.ofRecord', { table: 'orders', id: order.id })
  expect(change).toMatchObject({ operation, row: { table: 'orderLines', id: line?.id, name: 'First' } })
  await app.ask('history.restoreValue', { table: 'orderLines', id: line?.id ?? '', operation, field: 'archivedAt' })
  expect((await app.ask('orders.get', { id: order.id })).figures.netMinor).toBe(100)
})

test('an archived order is not changed, its lines neither; restored it is', async () => {
  const order = await app.ask('orders.create', { lines: [{ name: 'First' }] })
  const [line] = (await app.ask('orders.get', { id: order.id })).lines
  await app.ask('orders.archive', { id: order.id })
  expect(await refusal('orders.update', { id: order.id, status: 'done' })).toMatchObject({ messageKey: 'orders.archived' })
  expect(await refusal('orderLines.update', { id: line?.id, quantityMilli: 5000 })).toMatchObject({
    messageKey: 'orders.archived',
  })
  await app.ask('orders.restore', { id: order.id })
  expect(await app.ask('orderLines.update', { id: line?.id ?? '', quantityMilli: 5000 })).toMatchObject({ quantityMilli: 5000 })
})

test('the orders of a company and of a person, newest first in pages, with what they come to in each currency', async () => {
  const customer = await company()
  const person = await app.ask('contacts.create', { name: 'Maria Anders', companyId: customer.id })
  const of = { companyId: customer.id, contactId: person.id }
  const days = ['2026-01-05', '2026-02-01', null, '2026-02-01'] as const
  for (const orderedOn of days)
    await app.ask('orders.create', { ...of, orderedOn, lines: [{ name: 'Tea', unitPriceE4: 123_456 }] })
  await app.ask('orders.create', { ...of, status: 'cancelled', lines: [{ name: 'Tea', unitPriceE4: 10_000 }] })
  await app.ask('orders.create', { ...of, currency: 'JPY', statedTotalMinor: 5000, orderedOn: '2025-01-01' })

  const record = { recordType: 'company', recordId: customer.id } as const
  const first = await app.ask('orders.ofRecord', { ...record, after: null, limit: 4 })
  const second = await app.ask('orders.ofRecord', { ...record, after: first.next, limit: 4 })
  const shown = [...first.rows, ...second.rows]
  expect(shown.map(({ orderedOn }) => orderedOn)).toEqual([
    '2026-03-02',
    '2026-02-01',
    '2026-02-01',
    '2026-01-05',
    '2025-01-01',
    null,
  ])
  expect(shown[1]).toMatchObject({ totalMinor: 1235, lines: 1, customer: { name: 'Maria Anders' } })
  expect(second.next).toBeNull()
  const sums = [
    { currency: 'EUR', orders: 4, cancelled: 1, totalMinor: 4940, lastOn: '2026-02-01' },
    { currency: 'JPY', orders: 1, cancelled: 0, totalMinor: 5000, lastOn: '2025-01-01' },
  ]
  expect(await app.ask('orders.sums', record)).toEqual(sums)
  expect(await app.ask('orders.sums', { recordType: 'contact', recordId: person.id })).toEqual(sums)
})

test('a product tells where it was sold and what it cost last', async () => {
  const [product, customer] = [await chai(), await company()]
  const sold = async (orderedOn: string, quantityMilli: number, unitPriceE4: number) =>
    app.ask('orders.create', {
      companyId: customer.id,
      orderedOn,
      lines: [{ productId: product.id, quantityMilli, unitPriceE4 }],
    })
  await sold('2026-02-01', 2000, 190_000)
  await sold('2026-01-01', 5000, 170_000)
  await sold('2026-01-15', -1000, 170_000)
  const card = await app.ask('products.get', { id: product.id })
  expect(card.lastSale).toEqual({ unitPriceE4: 190_000, currency: 'EUR', orderedOn: '2026-02-01' })
  expect(card.sums).toEqual([{ currency: 'EUR', orders: 3, quantityMilli: 6000, netMinor: 10_600 }])
  const { rows } = await app.ask('products.sales', { id: product.id, after: null, limit: 50 })
  expect(
    rows.map(({ orderedOn, quantityMilli, netMinor, customer: who }) => [orderedOn, quantityMilli, netMinor, who?.name]),
  ).toEqual([
    ['2026-02-01', 2000, 3800, 'Alfreds Futterkiste'],
    ['2026-01-15', -1000, -1700, 'Alfreds Futterkiste'],
    ['2026-01-01', 5000, 8500, 'Alfreds Futterkiste'],
  ])
})

test('the total in the list is the one on the order’s page, whatever the currency', async () => {
  for (const currency of ['EUR', 'JPY', 'KWD', 'CNY']) {
    for (const unitPriceE4 of [123_450, -123_450, 5, 99_995_000]) {
      const line = { name: 'Tea', quantityMilli: 1500, unitPriceE4, discountBp: 333 }
      await app.ask('orders.create', { currency, freightMinor: 7, lines: [line, line] })
    }
  }
  const { rows } = await app.ask('lists.page', { entity: 'orders', columns: ['totalMinor', 'netMinor', 'lineCount'] })
  expect(rows).toHaveLength(16)
  for (const { id, cells } of rows) {
    const { figures, currency } = await app.ask('orders.get', { id })
    expect(cells).toEqual({
      ...{ totalMinor: { amountMinor: figures.totalMinor, currency }, netMinor: { amountMinor: figures.netMinor, currency } },
      lineCount: 2,
    })
  }
})

test('lists change products and orders by their own rules, and group them with subtotals', async () => {
  const [product, customer] = [await chai(), await company()]
  for (const status of ['open', 'open', 'done'] as const) {
    await app.ask('orders.create', { companyId: customer.id, status, lines: [{ productId: product.id }] })
  }
  const { groups } = await app.ask('lists.groups', { entity: 'orders', group: 'status', columns: ['totalMinor'] })
  expect(groups.map(({ key, count, sums }) => [key, count, sums[0]?.sum])).toEqual([
    ['open', 2, 3600],
    ['done', 1, 1800],
  ])
  const all = { question: { entity: 'orders' } } as const
  expect(await app.ask('lists.change', { entity: 'orders', selection: all, changes: { status: 'done' } })).toMatchObject({
    changed: 2,
  })
  const price = { unitPriceE4: { amountMinor: 1950, currency: 'EUR' } }
  await app.ask('lists.edit', { entity: 'products', rows: [{ id: product.id, changes: price }] })
  expect((await app.ask('products.get', { id: product.id })).unitPriceE4).toBe(195_000)
})

test('an order is found by its number, a product by its name, code and pinyin', async () => {
  const tea = await app.ask('products.create', { name: '龙井茶', code: 'LJ-2026' })
  const order = await app.ask('orders.create', { number: 'PO-7781', companyId: (await company()).id })
  const found = async (text: string) => (await app.ask('search.find', { text })).map(({ kind, id, detail }) => [kind, id, detail])
  expect(await found('PO-7781')).toEqual([['order', order.id, 'Alfreds Futterkiste · 2026-03-02']])
  for (const text of ['龙井', 'longjing', 'LJ-2026']) expect(await found(text)).toEqual([['product', tea.id, 'LJ-2026']])
  expect((await app.ask('products.pick', { text: 'longjing' })).map(({ id }) => id)).toEqual([tea.id])
})

test('notes, tags, favourites and files stand on orders and products as on any record', async () => {
  const [product, order] = [await chai(), await app.ask('orders.create', {})]
  const tag = await app.ask('tags.create', { name: 'Urgent' })
  for (const [recordType, recordId] of [
    ['order', order.id],
    ['product', product.id],
  ] as const) {
    await app.ask('activities.log', { kind: 'note', recordType, recordId, text: 'Ask for the certificate' })
    await app.ask('tags.set', { recordType, recordId, tagIds: [tag.id] })
    await app.ask('favourites.add', { recordType, recordId })
    expect((await app.ask('timeline.of', { recordType, recordId, kinds: ['note'] })).entries).toHaveLength(1)
  }
  expect((await app.ask('tags.list', {}))[0]).toMatchObject({ total: 2, counts: { order: 1, product: 1 } })
  expect((await app.ask('favourites.list', {})).map(({ name }) => name)).toEqual(['O-A-1', 'Chai'])
})

test('an order stands on the timeline of its customer, on its day', async () => {
  const customer = await company()
  await app.ask('orders.create', { companyId: customer.id, orderedOn: '2025-12-24' })
  const { entries } = await app.ask('timeline.of', { recordType: 'company', recordId: customer.id, kinds: ['order'] })
  expect(entries).toMatchObject([{ kind: 'order', at: '2025-12-24T12:00:00.000Z', order: { name: 'O-A-1' } }])
  expect(await app.ask('timeline.counts', { recordType: 'company', recordId: customer.id })).toMatchObject({ order: 1 })
})
