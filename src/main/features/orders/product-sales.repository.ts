// Where a product was sold: lines of orders in use, and what they come to.
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Cursor } from '#shared/base/fields.ts'
import type { productCard, ProductSale, productSum } from '#shared/orders/product.ts'
import { minorOfE4 } from '#shared/orders/order-amounts.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isBehind } from './newest-first.ts'

const sold = (productId: string) => sql`
  from orderLines as line join orders on orders.id = line.orderId
  where line.productId = ${productId} and line.archivedAt is null and orders.archivedAt is null`

interface SumRow {
  readonly currency: string
  readonly orders: number
  readonly quantityMilli: number
  readonly netE4: number
}

export const listSums = (db: Db, productId: string): z.infer<typeof productSum>[] =>
  db
    .all(
      compileSql(sql<SumRow>`
        select orders.currency, count(distinct orders.id) as orders, sum(line.quantityMilli) as quantityMilli, sum(line.netE4) as netE4
        ${sold(productId)} and orders.status <> 'cancelled' group by orders.currency order by orders.currency`),
    )
    .map(({ netE4, ...sum }) => ({ ...sum, netMinor: minorOfE4(netE4, sum.currency) }))

export const findLastSale = (db: Db, productId: string): z.infer<typeof productCard>['lastSale'] =>
  db.get(
    compileSql(sql<{ unitPriceE4: number; currency: string; orderedOn: string | null }>`
      select line.unitPriceE4, orders.currency, orders.orderedOn ${sold(productId)} and orders.status <> 'cancelled'
      order by coalesce(orders.orderedOn, '') desc, line.id desc limit 1`),
  ) ?? null

interface SaleRow {
  readonly id: string
  readonly key: string
  readonly orderId: string
  readonly number: string
  readonly orderedOn: string | null
  readonly customerId: string | null
  readonly customerName: string | null
  readonly quantityMilli: number
  readonly unitPriceE4: number
  readonly netE4: number
  readonly currency: string
}

/** The lines behind a place, with what the next page begins behind. */
export const listSales = (db: Db, productId: string, after: Cursor | null, limit: number) => {
  const key = sql`coalesce(orders.orderedOn, '')`
  const rows = db.all(
    compileSql(sql<SaleRow>`
      select line.id, ${key} as key, orders.id as orderId, orders.number, orders.orderedOn, line.quantityMilli, line.unitPriceE4,
        line.netE4, orders.currency, coalesce(company.id, contact.id) as customerId, coalesce(company.name, contact.name) as customerName
      from orderLines as line join orders on orders.id = line.orderId
        left join companies as company on company.id = orders.companyId left join contacts as contact on contact.id = orders.contactId
      where line.productId = ${productId} and line.archivedAt is null and orders.archivedAt is null
        and ${isBehind(key, sql`line.id`, after)}
      order by key desc, line.id desc limit ${limit}`),
  )
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { rows: rows.map(toSale), next: last ? { key: last.key, id: last.id } : null }
}

const toSale = ({ key: _key, orderId, number, customerId, customerName, netE4, ...row }: SaleRow): ProductSale => ({
  ...row,
  order: { id: orderId, name: number },
  customer: customerId === null ? null : { id: customerId, name: customerName ?? '' },
  netMinor: minorOfE4(netE4, row.currency),
})
