// The SQL of ticket statuses.
import { type TicketStatus, ticketStatus } from '#shared/tickets/ticket.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'

const statusesInOrder = prepared<Record<never, never>>()(() =>
  build
    .selectFrom('ticketStatuses')
    .select(columnsOf('ticketStatuses', ticketStatus))
    .where(isActive('ticketStatuses'))
    .orderBy('position')
    .orderBy('id'),
)

export const listStatuses = (db: Db): TicketStatus[] => statusesInOrder(db, {})

const everyStatus = prepared<Record<never, never>>()(() =>
  build.selectFrom('ticketStatuses').select(columnsOf('ticketStatuses', ticketStatus)),
)

/** Removed ones, too: tickets may still stand in them. */
export const listAllStatuses = (db: Db): TicketStatus[] => everyStatus(db, {})
