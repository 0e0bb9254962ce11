// The SQL of the public pool: who holds how many, and whom nobody did anything about.
import { type RawBuilder, sql } from 'kysely'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'

const isCustomer: Readonly<Record<CustomerType, RawBuilder<unknown>>> = {
  company: sql`coalesce(kind, 'customer') = 'customer'`,
  contact: sql`true`,
}
const tables: Readonly<Record<CustomerType, RawBuilder<unknown>>> = { company: sql`companies`, contact: sql`contacts` }

/** How many customers of a kind a person looks after. */
export const countHeldBy = (db: Db, recordType: CustomerType, userId: string): number =>
  db.get(
    compileSql(
      sql<{ n: number }>`select count(*) as n from ${tables[recordType]}
        where ownerId = ${userId} and archivedAt is null and ${isCustomer[recordType]}`,
    ),
  )?.n ?? 0

export interface IdleCustomer {
  readonly id: string
  /** The row's clock, from which the log tells since when it has its owner. */
  readonly ver: number
  readonly cells: string | null
}

/** The number of the newest row, archived ones included: how far a walk through the table goes. */
export const lastRowNo = (db: Db, recordType: CustomerType): number =>
  db.get(compileSql(sql<{ last: number | null }>`select max(no) as last from ${tables[recordType]}`))?.last ?? 0

/** What is done about a company is done about its people, deals, tickets and orders as well. */
const partsOf: Readonly<Record<CustomerType, RawBuilder<unknown>>> = {
  company: sql`select idle.id
    union all select contactId from companyContacts where companyId = idle.id and archivedAt is null
    union all select id from deals where companyId = idle.id
    union all select id from tickets where companyId = idle.id
    union all select id from orders where companyId = idle.id`,
  contact: sql`select idle.id
    union all select id from deals where contactId = idle.id
    union all select id from tickets where contactId = idle.id
    union all select id from orders where contactId = idle.id`,
}

const linkColumn: Readonly<Record<CustomerType, RawBuilder<unknown>>> = { company: sql`companyId`, contact: sql`contactId` }

/**
 * Owned customers without an open deal about whom nothing was done since `before` (a moment): no entry, no task ticked off, no e-mail filed,
 * no message on a ticket, nothing ordered. Whether they were given to their owner later than that only the change log knows. Looks at the rows above `from`
 * up to `to`, so that a walk through a large office never takes long at once.
 */
export const listIdle = (db: Db, recordType: CustomerType, before: string, range: { from: number; to: number }): IdleCustomer[] =>
  idle(db, recordType, before, sql`no > ${range.from} and no <= ${range.to}`)

/** The customer, if it is still idle. */
export const findIdle = (db: Db, recordType: CustomerType, before: string, id: string): IdleCustomer | undefined =>
  idle(db, recordType, before, sql`id = ${id}`)[0]

const idle = (db: Db, recordType: CustomerType, before: string, which: RawBuilder<unknown>): IdleCustomer[] => {
  const [parts, link] = [partsOf[recordType], linkColumn[recordType]]
  return db.all(
    compileSql(sql<IdleCustomer>`
      select id, ver, cells from ${tables[recordType]} as idle
      where ${which} and ownerId is not null and pooledAt is null and archivedAt is null and ${isCustomer[recordType]}
        and not exists (select 1 from deals where ${link} = idle.id and status = 'open' and archivedAt is null)
        and not exists (select 1 from activities where recordId in (${parts})
          and (happenedAt >= ${before} or doneAt >= ${before}) and archivedAt is null)
        and not exists (select 1 from activityLinks join activities on activities.id = activityLinks.activityId
          where activityLinks.recordId in (${parts}) and activityLinks.archivedAt is null
            and activities.happenedAt >= ${before} and activities.archivedAt is null)
        and not exists (select 1 from tickets join ticketMessages on ticketMessages.ticketId = tickets.id
          where tickets.${link} = idle.id and ticketMessages.sentAt >= ${before} and ticketMessages.archivedAt is null)
        and not exists (select 1 from orders
          where orders.${link} = idle.id and orderedOn >= ${before.slice(0, 10)} and status <> 'cancelled' and archivedAt is null)`),
  )
}

/** The day of the last daily run on this machine. */
export const findLastRun = (db: Db): string | null =>
  db.get(
    compileSql(sql<{ value: string }>`select value from local_state where userId = '' and scope = 'pool' and key = 'recycledOn'`),
  )?.value ?? null
