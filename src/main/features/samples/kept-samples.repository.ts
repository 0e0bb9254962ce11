// Which sample records must stay although nobody changed them: the user's own records, or samples that stay, hang on them.
import { sql } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'

/** The columns by which one table's rows hang on another's. */
const HANGS_ON = [
  ['companyContacts', 'companyId', 'companies'],
  ['companyContacts', 'contactId', 'contacts'],
  ['companies', 'parentId', 'companies'],
  ['deals', 'companyId', 'companies'],
  ['deals', 'contactId', 'contacts'],
  ['orders', 'companyId', 'companies'],
  ['orders', 'contactId', 'contacts'],
  ['tickets', 'companyId', 'companies'],
  ['tickets', 'contactId', 'contacts'],
  ['ticketMessages', 'ticketId', 'tickets'],
  ['relations', 'fromId', 'contacts'],
  ['relations', 'toId', 'contacts'],
  ['recordTags', 'tagId', 'tags'],
  ['activityLinks', 'activityId', 'activities'],
] as const
/** Tables whose rows stand on a record of any kind. */
const STANDS_ON = ['activities', 'contactPoints', 'lifecycleMoves', 'recordTags', 'activityLinks', 'attachments'] as const
const RECORDS = [
  ['company', 'companies'],
  ['contact', 'contacts'],
  ['deal', 'deals'],
  ['ticket', 'tickets'],
] as const

/** A row, and the sample record it hangs on. */
export interface Link {
  readonly id: string
  readonly isSample: boolean
  readonly on: string
}

/** All active rows that hang on a sample record. */
export const listLinks = (db: Db): Link[] => [
  ...HANGS_ON.flatMap(([table, column, on]) =>
    db.all(
      compileSql(sql<Link>`
        select child.id, child.isSample, ${sql.ref(`child.${column}`)} as "on"
        from ${sql.table(table)} as child
        join ${sql.table(on)} as sample on sample.id = ${sql.ref(`child.${column}`)} and sample.isSample = 1
        where child.archivedAt is null`),
    ),
  ),
  ...STANDS_ON.flatMap((table) =>
    RECORDS.flatMap(([recordType, on]) =>
      db.all(
        compileSql(sql<Link>`
          select child.id, child.isSample, child.recordId as "on"
          from ${sql.table(table)} as child
          join ${sql.table(on)} as sample on sample.id = child.recordId and sample.isSample = 1
          where child.archivedAt is null and child.recordType = ${recordType}`),
      ),
    ),
  ),
]
