// Names for the rows and people that the change log speaks of by id, read in the features' own tables.
import { type RawBuilder, sql } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import type { TableName } from '#main/db/registry/tables.ts'

export interface RowRef {
  readonly table: TableName
  readonly rowId: string
}

/** The record that a row of this table stands on, or the person whose own it is. */
const recordOf = (table: TableName): RawBuilder<string | null> => sql`coalesce(
  (select name from companies where companies.id = ${sql.ref(`${table}.recordId`)}),
  (select name from contacts where contacts.id = ${sql.ref(`${table}.recordId`)}),
  (select title from deals where deals.id = ${sql.ref(`${table}.recordId`)}),
  (select subject from tickets where tickets.id = ${sql.ref(`${table}.recordId`)}),
  (select number from orders where orders.id = ${sql.ref(`${table}.recordId`)}),
  (select name from products where products.id = ${sql.ref(`${table}.recordId`)}))`

/** How a row is called. A link is called as its contact, a message as its ticket; a setting has no name. */
const nameColumns: Readonly<Record<TableName, RawBuilder<string | null>>> = {
  users: sql`name`,
  settings: sql`null`,
  companies: sql`name`,
  contacts: sql`name`,
  companyContacts: sql`(select name from contacts where contacts.id = companyContacts.contactId)`,
  // What is a person's own is named to nobody.
  activities: sql`case when recordType <> 'user' then coalesce(title, substr(text, 1, 120)) end`,
  pipelines: sql`name`,
  stages: sql`name`,
  deals: sql`title`,
  ticketStatuses: sql`name`,
  tickets: sql`subject`,
  ticketMessages: sql`(select subject from tickets where tickets.id = ticketMessages.ticketId)`,
  contactPoints: recordOf('contactPoints'),
  relations: sql`(select name from contacts where contacts.id = relations.fromId)`,
  lifecycleStages: sql`name`,
  lifecycleMoves: recordOf('lifecycleMoves'),
  tags: sql`name`,
  recordTags: recordOf('recordTags'),
  favourites: recordOf('favourites'),
  customFields: sql`name`,
  fieldChoices: sql`name`,
  recordTypes: sql`name`,
  layouts: sql`null`,
  fieldRules: sql`name`,
  views: sql`name`,
  attachments: sql`name`,
  activityLinks: recordOf('activityLinks'),
  activityTemplates: sql`name`,
  calendarDays: sql`coalesce(name, day)`,
  products: sql`name`,
  orders: sql`number`,
  orderLines: sql`coalesce(name, (select name from products where products.id = orderLines.productId))`,
  importSources: sql`name`,
  importMappings: sql`name`,
  imports: sql`fileName`,
  notDuplicates: sql`coalesce(
    (select name from companies where companies.id = notDuplicates.aId),
    (select name from contacts where contacts.id = notDuplicates.aId))`,
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
        sql<{ id: string; name: string | null }>`select id, ${nameColumns[table]} as name from ${sql.table(table)}
          where id in (select value from json_each(${ids}))`,
      ),
    )
    for (const { id, name } of named) names.set(`${table} ${id}`, name)
  }
  return { of: (table, rowId) => names.get(`${table} ${rowId}`) ?? null }
}
