// The records that fields lead to, of whichever kind: as much of them as a picker shows.
import { type RawBuilder, sql } from 'kysely'
import type { FieldedType, Reference } from '#shared/base/fields.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive, isThere } from '#main/db/selection.ts'
import { recordTableOf } from '#main/records/record-tables.ts'

const names: Readonly<Record<FieldedType, RawBuilder<string>>> = {
  company: sql<string>`name`,
  contact: sql<string>`name`,
  deal: sql<string>`title`,
  ticket: sql<string>`subject`,
}

/** What a picker offers before anything is typed: by name where records are kept so, else the newest. */
const orders: Readonly<Record<FieldedType, RawBuilder<unknown>>> = {
  company: sql`sortName, id`,
  contact: sql`sortName, id`,
  deal: sql`updatedAt desc, id`,
  ticket: sql`no desc`,
}

const select = (target: FieldedType): RawBuilder<Reference> =>
  sql<Reference>`select id, ${names[target]} as name from ${sql.table(recordTableOf(target))}`

export const listFirstRecords = (db: Db, target: FieldedType, limit: number): Reference[] =>
  db.all(
    compileSql(
      sql<Reference>`${select(target)} where ${isActive(recordTableOf(target))} order by ${orders[target]} limit 0 + ${limit}`,
    ),
  )

/** Records by the row numbers that the search index answers, in its order. */
export const listRecordsByNo = (db: Db, target: FieldedType, numbers: readonly number[]): Reference[] =>
  db.all(
    compileSql(
      sql<Reference>`select record.id, record.name from json_each(${JSON.stringify(numbers)}) as wanted
        join (select no, id, ${names[target]} as name from ${sql.table(recordTableOf(target))} where archivedAt is null) as record
          on record.no = wanted.value
        order by wanted.key`,
    ),
  )

export const listRecordNames = (db: Db, target: FieldedType, ids: readonly string[]): Reference[] =>
  db.all(
    compileSql(
      sql<Reference>`${select(target)} where id in (select value from json_each(${JSON.stringify(ids)}))
        and ${isThere(recordTableOf(target))}`,
    ),
  )
