// The columns of products and orders. What an order comes to is counted from its lines whenever it is asked; no index holds it.
import { orderStatus } from '#shared/orders/order.ts'
import { minorOfE4Sql, ORDER_LINES, ORDER_NET, ORDER_TOTAL } from '#main/records/order-total.ts'
import { aroundColumns } from './around-columns.ts'
import { type ListColumn, raw } from './list-column.ts'
import { flag, keyedText, latin, money, ranked, reference, sized, text, user } from './make-column.ts'

type Columns = Readonly<Record<string, ListColumn>>

export const productColumns = (me: unknown): Columns => ({
  ...aroundColumns('products', me),
  name: keyedText('products.name', 'products.sortName', { isRequired: true, finder: 'name' }),
  code: latin('products.code', 'text', 'parts'),
  category: keyedText('products.category', 'products.sortCategory'),
  unit: text('products.unit'),
  unitPriceE4: money(minorOfE4Sql('products.unitPriceE4', 'products.currency'), raw('products.currency')),
  isDiscontinued: flag(raw('products.isDiscontinued = 1')),
  description: text('products.description', 'longText'),
  externalId: latin('products.externalId', 'text', 'parts'),
})

const inOrdersCurrency = (value: string): ListColumn => money(value, raw('orders.currency'))

export const orderColumns = (me: unknown): Columns => ({
  ...aroundColumns('orders', me),
  number: {
    ...latin('orders.number', 'text', 'parts'),
    sort: { key: raw('orders.numberKey'), blanks: 'never', isIndexed: true },
  },
  companyId: reference('orders.companyId', 'companies', true),
  contactId: reference('orders.contactId', 'contacts', true),
  orderedOn: sized('day', 'orders.orderedOn', { isIndexed: true }),
  status: ranked('orders.status', orderStatus.options),
  totalMinor: inOrdersCurrency(ORDER_TOTAL),
  ownerId: user('orders.ownerId'),
  dueOn: sized('day', 'orders.dueOn'),
  shippedOn: sized('day', 'orders.shippedOn'),
  lineCount: sized('number', ORDER_LINES, { blanks: 'never' }),
  netMinor: inOrdersCurrency(ORDER_NET),
  freightMinor: inOrdersCurrency('orders.freightMinor'),
  statedTotalMinor: inOrdersCurrency('orders.statedTotalMinor'),
  shipTo: text('orders.shipTo', 'longText'),
  description: text('orders.description', 'longText'),
  externalId: latin('orders.externalId', 'text', 'parts'),
})
