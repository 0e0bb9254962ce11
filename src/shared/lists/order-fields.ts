// The fields of products and orders in lists.
import { orderStatus } from '#shared/orders/order.ts'
import { type BuiltInField, field, words } from './built-in-field.ts'
import { aroundRecord, stampFields } from './customer-fields.ts'

export const productListFields: readonly BuiltInField[] = [
  field('name', 'field.name', 'text', { isRequired: true, isShown: true, width: 240 }),
  field('code', 'field.code', 'text', { isShown: true, width: 120 }),
  field('category', 'field.category', 'text', { isShown: true, width: 140 }),
  field('unit', 'field.unit', 'text', { isShown: true, width: 100 }),
  field('unitPriceE4', 'field.unitPriceE4', 'money', { isShown: true, isUnsummable: true }),
  field('isDiscontinued', 'field.isDiscontinued', 'boolean', { isShown: true, isUnsortable: true, width: 110 }),
  field('tags', 'lists.field.tags', 'tags'),
  field('description', 'field.description', 'longText'),
  field('externalId', 'field.externalId', 'text', { width: 120 }),
  ...aroundRecord,
  ...stampFields,
]

export const orderListFields: readonly BuiltInField[] = [
  field('number', 'field.number', 'text', { isRequired: true, isShown: true, width: 120 }),
  field('companyId', 'field.companyId', 'reference', { target: 'companies', isShown: true, width: 200 }),
  field('contactId', 'field.contactId', 'reference', { target: 'contacts', isShown: true, width: 120 }),
  field('orderedOn', 'field.orderedOn', 'day', { isShown: true }),
  field('status', 'field.status', 'choice', {
    ...{ choices: words('orders.status', orderStatus.options), isRequired: true, isShown: true, width: 100 },
  }),
  field('totalMinor', 'field.totalMinor', 'money', { isReadOnly: true, isShown: true }),
  field('ownerId', 'field.ownerId', 'user', { isShown: true }),
  field('dueOn', 'field.dueOn', 'day'),
  field('shippedOn', 'field.shippedOn', 'day'),
  field('lineCount', 'field.lineCount', 'number', { isReadOnly: true, width: 80 }),
  field('netMinor', 'field.netMinor', 'money', { isReadOnly: true }),
  field('freightMinor', 'field.freightMinor', 'money', { isReadOnly: true }),
  field('statedTotalMinor', 'field.statedTotalMinor', 'money', { isReadOnly: true }),
  field('tags', 'lists.field.tags', 'tags'),
  field('shipTo', 'field.shipTo', 'longText'),
  field('description', 'field.description', 'longText'),
  field('externalId', 'field.externalId', 'text', { width: 120 }),
  ...aroundRecord,
  ...stampFields,
]
