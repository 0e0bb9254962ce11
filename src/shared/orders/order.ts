// An order, its lines and the products they name.
import { z } from 'zod'

export const orderStatus = z.enum(['open', 'done', 'cancelled'])
export type OrderStatus = z.infer<typeof orderStatus>

/**
 * What a line comes to in ten-thousandths of the currency's unit: quantity (thousandths) × price (ten-thousandths) less the discount
 * (hundredths of a percent), halves away from zero. Whole numbers throughout; with whole quantities, prices in cents and discounts in
 * percent nothing is rounded.
 */
export const lineNetE4 = (line: {
  readonly quantityMilli: number
  readonly unitPriceE4: number
  readonly discountBp: number
}): number => {
  const product = BigInt(line.quantityMilli) * BigInt(line.unitPriceE4) * BigInt(10_000 - line.discountBp)
  const half = product < 0n ? -5_000_000n : 5_000_000n
  return Number((product + half) / 10_000_000n)
}
