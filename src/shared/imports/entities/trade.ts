// What rows of products, orders and their lines can hold. The lines of an order may stand in a table of their own or name it in each row.
import { orderStatus } from '#shared/orders/order.ts'
import { choice, day, type EntitySpec, longText, reference, text } from './field-spec.ts'

const code = (key: string) => ({ key, kind: 'code', max: 100 }) as const

export const productSpec: EntitySpec = {
  entity: 'product',
  fields: [
    { key: 'name', kind: 'name', max: 200 },
    code('code'),
    text('unit', 40),
    { key: 'unitPrice', kind: 'price' },
    { key: 'currency', kind: 'currency' },
    text('category', 100),
    { key: 'tags', kind: 'tags' },
    longText('description'),
    { key: 'isDiscontinued', kind: 'flag' },
    code('externalId'),
  ],
  keys: ['externalId', 'code', 'name'],
  usualKeys: ['externalId', 'code', 'name'],
  named: ['name', 'code', 'externalId'],
}

export const orderSpec: EntitySpec = {
  entity: 'order',
  fields: [
    code('number'),
    reference('company', 'company'),
    reference('contact', 'contact'),
    reference('owner', 'user'),
    choice('status', orderStatus.options),
    day('orderedOn'),
    day('dueOn'),
    day('shippedOn'),
    { key: 'currency', kind: 'currency' },
    { key: 'statedTotal', kind: 'money' },
    { key: 'freight', kind: 'money' },
    text('shipTo', 400),
    { key: 'tags', kind: 'tags' },
    longText('description'),
    code('externalId'),
  ],
  keys: ['externalId', 'number'],
  usualKeys: ['externalId', 'number'],
  named: ['number', 'externalId'],
}

export const orderLineSpec: EntitySpec = {
  entity: 'orderLine',
  fields: [
    reference('order', 'order'),
    { key: 'lineNo', kind: 'whole', maxValue: 1_000_000 },
    reference('product', 'product'),
    text('name', 200),
    { key: 'quantity', kind: 'quantity' },
    { key: 'unitPrice', kind: 'price' },
    { key: 'discount', kind: 'percent' },
    code('externalId'),
  ],
  keys: ['externalId', 'lineNo', 'product'],
  usualKeys: ['externalId', 'lineNo', 'product'],
  named: ['order'],
}
