// All columns of an entity by field id: those built in, and the office's own.
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { ColumnOf } from '../conditions/filter-sql.ts'
import type { CustomFieldRow } from '../custom-fields.repository.ts'
import { tableOf } from '../list-table.ts'
import { customColumn } from './custom-columns.ts'
import { companyColumns, contactColumns } from './customer-columns.ts'
import type { ListColumn } from './list-column.ts'
import { orderColumns, productColumns } from './order-columns.ts'
import { dealColumns, taskColumns, ticketColumns } from './work-columns.ts'

const makers: Readonly<Record<ListEntity, (me: unknown) => Readonly<Record<string, ListColumn>>>> = {
  companies: companyColumns,
  contacts: contactColumns,
  deals: dealColumns,
  products: productColumns,
  orders: orderColumns,
  tickets: ticketColumns,
  tasks: taskColumns,
}

/** `me`: the id of whoever asks, bound where a column depends on it. */
export const columnsOf = (entity: ListEntity, custom: readonly CustomFieldRow[], me: string | null): ColumnOf => {
  const builtIn = makers[entity](me)
  const own = new Map(custom.map((field) => [field.key, customColumn(tableOf(entity), field)]))
  return (id) => (Object.hasOwn(builtIn, id) ? builtIn[id] : own.get(id))
}
