// The columns of what is sold, and of what comes in and goes out: products, orders, imports. A number is never given again.
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { OrderStatus } from '#shared/orders/order.ts'
import { flag, integer, optionalInteger, optionalText, stamps, text } from './columns.ts'

/** Prices are in ten-thousandths of the currency's unit: a screw costs 0.0125. */
export const productColumns = {
  ...stamps,
  name: text(10),
  code: optionalText(11),
  unit: optionalText(12),
  unitPriceE4: optionalInteger(13),
  currency: text(14),
  category: optionalText(15),
  description: optionalText(16),
  externalId: optionalText(17),
  isDiscontinued: flag(18),
} as const

export const orderColumns = {
  ...stamps,
  number: text(10),
  companyId: optionalText(11),
  contactId: optionalText(12),
  ownerId: optionalText(13),
  status: text<OrderStatus>(14),
  orderedOn: optionalText(15),
  dueOn: optionalText(16),
  shippedOn: optionalText(17),
  currency: text(18),
  /** What the file says the order comes to; without lines it is all that is known. */
  statedTotalMinor: optionalInteger(19),
  freightMinor: optionalInteger(20),
  shipTo: optionalText(21),
  description: optionalText(22),
  externalId: optionalText(23),
} as const

/** Quantities are in thousandths, discounts in hundredths of a percent. A line that was sent back has a quantity below nothing. */
export const orderLineColumns = {
  ...stamps,
  orderId: text(10),
  lineNo: integer(11),
  productId: optionalText(12),
  name: optionalText(13),
  quantityMilli: integer(14),
  unitPriceE4: integer(15),
  discountBp: integer(16),
  externalId: optionalText(17),
} as const

/** Where records come from. The lower the rank, the stronger the source; `priorities` is JSON: ranks of single fields. */
export const importSourceColumns = {
  ...stamps,
  name: text(10),
  rank: integer(11),
  priorities: optionalText(12),
} as const

/** What a column means, remembered by the shape of the file; `config` is JSON. */
export const importMappingColumns = {
  ...stamps,
  name: text(10),
  shape: text(11),
  config: text(12),
  sourceId: optionalText(13),
} as const

/** An import that was done, written in the same operation as its rows: so every value knows where it came from. */
export const importColumns = {
  ...stamps,
  fileName: text(10),
  fileHash: optionalText(11),
  sourceId: optionalText(12),
  mappingId: optionalText(13),
  counts: text(14),
  byId: optionalText(15),
} as const

/** Two records that look alike and are not the same, or have one number and keep it; `aId` is the lesser of the two. */
export const notDuplicateColumns = {
  ...stamps,
  recordType: text<CustomerType | 'ticket' | 'order'>(10),
  aId: text(11),
  bId: text(12),
  byId: optionalText(13),
} as const
