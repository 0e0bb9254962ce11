// The built-in fields of every entity, in the order that they are offered, and the order that its list has at first.
import type { BuiltInField } from './built-in-field.ts'
import { companyListFields, contactListFields } from './customer-fields.ts'
import type { ListEntity } from './list-entity.ts'
import type { ListSort } from './list-question.ts'
import { orderListFields, productListFields } from './order-fields.ts'
import { dealListFields, taskListFields, ticketListFields } from './work-fields.ts'

export const listFields: Readonly<Record<ListEntity, readonly BuiltInField[]>> = {
  companies: companyListFields,
  contacts: contactListFields,
  deals: dealListFields,
  products: productListFields,
  orders: orderListFields,
  tickets: ticketListFields,
  tasks: taskListFields,
}

export const firstSort: Readonly<Record<ListEntity, ListSort>> = {
  companies: { field: 'name', direction: 'asc' },
  contacts: { field: 'name', direction: 'asc' },
  deals: { field: 'expectedCloseOn', direction: 'asc' },
  products: { field: 'name', direction: 'asc' },
  orders: { field: 'orderedOn', direction: 'desc' },
  tickets: { field: 'priority', direction: 'desc' },
  tasks: { field: 'dueOn', direction: 'asc' },
}

/** The field that names a record of the entity. */
export const titleField: Readonly<Record<ListEntity, string>> = {
  companies: 'name',
  contacts: 'name',
  deals: 'title',
  products: 'name',
  orders: 'number',
  tickets: 'subject',
  tasks: 'title',
}
