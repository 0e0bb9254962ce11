// The SQL of the lines of an order, and what they come to.
import { sql } from 'kysely'
import { type OrderCard, type OrderLine, orderLine } from '#shared/orders/order.ts'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isThere } from '#main/db/selection.ts'

const linesByOrder = prepared<{ orderId: string }>()((param) =>
  build
    .selectFrom('orderLines')
    .leftJoin('products as product', 'product.id', 'orderLines.productId')
    .select(columnsOf('orderLines', orderLine))
    .select(['product.name as productName', 'product.unit as unit'])
    .where('orderLines.orderId', '=', param('orderId'))
    .where(isActive('orderLines'))
    .orderBy('orderLines.lineNo')
    .orderBy('orderLines.id'),
)

/** In their order, each with the product that it names. */
export const listLines = (db: Db, orderId: string): OrderCard['lines'] =>
  linesByOrder(db, { orderId }).map(({ productName, unit, ...line }) => ({
    ...line,
    product: line.productId === null || productName === null ? null : { id: line.productId, name: productName, unit },
  }))

const lineById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('orderLines')
    .select(columnsOf('orderLines', orderLine))
    .select('orderLines.archivedAt')
    .where('id', '=', param('id'))
    .where(isThere('orderLines')),
)

/** A line that was taken away, too. */
export const findLine = (db: Db, id: string): (OrderLine & { archivedAt: string | null }) | undefined => lineById(db, { id })[0]

/** Exact sums of an order's lines; `grossE4` rounds each line as `lineGrossE4` does. */
export const sumLines = (db: Db, orderId: string): { lines: number; grossE4: number; netE4: number } =>
  db.get(
    compileSql(sql<{ lines: number; grossE4: number; netE4: number }>`
      select count(*) as lines, coalesce(sum(netE4), 0) as netE4,
        coalesce(sum((quantityMilli * unitPriceE4 + case when quantityMilli * unitPriceE4 < 0 then -500 else 500 end) / 1000), 0) as grossE4
      from orderLines where orderId = ${orderId} and ${isActive('orderLines')}`),
  ) ?? { lines: 0, grossE4: 0, netE4: 0 }
