// What the lines of an order come to. Whole numbers throughout: quantities in thousandths, prices in ten-thousandths of the currency's unit
// (E4), discounts in hundredths of a percent, so sums are exact; an amount is rounded once, when it is shown.
import { minorDigits } from '#shared/base/money.ts'

export interface LineAmounts {
  readonly quantityMilli: number
  readonly unitPriceE4: number
  readonly discountBp: number
}

/** The most that a line may come to, both ways: its product still fits a whole number of SQLite, and JavaScript still counts it exactly. */
export const MOST_LINE_E4 = 9_000_000_000_000_000

/** Halves away from zero. `by` is positive, and even or one. */
const divided = (amount: bigint, by: bigint): bigint => (amount + (amount < 0n ? -by / 2n : by / 2n)) / by

/** Quantity × price, in ten-thousandths. */
export const lineGrossE4 = ({ quantityMilli, unitPriceE4 }: Omit<LineAmounts, 'discountBp'>): number =>
  Number(divided(BigInt(quantityMilli) * BigInt(unitPriceE4), 1000n))

const most = (amount: number): number => Math.max(-MOST_LINE_E4, Math.min(MOST_LINE_E4, amount))

/**
 * The same less the discount: with whole quantities, prices in cents and discounts in percent nothing is rounded. A quantity and a price that were
 * written on two machines at once may come to more than a line may: it stays at the most, for no file could hold it, nor take anything after it.
 */
export const lineNetE4 = ({ quantityMilli, unitPriceE4, discountBp }: LineAmounts): number =>
  most(Number(divided(BigInt(quantityMilli) * BigInt(unitPriceE4) * BigInt(10_000 - discountBp), 10_000_000n)))

export const isCountable = (line: Omit<LineAmounts, 'discountBp'>): boolean => Math.abs(lineGrossE4(line)) <= MOST_LINE_E4

/** How many ten-thousandths the currency's minor unit holds: 100 for EUR and CNY, 10,000 for JPY, 10 for KWD. */
export const e4OfMinor = (currency: string): number => 10 ** Math.max(0, 4 - minorDigits(currency))

/** An exact amount as it is shown: in whole minor units, halves away from zero. */
export const minorOfE4 = (amountE4: number, currency: string): number =>
  Number(divided(BigInt(amountE4), BigInt(e4OfMinor(currency))))

export interface CountedOrder {
  /** How many lines there are. */
  readonly lines: number
  readonly grossE4: number
  readonly netE4: number
  readonly freightMinor: number | null
  readonly statedTotalMinor: number | null
  readonly currency: string
}

/**
 * The figures at the foot of an order, in minor units. What is shown adds up: gross − discount = net, net + freight = total. Without lines
 * the total that was stated is all that is known; beside lines it is only told where it says something else.
 */
export const orderFigures = (order: CountedOrder) => {
  const { lines, grossE4, netE4, currency, statedTotalMinor } = order
  const grossMinor = minorOfE4(grossE4, currency)
  const netMinor = minorOfE4(netE4, currency)
  const counted = netMinor + (order.freightMinor ?? 0)
  return {
    ...{ lines, grossE4, netE4, grossMinor, netMinor },
    discountMinor: grossMinor - netMinor,
    totalMinor: lines === 0 ? statedTotalMinor : counted,
    /** What the source says, where the lines say something else. */
    statedMinor: lines === 0 || statedTotalMinor === counted ? null : statedTotalMinor,
  }
}
