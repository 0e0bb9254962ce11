// What a new product, order or line has where nothing is said. By hand and by import alike.
import type { NewOrderLine, Order, OrderLine } from './order.ts'
import type { Product } from './product.ts'

type Given<T> = { readonly [K in keyof T]?: T[K] | undefined }
type OwnFields<T> = Omit<T, 'id' | 'createdAt' | 'updatedAt' | 'archivedAt'>

/** The series of numbers that new orders take: `O-A-1`, the letter being the machine's. */
export const ORDER_SERIES = 'O'

/** `currency`: the workspace's. */
export const withProductDefaults = <Row extends Given<OwnFields<Product>> & { readonly name: string }>(
  row: Row,
  currency: string,
) => ({
  ...row,
  currency: row.currency ?? currency,
  isDiscontinued: row.isDiscontinued ?? false,
})

/** `currency`: the workspace's. An order that was shipped is done. The number is given, or taken from the series. */
export const withOrderDefaults = <Row extends Given<OwnFields<Order>> & { readonly number: string }>(
  row: Row,
  currency: string,
) => ({
  ...row,
  currency: row.currency ?? currency,
  status: row.status ?? (row.shippedOn ? ('done' as const) : ('open' as const)),
})

/** `product`: the one that the line names. Its price is taken if it is in the order's currency. */
export const withLineDefaults = <Row extends NewOrderLine>(
  row: Row,
  { product, currency }: { readonly product: Pick<Product, 'unitPriceE4' | 'currency'> | null; readonly currency: string },
) => ({
  ...row,
  quantityMilli: row.quantityMilli ?? 1000,
  unitPriceE4: row.unitPriceE4 ?? priceIn(product, currency) ?? 0,
  discountBp: row.discountBp ?? 0,
})

/** A line with its changes. Another product brings its price along and takes the words away, unless they are given with it. */
export const changedLine = (
  line: Pick<OrderLine, keyof NewOrderLine>,
  changes: NewOrderLine,
  { product, currency }: { readonly product: Pick<Product, 'unitPriceE4' | 'currency'> | null; readonly currency: string },
): Pick<OrderLine, keyof NewOrderLine> => {
  const { productId = line.productId } = changes
  const isOther = productId !== null && productId !== line.productId
  return {
    productId,
    name: changes.name === undefined ? (isOther ? null : line.name) : changes.name,
    quantityMilli: changes.quantityMilli ?? line.quantityMilli,
    unitPriceE4: changes.unitPriceE4 ?? (isOther ? priceIn(product, currency) : null) ?? line.unitPriceE4,
    discountBp: changes.discountBp ?? line.discountBp,
  }
}

/** The product's price, where it is in this currency. */
export const priceIn = (product: Pick<Product, 'unitPriceE4' | 'currency'> | null, currency: string): number | null =>
  product?.currency === currency ? product.unitPriceE4 : null

/** Lines in their order; those of one number, made on two machines, by id. */
export const inLineOrder = <Line extends Pick<OrderLine, 'id' | 'lineNo'>>(lines: readonly Line[]): Line[] =>
  lines.toSorted((one, other) => one.lineNo - other.lineNo || (one.id < other.id ? -1 : 1))

/** The numbers that change when a line is put before another (null: at the end), counted from 1. */
export const renumbered = (
  lines: readonly Pick<OrderLine, 'id' | 'lineNo'>[],
  id: string,
  beforeId: string | null,
): { readonly id: string; readonly lineNo: number }[] => {
  const ordered = inLineOrder(lines)
  const moved = ordered.filter((line) => line.id === id)
  const others = ordered.filter((line) => line.id !== id)
  const at = others.findIndex((line) => line.id === beforeId)
  const wanted = others.toSpliced(at === -1 || beforeId === null ? others.length : at, 0, ...moved)
  return wanted.flatMap((line, place) => (line.lineNo === place + 1 ? [] : [{ id: line.id, lineNo: place + 1 }]))
}
