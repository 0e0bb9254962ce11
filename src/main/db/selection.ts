// From a record's zod schema to what is selected of its table, and the conditions every list shares.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { z } from 'zod'
import type { Reference, RowState } from '#shared/base/fields.ts'
import type { TableName } from './registry/tables.ts'
import type { SearchIndex } from './search/search-index.ts'

export type SearchCondition = NonNullable<ReturnType<SearchIndex['condition']>>

/** The columns of a record, each with its table's name: `deals.title`. */
export const columnsOf = <T extends TableName, S extends z.ZodRawShape>(table: T, record: z.ZodObject<S>) =>
  // Object.keys forgets the names that the schema has by type.
  Object.keys(record.shape).map((column) => `${table}.${column}`) as `${T}.${keyof S & string}`[]

/** Rows in use, or rows that a user archived. `table` may be an alias. */
export const isInState = (table: string, state: RowState): RawBuilder<SqlBool> =>
  state === 'active' ? isActive(table) : sql<SqlBool>`${sql.ref(`${table}.archivedReason`)} = 'user'`

export const isActive = (table: string): RawBuilder<SqlBool> => sql<SqlBool>`${sql.ref(`${table}.archivedAt`)} is null`

/** Rows that can be looked at: all but those whose creation was undone. */
export const isThere = (table: string): RawBuilder<SqlBool> => sql<SqlBool>`${sql.ref(`${table}.archivedReason`)} is not 'undone'`

/** Rows that the search index finds for a text. */
export const isFound = (table: string, condition: SearchCondition): RawBuilder<SqlBool> => {
  const texts = condition.sql.split('?')
  const query = sql(Object.assign(texts, { raw: texts }), ...condition.parameters)
  return sql<SqlBool>`${sql.ref(`${table}.no`)} in (${query})`
}

/** Another record in passing, out of the two columns of an outer join. */
export const toReference = (id: string | null, name: string | null): Reference | null =>
  id === null || name === null ? null : { id, name }
