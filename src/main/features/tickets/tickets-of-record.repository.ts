// The tickets of a company or contact.
import { type InferResult, sql, type SqlBool } from 'kysely'
import { type TicketRow, ticketRow, type TicketStatus } from '#shared/tickets/ticket.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { columnsOf, isActive, toReference } from '#main/db/selection.ts'

const isClosed = sql<SqlBool>`tickets.statusId in (select id from ${sql.table('ticketStatuses')} where clock = 'stops')`

const tickets = () =>
  build
    .selectFrom('tickets')
    .innerJoin('ticketStatuses as status', 'status.id', 'tickets.statusId')
    .leftJoin('companies as company', 'company.id', 'tickets.companyId')
    .leftJoin('contacts as contact', 'contact.id', 'tickets.contactId')
    .leftJoin('users as assignee', 'assignee.id', 'tickets.assigneeId')
    .select(
      columnsOf(
        'tickets',
        ticketRow.omit({ status: true, company: true, contact: true, assigneeName: true, lastMessageAt: true }),
      ),
    )
    .select((the) => [
      'status.id as statusId',
      'status.name as statusName',
      'status.position as statusPosition',
      'status.clock as statusClock',
      'company.id as companyRowId',
      'company.name as companyName',
      'contact.id as contactRowId',
      'contact.name as contactName',
      'assignee.name as assigneeName',
      the
        .selectFrom('ticketMessages as message')
        .whereRef('message.ticketId', '=', 'tickets.id')
        .where(isActive('message'))
        .select((each) => each.fn.max('message.sentAt').as('at'))
        .as('lastMessageAt'),
    ])

const toRows = (rows: InferResult<ReturnType<typeof tickets>>): TicketRow[] =>
  rows.map(
    ({ statusId, statusName, statusPosition, statusClock, companyRowId, companyName, contactRowId, contactName, ...ticket }) => {
      const status: TicketStatus = { id: statusId, name: statusName, position: statusPosition, clock: statusClock }
      return {
        ...ticket,
        status,
        company: toReference(companyRowId, companyName),
        contact: toReference(contactRowId, contactName),
      }
    },
  )

/** The tickets of a company or contact: open ones first, then the newest first. */
export const listTicketsOf = (db: Db, column: 'companyId' | 'contactId', recordId: string): TicketRow[] =>
  toRows(
    db.all(
      tickets()
        .where(`tickets.${column}`, '=', recordId)
        .where(isActive('tickets'))
        .orderBy(isClosed)
        .orderBy('tickets.createdAt', 'desc')
        .orderBy('tickets.id'),
    ),
  )
