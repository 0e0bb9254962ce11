// Lists of tickets: the queues, in every order that the columns offer, and the tickets of a record.
import { type RawBuilder, sql, type InferResult, type SqlBool } from 'kysely'
import type { z } from 'zod'
import type { Cursor, Outline } from '#shared/base/fields.ts'
import { type ticketOutlineInput, type TicketRow, ticketRow, type TicketStatus } from '#shared/tickets/ticket.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isBehind, outlineOf } from '#main/db/keyset.ts'
import { columnsOf, isActive, isEqual, isFound, isInState, type SearchCondition, toReference } from '#main/db/selection.ts'

/** What is asked of a list, its text already a condition of the search index. `me`: whose tickets “mine” are. */
export type TicketFilter = Omit<z.output<typeof ticketOutlineInput>, 'text'> & {
  readonly found: SearchCondition | null
  readonly me: string | null
}

const sortColumns = {
  priority: 'tickets.priorityRank',
  createdAt: 'tickets.createdAt',
  updatedAt: 'tickets.updatedAt',
  number: 'tickets.numberKey',
} as const

const isOpen = sql<SqlBool>`tickets.statusId in (select id from ticketStatuses where clock <> 'stops')`
// Most tickets are closed. The plus keeps SQLite from gathering and sorting them all by status: it walks the list's own index instead.
const isClosed = sql<SqlBool>`+tickets.statusId in (select id from ticketStatuses where clock = 'stops')`

const queues: Record<TicketFilter['queue'], (me: string | null) => RawBuilder<SqlBool>[]> = {
  open: () => [isOpen],
  mine: (me) => [isOpen, me === null ? sql<SqlBool>`false` : isEqual('tickets.assigneeId', me)],
  unassigned: () => [isOpen, sql<SqlBool>`tickets.assigneeId is null`],
  closed: () => [isClosed],
  all: () => [],
}

const conditionsOf = ({ state, queue, statusId, found, me }: TicketFilter) => [
  isInState('tickets', state),
  ...queues[queue](me),
  ...(statusId === null ? [] : [isEqual('tickets.statusId', statusId)]),
  ...(found === null ? [] : [isFound('tickets', found)]),
]

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

export const listTickets = (db: Db, filter: TicketFilter, after: Cursor | null, limit: number): TicketRow[] => {
  const key = sortColumns[filter.sort]
  const conditions = conditionsOf(filter)
  if (after !== null) conditions.push(isBehind(key, 'tickets.id', after, filter.direction))
  return toRows(
    db.all(
      tickets()
        .where((the) => the.and(conditions))
        .orderBy(key, filter.direction)
        .orderBy('tickets.id', filter.direction)
        .limit(limit),
    ),
  )
}

export const outlineOfTickets = (db: Db, filter: TicketFilter): Outline =>
  outlineOf(db, {
    table: 'tickets',
    key: sortColumns[filter.sort],
    isIndexed: filter.state === 'active' && filter.queue === 'all' && filter.statusId === null && filter.found === null,
    direction: filter.direction,
    where: conditionsOf(filter),
  })

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
