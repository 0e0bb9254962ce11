// The table behind each kind of list, and which of its rows belong there.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { RowState } from '#shared/base/fields.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { titleField } from '#shared/lists/list-fields.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { isInState } from '#main/db/selection.ts'

const tables = {
  companies: 'companies',
  contacts: 'contacts',
  deals: 'deals',
  products: 'products',
  orders: 'orders',
  tickets: 'tickets',
  tasks: 'activities',
} as const satisfies Readonly<Record<ListEntity, TableName>>

export const tableOf = (entity: ListEntity): (typeof tables)[ListEntity] => tables[entity]

/** What a row is called, as SQL. A task may have nothing but a text. */
export const titleOf = (entity: ListEntity): string =>
  entity === 'tasks'
    ? `coalesce(activities.title, substr(activities.text, 1, 200), '')`
    : `${tables[entity]}.${titleField[entity]}`

/** The rows of a list before any filter. Tasks that are a person's own are listed for that person only. */
export const rowsOf = (entity: ListEntity, state: RowState, me: string | null): RawBuilder<SqlBool>[] => [
  isInState(tables[entity], state),
  ...(entity === 'tasks'
    ? [sql<SqlBool>`activities.kind = 'task' and (activities.recordType <> 'user' or activities.recordId is ${me})`]
    : []),
]
