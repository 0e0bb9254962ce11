// Pages that begin after a row. The id breaks ties.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Cursor } from '#shared/base/fields.ts'

export type Direction = 'asc' | 'desc'

/** Rows behind the cursor's row in the list's direction. `key` and `id` are the columns that the list is sorted by; neither is ever null. */
export const isBehind = (key: string, id: string, after: Cursor, direction: Direction): RawBuilder<SqlBool> =>
  direction === 'asc'
    ? sql<SqlBool>`(${sql.ref(key)}, ${sql.ref(id)}) > (${after.key}, ${after.id})`
    : sql<SqlBool>`(${sql.ref(key)}, ${sql.ref(id)}) < (${after.key}, ${after.id})`
