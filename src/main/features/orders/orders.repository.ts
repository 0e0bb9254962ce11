// The SQL of orders, one at a time with their lines, and of a customer's orders.
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Cursor } from '#shared/base/fields.ts'
import { type Order, order, type OrderCard, type OrderRow, type orderSum } from '#shared/orders/order.ts'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isThere, toReference } from '#main/db/selection.ts'
import { ORDER_LINES, ORDER_TOTAL } from '#main/records/order-total.ts'
import { isBehind } from './newest-first.ts'

const orderById = prepared<{ id: string }>()((param) =>
  build.selectFrom('orders').select(columnsOf('orders', order)).where('id', '=', param('id')).where(isThere('orders')),
)

export const findOrder = (db: Db, id: string): Order | undefined => orderById(db, { id })[0]

const namesById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('orders')
    .leftJoin('companies as company', 'company.id', 'orders.companyId')
    .leftJoin('contacts as contact', 'contact.id', 'orders.contactId')
    .leftJoin('users as owner', 'owner.id', 'orders.ownerId')
    .where('orders.id', '=', param('id'))
    .select([
      ...(['company.id as companyRowId', 'company.name as companyName', 'contact.id as contactRowId'] as const),
      ...(['contact.name as contactName', 'owner.name as ownerName'] as const),
    ]),
)

/** The names that an order's page shows. */
export const findOrderNames = (db: Db, id: string): Pick<OrderCard, 'company' | 'contact' | 'ownerName'> => {
  const [row] = namesById(db, { id })
  return {
    company: toReference(row?.companyRowId ?? null, row?.companyName ?? null),
    contact: toReference(row?.contactRowId ?? null, row?.contactName ?? null),
    ownerName: row?.ownerName ?? null,
  }
}

type Column = 'companyId' | 'contactId'

interface ListedOrder extends Omit<OrderRow, 'customer'> {
  readonly key: string
  readonly customerId: string | null
  readonly customerName: string | null
}

/** A company's or contact's orders behind a place, each with the other side of it: the person, or the company. */
export const listOrdersOf = (
  db: Db,
  { column, recordId }: { readonly column: Column; readonly recordId: string },
  { after, limit }: { readonly after: Cursor | null; readonly limit: number },
): { rows: OrderRow[]; next: Cursor | null } => {
  const other = column === 'companyId' ? { table: 'contacts', id: 'contactId' } : { table: 'companies', id: 'companyId' }
  const key = sql`coalesce(orders.orderedOn, '')`
  const rows = db.all(
    compileSql(sql<ListedOrder>`
      select orders.id, orders.number, orders.status, orders.orderedOn, orders.currency, ${key} as key,
        ${sql.raw(ORDER_TOTAL)} as totalMinor, ${sql.raw(ORDER_LINES)} as lines, other.id as customerId, other.name as customerName
      from orders left join ${sql.table(other.table)} as other on other.id = ${sql.ref(`orders.${other.id}`)}
      where ${sql.ref(`orders.${column}`)} = ${recordId} and ${isActive('orders')} and ${isBehind(key, sql`orders.id`, after)}
      order by key desc, orders.id desc limit ${limit}`),
  )
  const last = rows.length === limit ? rows.at(-1) : undefined
  return {
    rows: rows.map(({ key: _key, customerId, customerName, ...row }) => ({
      ...row,
      customer: toReference(customerId, customerName),
    })),
    next: last ? { key: last.key, id: last.id } : null,
  }
}

const kept = (aggregate: RawBuilder<unknown>): RawBuilder<unknown> => sql`${aggregate} filter (where status <> 'cancelled')`

/** What a company's or contact's orders come to, by currency; cancelled ones are counted apart. */
export const listOrderSums = (db: Db, column: Column, recordId: string): z.infer<typeof orderSum>[] =>
  db.all(
    compileSql(sql<z.infer<typeof orderSum>>`
      select currency, ${kept(sql`count(*)`)} as orders, count(*) filter (where status = 'cancelled') as cancelled,
        coalesce(${kept(sql.raw(`sum(${ORDER_TOTAL})`))}, 0) as totalMinor, ${kept(sql`max(orderedOn)`)} as lastOn
      from orders where ${sql.ref(column)} = ${recordId} and ${isActive('orders')}
      group by currency order by currency`),
  )
