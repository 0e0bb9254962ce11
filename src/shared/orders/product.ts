// A product of the catalogue, and where it was sold.
import { z } from 'zod'
import { currency, cursor, day, id, line, multiline, recordStamps, reference, requiredLine } from '#shared/base/fields.ts'

/** An amount in ten-thousandths of the currency's unit: a screw costs 0.0125. Up to a billion units, both ways. */
const MOST_E4 = 10_000_000_000_000
export const moneyE4 = z.int().min(-MOST_E4).max(MOST_E4)

export const productFields = {
  name: requiredLine(300),
  code: line(100).nullable(),
  /** What it is counted in: pieces, kg, hours. */
  unit: line(40).nullable(),
  unitPriceE4: moneyE4.min(0).nullable(),
  currency,
  category: line(100).nullable(),
  description: multiline().nullable(),
  externalId: line(100).nullable(),
  isDiscontinued: z.boolean(),
}

export const product = z.object({ ...recordStamps, ...productFields })
export type Product = z.infer<typeof product>

/** Without a currency its price is in the workspace's. */
export const newProduct = z.object(productFields).partial().required({ name: true })
export const productChanges = z.object({ id, ...z.object(productFields).partial().shape })

/** What was sold of it, by currency; cancelled orders are left out. */
export const productSum = z.object({
  currency,
  orders: z.int(),
  quantityMilli: z.int(),
  netMinor: z.int(),
})

export const productCard = product.extend({
  sums: z.array(productSum),
  /** The price of the order that was placed last. */
  lastSale: z.object({ unitPriceE4: z.int(), currency, orderedOn: day.nullable() }).nullable(),
})
export type ProductCard = z.infer<typeof productCard>

/** A line of an order, seen from its product. */
export const productSale = z.object({
  id,
  order: reference,
  orderedOn: day.nullable(),
  customer: reference.nullable(),
  quantityMilli: z.int(),
  unitPriceE4: z.int(),
  netMinor: z.int(),
  currency,
})
export type ProductSale = z.infer<typeof productSale>

export const productSales = z.object({ rows: z.array(productSale), next: cursor.nullable() })
