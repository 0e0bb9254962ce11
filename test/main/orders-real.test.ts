// The orders of two well-known sample databases come to the cent. They are read from the folder that KITH_REAL_DATA names; the rules they go
// by are tested in orders.test.ts and order-amounts.test.ts without it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestApp } from '../support/test-app.ts'

const folder = process.env['KITH_REAL_DATA']
if (folder === undefined) console.error('KITH_REAL_DATA is not set: the orders of real files are left out.')

/** Columns of a file whose cells in these columns hold neither commas nor quotes. */
const columnsOf = (file: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(join(folder ?? '', file), 'utf8')
    .trim()
    .split(/\r?\n/u)
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, place) => [names[place] ?? '', cell])))
}

const countAll = async (
  currency: string,
  files: { orders: string; lines: string },
  read: Readonly<Record<'id' | 'of' | 'price' | 'quantity' | 'discount', string>>,
) => {
  const app = await createTestApp()
  const lines = Map.groupBy(columnsOf(files.lines), (line) => line[read.of] ?? '')
  const sums = { orders: 0, grossE4: 0, netE4: 0 }
  for (const row of columnsOf(files.orders)) {
    const number = row[read.id] ?? ''
    const order = await app.ask('orders.create', {
      ...{ number, currency },
      lines: (lines.get(number) ?? []).map((line) => ({
        name: 'A product',
        quantityMilli: Number(line[read.quantity]) * 1000,
        unitPriceE4: Math.round(Number(line[read.price]) * 10_000),
        discountBp: Math.round(Number(line[read.discount] ?? 0) * 10_000),
      })),
    })
    const { figures } = await app.ask('orders.get', { id: order.id })
    sums.orders += 1
    sums.grossE4 += figures.grossE4
    sums.netE4 += figures.netE4
  }
  const { sums: totals } = await app.ask('lists.totals', { entity: 'orders', columns: ['totalMinor'] })
  app.close()
  return { ...sums, totalMinor: totals[0]?.sum }
}

test.runIf(folder !== undefined)(
  'northwind: 830 orders, 1,354,458.59 before and 1,265,793.0395 after discount',
  async () => {
    const names = { id: 'orderID', of: 'orderID', price: 'unitPrice', quantity: 'quantity', discount: 'discount' }
    const sums = await countAll('USD', { orders: 'northwind/orders.csv', lines: 'northwind/order-details.csv' }, names)
    expect(sums).toMatchObject({ orders: 830, grossE4: 13_544_585_900, netE4: 12_657_930_395 })
  },
  60_000,
)

test.runIf(folder !== undefined)(
  'chinook: 412 invoices, 2,328.60',
  async () => {
    const names = { id: 'InvoiceId', of: 'InvoiceId', price: 'UnitPrice', quantity: 'Quantity', discount: '' }
    const sums = await countAll('USD', { orders: 'chinook/csv/Invoice.csv', lines: 'chinook/csv/InvoiceLine.csv' }, names)
    expect(sums).toMatchObject({ orders: 412, netE4: 23_286_000, totalMinor: 232_860 })
  },
  60_000,
)
