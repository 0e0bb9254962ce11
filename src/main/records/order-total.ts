// What an order comes to, as SQL: the same as `orderFigures` in shared/orders, for lists and sums over many orders.
import { e4OfMinor } from '#shared/orders/order-amounts.ts'

const others = Map.groupBy(
  Intl.supportedValuesOf('currency').filter((code) => e4OfMinor(code) !== 100),
  e4OfMinor,
)

/** How many ten-thousandths a minor unit holds, by the currency in a column. Most have two digits behind the mark. */
const e4OfMinorIn = (currency: string): string => {
  const cases = [...others].map(
    ([size, codes]) => `when ${currency} in (${codes.map((code) => `'${code}'`).join()}) then ${size}`,
  )
  return `(case ${cases.join(' ')} else 100 end)`
}

/** An exact amount in whole minor units, halves away from zero. `amountE4` is said three times, so it should be cheap. */
export const minorOfE4Sql = (amountE4: string, currency: string): string => {
  const unit = e4OfMinorIn(currency)
  return `((${amountE4} + (case when ${amountE4} < 0 then -1 else 1 end) * (${unit} / 2)) / ${unit})`
}

const lines = `from orderLines where orderLines.orderId = orders.id and orderLines.archivedAt is null`

/** The net of an order's lines in minor units; null without lines. */
export const ORDER_NET = `(select case when count(*) > 0 then ${minorOfE4Sql('sum(netE4)', 'orders.currency')} end ${lines})`

/** The same with the freight; without lines what was stated. */
export const ORDER_TOTAL = `(select case when count(*) = 0 then orders.statedTotalMinor else ${minorOfE4Sql('sum(netE4)', 'orders.currency')} + coalesce(orders.freightMinor, 0) end ${lines})`

export const ORDER_LINES = `(select count(*) ${lines})`
