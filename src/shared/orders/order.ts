// An order and its lines: what a customer bought, and what it comes to.
import { z } from 'zod'
import {
  amountMinor,
  currency,
  cursor,
  day,
  id,
  line,
  multiline,
  recordStamps,
  reference,
  requiredLine,
} from '#shared/base/fields.ts'
import { moneyE4 } from './product.ts'

export const orderStatus = z.enum(['open', 'done', 'cancelled'])
export type OrderStatus = z.infer<typeof orderStatus>

const MOST_MINOR = 9_000_000_000_000_00

export const orderFields = {
  /** The office's own, or the source's; new ones are numbered `O-A-1`. */
  number: requiredLine(60),
  companyId: id.nullable(),
  contactId: id.nullable(),
  ownerId: id.nullable(),
  status: orderStatus,
  orderedOn: day.nullable(),
  dueOn: day.nullable(),
  shippedOn: day.nullable(),
  currency,
  /** What the source says the order comes to; less than nothing for what was sent back. */
  statedTotalMinor: z.int().min(-MOST_MINOR).max(MOST_MINOR).nullable(),
  freightMinor: amountMinor.nullable(),
  shipTo: multiline(1000).nullable(),
  description: multiline().nullable(),
  externalId: line(100).nullable(),
}

export const order = z.object({ ...recordStamps, ...orderFields })
export type Order = z.infer<typeof order>

/** A billion pieces, both ways. */
const MOST_MILLI = 1_000_000_000_000

export const orderLineFields = {
  productId: id.nullable(),
  /** What was sold, where it is no product of the catalogue, or was called otherwise. */
  name: line(300).nullable(),
  /** Thousandths. Less than nothing: sent back. */
  quantityMilli: z.int().min(-MOST_MILLI).max(MOST_MILLI),
  unitPriceE4: moneyE4,
  /** Hundredths of a percent. */
  discountBp: z.int().min(0).max(10_000),
}

export const orderLine = z.object({
  id,
  orderId: id,
  lineNo: z.int(),
  ...orderLineFields,
  /** Derived, in ten-thousandths of the currency's unit. */
  netE4: z.int(),
})
export type OrderLine = z.infer<typeof orderLine>

/** Without a price the product's is taken, without a quantity one piece. */
export const newOrderLine = z.object(orderLineFields).partial()
export type NewOrderLine = z.output<typeof newOrderLine>
export const orderLineChanges = z.object({ id, ...newOrderLine.shape })

/** Lines that may come with a new order; an import has no such bound. */
export const MOST_NEW_LINES = 1000

/** Without a number it gets the next of the machine's series, without a day today's, without a currency the workspace's. */
export const newOrder = z
  .object({ ...orderFields, lines: z.array(newOrderLine).max(MOST_NEW_LINES) })
  .partial()
  .extend({ number: line(60).optional() })
export const orderChanges = z.object({ id, ...z.object(orderFields).partial().shape })

export const orderFiguresShape = z.object({
  lines: z.int(),
  grossE4: z.int(),
  netE4: z.int(),
  grossMinor: z.int(),
  discountMinor: z.int(),
  netMinor: z.int(),
  totalMinor: z.int().nullable(),
  statedMinor: z.int().nullable(),
})

export const orderCard = order.extend({
  company: reference.nullable(),
  contact: reference.nullable(),
  ownerName: z.string().nullable(),
  lines: z.array(orderLine.extend({ product: reference.extend({ unit: z.string().nullable() }).nullable() })),
  figures: orderFiguresShape,
})
export type OrderCard = z.infer<typeof orderCard>

export const orderRow = order
  .pick({ id: true, number: true, status: true, orderedOn: true, currency: true })
  .extend({ customer: reference.nullable(), totalMinor: z.int().nullable(), lines: z.int() })
export type OrderRow = z.infer<typeof orderRow>

/** What a customer's orders come to, in each currency. Cancelled ones are counted apart. */
export const orderSum = z.object({
  currency,
  orders: z.int(),
  cancelled: z.int(),
  totalMinor: z.int(),
  lastOn: day.nullable(),
})

export const ordersPage = z.object({ rows: z.array(orderRow), next: cursor.nullable() })
