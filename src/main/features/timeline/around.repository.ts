// The SQL of what else stands in a timeline: deals, tickets, orders, moves of the lifecycle, files.
import { sql } from 'kysely'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'
import { ORDER_TOTAL } from '#main/records/order-total.ts'
import type { TimelineRecord } from './activities.repository.ts'
import { isBehind, type Page } from './place.ts'

export interface DealRow {
  readonly id: string
  readonly title: string
  readonly amountMinor: number | null
  readonly currency: string
  readonly createdAt: string
  readonly updatedAt: string
}

/** A company's or contact's deals, or the deal itself; the one that was changed last first. */
export const listDeals = (db: Db, { recordType, recordId }: TimelineRecord): readonly DealRow[] => {
  const column = { company: 'companyId', contact: 'contactId', deal: 'id', ticket: null, order: null, product: null } as const
  const by = column[recordType]
  if (by === null) return []
  return db.all(
    build
      .selectFrom('deals')
      .select(['id', 'title', 'amountMinor', 'currency', 'createdAt', 'updatedAt'])
      .where(by, '=', recordId)
      .where(isActive('deals'))
      .orderBy('updatedAt', 'desc')
      .orderBy('id'),
  )
}

/** What stages are called, archived ones too. */
export const readStageNames = (db: Db): ReadonlyMap<string, string> =>
  new Map(db.all(build.selectFrom('stages').select(['id', 'name'])).map(({ id, name }) => [id, name]))

export const readUserNames = (db: Db): ReadonlyMap<string, string> =>
  new Map(db.all(build.selectFrom('users').select(['id', 'name'])).map(({ id, name }) => [id, name]))

export interface TicketEvent {
  readonly event: 'created' | 'closed'
  readonly at: string
  readonly id: string
  readonly subject: string
  readonly number: string
}

/** When a company's or contact's tickets came and were closed; of a ticket its own. */
export const listTicketEvents = (db: Db, { recordType, recordId }: TimelineRecord, page: Page): readonly TicketEvent[] => {
  const column = { company: 'companyId', contact: 'contactId', deal: null, ticket: 'id', order: null, product: null } as const
  const by = column[recordType]
  if (by === null) return []
  const events = (event: TicketEvent['event'], at: 'createdAt' | 'closedAt') =>
    db
      .all(
        build
          .selectFrom('tickets')
          .select(['id', 'subject', 'number', sql<string>`${sql.ref(at)}`.as('at')])
          .where(by, '=', recordId)
          .where(at, 'is not', null)
          .where(isActive('tickets'))
          .where(isBehind('tickets', at, event, page.before))
          .orderBy(at, 'desc')
          .orderBy('id', 'desc')
          .limit(page.limit),
      )
      .map((row) => ({ ...row, event }))
  return [...events('created', 'createdAt'), ...events('closed', 'closedAt')]
}

interface PlacedOrder {
  readonly id: string
  readonly at: string
  readonly number: string
  readonly totalMinor: number | null
  readonly currency: string
}

/** The orders of a company or contact. */
export const listOrders = (db: Db, { recordType, recordId }: TimelineRecord, page: Page): readonly PlacedOrder[] => {
  if (recordType !== 'company' && recordType !== 'contact') return []
  const column = sql.ref(recordType === 'company' ? 'companyId' : 'contactId')
  return db.all(
    compileSql(sql<PlacedOrder>`
      select id, at, number, totalMinor, currency from (
        select orders.id, orders.number, orders.currency, ${sql.raw(ORDER_TOTAL)} as totalMinor,
          min(coalesce(orders.orderedOn || 'T12:00:00.000Z', orders.createdAt), orders.createdAt) as at
        from orders where orders.${column} = ${recordId} and orders.status <> 'cancelled' and ${isActive('orders')}
      ) as placed
      where ${isBehind('placed', 'at', 'order', page.before)} order by at desc, id desc limit ${page.limit}`),
  )
}

export const listLifecycleMoves = (db: Db, { recordId }: TimelineRecord, page: Page) =>
  db.all(
    compileSql(sql<{
      readonly id: string
      readonly at: string
      readonly fromName: string | null
      readonly toName: string | null
      readonly onDay: string
      readonly note: string | null
      readonly byName: string | null
    }>`
      select move.id, move.createdAt as at, origin.name as fromName, target.name as toName, move.onDay, move.note, users.name as byName
      from lifecycleMoves as move
        left join lifecycleStages as origin on origin.id = move.fromStageId
        left join lifecycleStages as target on target.id = move.toStageId
        left join users on users.id = move.byId
      where move.recordId = ${recordId} and move.archivedAt is null and ${isBehind('move', 'createdAt', 'lifecycle', page.before)}
      order by move.createdAt desc, move.id desc limit ${page.limit}`),
  )

/** Files of the record itself; those of an entry are told by the entry. */
export const listFiles = (db: Db, { recordId }: TimelineRecord, page: Page) =>
  db.all(
    build
      .selectFrom('attachments')
      .select(['id', 'name', 'size', 'mimeType', 'createdAt as at'])
      .where('recordId', '=', recordId)
      .where('activityId', 'is', null)
      .where(isActive('attachments'))
      .where(isBehind('attachments', 'createdAt', 'file', page.before))
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(page.limit),
  )
