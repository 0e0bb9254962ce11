// The SQL of dropped mails: whether one is here, whom an address belongs to, and on whose timelines it shows.
import { sql } from 'kysely'
import { recordType as recordTypes, type RecordType, type Reference } from '#shared/base/fields.ts'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'
import { recordName } from '#main/records/record-state.ts'

export interface MailHere {
  readonly id: string
  readonly title: string
  readonly record: Reference & { readonly type: RecordType }
}

/** The mail in use with this message id, if it was filed before. */
export const findMail = (db: Db, messageId: string): MailHere | undefined => {
  const row = db.get(
    build
      .selectFrom('activities')
      .select(['id', 'title', 'recordType', 'recordId', recordName.as('recordName')])
      .where('messageId', '=', messageId)
      .where('kind', '=', 'email')
      .where(isActive('activities'))
      .orderBy('createdAt')
      .limit(1),
  )
  const type = recordTypes.safeParse(row?.recordType)
  if (!row || !type.success) return undefined
  return { id: row.id, title: row.title ?? '', record: { type: type.data, id: row.recordId, name: row.recordName ?? '' } }
}

export interface Addressee {
  readonly type: 'company' | 'contact'
  readonly id: string
  readonly name: string
  readonly address: string
}

/** People and companies in use that have one of these e-mail addresses, which are in lower case. */
export const listAddressees = (db: Db, addresses: readonly string[]): Addressee[] => {
  const wanted = sql`(select value from json_each(${JSON.stringify(addresses)}))`
  return db.all(
    compileSql(sql<Addressee>`
      select 'contact' as type, id, name, lower(email) as address from contacts
        where email is not null and lower(email) in ${wanted} and archivedAt is null
      union select 'company', id, name, lower(email) from companies
        where email is not null and lower(email) in ${wanted} and archivedAt is null
      union select point.recordType, record.id, record.name, lower(point.value) from contactPoints as point
        join (select id, name, archivedAt from contacts union all select id, name, archivedAt from companies) as record
          on record.id = point.recordId
        where point.kind = 'email' and lower(point.value) in ${wanted} and point.archivedAt is null and record.archivedAt is null`),
  )
}

/** Shows an activity on another record, too. Answers false where it did before. */
export const linkActivity = (tx: WriteTx, activityId: string, recordType: RecordType, recordId: string): boolean => {
  const isThere = tx.get(
    build
      .selectFrom('activityLinks')
      .select('id')
      .where('activityId', '=', activityId)
      .where('recordId', '=', recordId)
      .where(isActive('activityLinks')),
  )
  if (isThere) return false
  tx.put('activityLinks', [activityId, recordType, recordId], { activityId, recordType, recordId })
  return true
}
