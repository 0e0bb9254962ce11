// The SQL of what a merge shows: names, owners, tags, how much hangs on each record, and what was merged into one.
import { sql } from 'kysely'
import type { Reference } from '#shared/base/fields.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { type Tag, tag } from '#shared/tags/tag.ts'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import { movedReferences } from './children-plan.ts'
import type { Members } from './merge-records.ts'

/** By record. */
export const readOwnerNames = (db: Db, { table, ids }: Members): ReadonlyMap<string, string> =>
  new Map(
    db
      .all(
        compileSql(
          sql<Reference>`select record.id, users.name from ${sql.table(table)} as record join users on users.id = record.ownerId
            where record.id in (${sql.join(ids)})`,
        ),
      )
      .map(({ id, name }) => [id, name]),
  )

/** The names of companies and people, archived ones too, by their ids. */
export const readCustomerNames = (db: Db, ids: readonly string[]): ReadonlyMap<string, string> => {
  const wanted = JSON.stringify([...new Set(ids)])
  const rows = db.all(
    compileSql(
      sql<Reference>`select id, name from companies where id in (select value from json_each(${wanted}))
        union all select id, name from contacts where id in (select value from json_each(${wanted}))`,
    ),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** By name. */
export const readTags = (db: Db, ids: readonly string[]): Tag[] =>
  ids.length === 0
    ? []
    : db.all(
        build
          .selectFrom('tags')
          .select(columnsOf('tags', tag))
          .where('id', 'in', [...ids])
          .where(isActive('tags'))
          .orderBy('sortName')
          .orderBy('id'),
      )

/** How many rows in use hang on a record: what people entered for it. */
export const countChildren = (db: Db, recordType: CustomerType, id: string): number =>
  movedReferences({ table: recordTableOf(recordType) }).reduce((sum, { table, column }) => {
    const row = db.get(
      compileSql(
        sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${sql.ref(column)} = ${id} and archivedAt is null`,
      ),
    )
    return sum + (row?.n ?? 0)
  }, 0)

/** What became part of a record, the latest first. */
export const listMergedInto = (db: Db, recordType: CustomerType, id: string) =>
  db.all(
    compileSql(
      sql<Reference & { readonly at: string }>`select id, name, archivedAt as at from ${sql.table(recordTableOf(recordType))}
        where mergedIntoId = ${id} and archivedReason = 'merged' order by archivedAt desc, id`,
    ),
  )
