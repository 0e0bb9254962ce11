// All columns of an entity by field id: those built in, made once for each user placeholder, and the office's own.
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { companyColumns, contactColumns } from './customer-columns.ts'
import type { ListColumn } from './list-column.ts'
import { dealColumns, taskColumns, ticketColumns } from './work-columns.ts'

const makers: Readonly<Record<ListEntity, (me: unknown) => Readonly<Record<string, ListColumn>>>> = {
  companies: companyColumns,
  contacts: contactColumns,
  deals: dealColumns,
  tickets: ticketColumns,
  tasks: taskColumns,
}

/** `me` is bound where a column depends on who asks: an id, or the placeholder of a prepared query. */
export const builtInColumns = (entity: ListEntity, me: unknown): Readonly<Record<string, ListColumn>> => makers[entity](me)
