// Pages of what has a day, the newest first; what has none stands last.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Cursor } from '#shared/base/fields.ts'

/** Rows behind a place. `key` is the day, or an empty text. */
export const isBehind = (key: RawBuilder<unknown>, id: RawBuilder<unknown>, after: Cursor | null): RawBuilder<SqlBool> =>
  after === null ? sql<SqlBool>`true` : sql<SqlBool>`(${key}, ${id}) < (${String(after.key ?? '')}, ${after.id})`
