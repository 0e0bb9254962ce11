// Names for the rows and people that the change log speaks of by id, read in the features' own tables.
import { type RawBuilder, sql } from 'kysely'
import { recordPlaces } from '#shared/base/record-places.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { nameColumnOf } from './row-names.ts'

export interface RowRef {
  readonly table: TableName
  readonly rowId: string
}

/** The record that a row of this table stands on, or the person whose own it is. */
const recordOf = (table: TableName): RawBuilder<string | null> =>
  sql`coalesce(${sql.join(Object.values(recordPlaces).map((place) => nameBy(place, `${table}.recordId`)))})`

const nameBy = (table: TableName, column: string): RawBuilder<string | null> =>
  sql`(select ${sql.ref(nameColumnOf(table))} from ${sql.table(table)} where ${sql.ref(`${table}.id`)} = ${sql.ref(column)})`

/** Rows that are not called by a column of their own. A link is called as its contact, a message as its ticket; a setting has no name. */
const otherNames: Readonly<Partial<Record<TableName, RawBuilder<string | null>>>> = {
  settings: sql`null`,
  layouts: sql`null`,
  companyContacts: nameBy('contacts', 'companyContacts.contactId'),
  // What is a person's own is named to nobody.
  activities: sql`case when recordType <> 'user' then coalesce(title, substr(text, 1, 120)) end`,
  ticketMessages: nameBy('tickets', 'ticketMessages.ticketId'),
  contactPoints: recordOf('contactPoints'),
  relations: nameBy('contacts', 'relations.fromId'),
  lifecycleMoves: recordOf('lifecycleMoves'),
  recordTags: recordOf('recordTags'),
  favourites: recordOf('favourites'),
  activityLinks: recordOf('activityLinks'),
  calendarDays: sql`coalesce(name, day)`,
  orderLines: sql`coalesce(name, ${nameBy('products', 'orderLines.productId')})`,
  notDuplicates: sql`coalesce(${sql.join((['companies', 'contacts', 'tickets', 'orders'] as const).map((table) => nameBy(table, 'notDuplicates.aId')))})`,
}

export interface Names {
  readonly of: (table: TableName, rowId: string) => string | null
}

/** The names of these rows, archived ones too: one query a table. */
export const readNames = (db: Db, rows: readonly RowRef[]): Names => {
  const names = new Map<string, string | null>()
  for (const [table, some] of Map.groupBy(rows, (row) => row.table)) {
    const ids = JSON.stringify([...new Set(some.map(({ rowId }) => rowId))])
    const named = db.all(
      compileSql(
        sql<{
          id: string
          name: string | null
        }>`select id, ${otherNames[table] ?? sql.ref(nameColumnOf(table))} as name from ${sql.table(table)}
          where id in (select value from json_each(${ids}))`,
      ),
    )
    for (const { id, name } of named) names.set(`${table} ${id}`, name)
  }
  return { of: (table, rowId) => names.get(`${table} ${rowId}`) ?? null }
}
