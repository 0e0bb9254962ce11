// The records that activities and files stand on, read in their own tables.
import { type RawBuilder, sql } from 'kysely'
import type { RecordType } from '#shared/base/fields.ts'
import { recordPlaces } from '#shared/base/record-places.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isThere } from '#main/db/selection.ts'
import { recordTableOf } from './record-tables.ts'
import { nameColumnOf } from './row-names.ts'

const tables = Object.entries(recordPlaces)

/** The name of an activity's record; of a person's own the person's. */
export const recordName: RawBuilder<string | null> = sql<string | null>`case activities.recordType ${sql.join(
  tables.map(
    ([type, table]) =>
      sql`when ${sql.lit(type)} then (select ${sql.ref(nameColumnOf(table))} from ${sql.table(table)} where id = activities.recordId)`,
  ),
  sql` `,
)} when 'user' then (select name from users where id = activities.recordId) end`

/** Whether an activity's record is in use: not archived, and its creation not undone. A person's own stands on nothing. */
export const isRecordActive: RawBuilder<boolean> = sql<boolean>`exists (select 1 where activities.recordType = 'user' union all ${sql.join(
  tables.map(
    ([type, table]) =>
      sql`select 1 from ${sql.table(table)} where activities.recordType = ${sql.lit(type)} and id = activities.recordId and archivedAt is null`,
  ),
  sql` union all `,
)})`

/** Whether a record is in use, archived, or not there. */
export const findRecordState = (db: Db, recordType: RecordType, id: string): 'active' | 'archived' | 'gone' => {
  const table = recordTableOf(recordType)
  const row = db.get(
    compileSql(
      sql<{ archivedAt: string | null }>`select archivedAt from ${sql.table(table)} where id = ${id} and ${isThere(table)}`,
    ),
  )
  if (!row) return 'gone'
  return row.archivedAt === null ? 'active' : 'archived'
}
