// What each procedure of tickets does: fetch, apply the rules in shared/tickets, save.
import { AppError } from '#shared/base/app-error.ts'
import { enterStatus, firstStatus } from '#shared/tickets/clock.ts'
import type { Ticket, TicketStatus } from '#shared/tickets/ticket.ts'
import type { Db } from '#main/db/database.ts'
import { requireReferences } from '#main/db/references.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { listAllStatuses, listStatuses } from './statuses.repository.ts'
import { listTicketsOf } from './tickets-of-record.repository.ts'
import { TICKET_COLUMNS, ticketsQuestion, toTicketRow } from './tickets.list.ts'
import { findTicket, findTicketCard, insertMessage, insertTicket, listMessages, updateTicket } from './tickets.repository.ts'

/** What a ticket's number begins with; the machine's letter and the number follow. */
const SERIES = 'T'

export const ticketsHandlers: Handlers['tickets'] = {
  statuses: ({ db }) => listStatuses(db),

  list: ({ db, run }, { after, limit, ...question }) => {
    const { rows } = run('lists.page', { ...ticketsQuestion(question), columns: [...TICKET_COLUMNS], after, limit })
    const statuses = listAllStatuses(db)
    return rows.map((row) => toTicketRow(row, statuses))
  },

  outline: ({ run }, question) => run('lists.outline', ticketsQuestion(question)),

  ofRecord: ({ db }, { recordType, recordId }) =>
    listTicketsOf(db, recordType === 'company' ? 'companyId' : 'contactId', recordId),

  get: ({ db }, { id }) => {
    const ticket = requireTicket(db, id)
    const messages = listMessages(db, id)
    const firstReplyAt = messages.find(({ kind }) => kind === 'reply')?.sentAt ?? null
    return { ...ticket, ...findTicketCard(db, id), firstReplyAt, messages }
  },

  create: ({ tx }, fields) => {
    requireTicketReferences(tx, fields)
    const status = firstStatus(listStatuses(tx))
    if (!status) throw new AppError('conflict', 'tickets.noStatus')
    const id = insertTicket(tx, {
      ...fields,
      priority: fields.priority ?? 'normal',
      channel: fields.channel ?? 'other',
      number: tx.nextNumber(SERIES),
      statusId: status.id,
    })
    return requireTicket(tx, id)
  },

  update: ({ tx }, { id, ...changes }) => {
    requireActiveTicket(tx, id)
    requireTicketReferences(tx, changes)
    updateTicket(tx, id, changes)
    return requireTicket(tx, id)
  },

  setStatus: ({ tx, now }, { id, statusId }) => {
    const ticket = requireActiveTicket(tx, id)
    updateTicket(tx, id, enterStatus(ticket, requireStatus(tx, statusId), now()))
    return requireTicket(tx, id)
  },

  reply: ({ tx, now, actor }, { id, kind, text, statusId }) => {
    const ticket = requireActiveTicket(tx, id)
    if (text.trim() === '') {
      const issues = [{ field: 'text', code: 'required', params: {} }]
      throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
    }
    if (statusId !== null) updateTicket(tx, id, enterStatus(ticket, requireStatus(tx, statusId), now()))
    // A request is the customer's; who wrote it down is in the history.
    const authorId = kind === 'request' ? null : actor.userId
    return insertMessage(tx, { ticketId: id, kind, text, sentAt: now(), authorId })
  },

  assign: ({ tx }, { id, assigneeId }) => {
    requireActiveTicket(tx, id)
    requireTicketReferences(tx, { assigneeId })
    updateTicket(tx, id, { assigneeId })
    return requireTicket(tx, id)
  },

  archive: ({ tx }, { id }) => {
    if (requireTicket(tx, id).archivedAt === null) tx.archive('tickets', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    if (requireTicket(tx, id).archivedAt !== null) tx.restore('tickets', id)
    return null
  },
}

const requireTicket = (db: Db, id: string): Ticket => {
  const ticket = findTicket(db, id)
  if (!ticket) throw new AppError('not_found', 'tickets.gone', { id })
  return ticket
}

const requireActiveTicket = (db: Db, id: string): Ticket => {
  const ticket = requireTicket(db, id)
  if (ticket.archivedAt !== null) throw new AppError('conflict', 'tickets.archived', { id })
  return ticket
}

const requireStatus = (db: Db, id: string): TicketStatus => {
  const status = listStatuses(db).find((one) => one.id === id)
  if (!status) throw new AppError('not_found', 'tickets.statusGone', { id })
  return status
}

type TicketReferences = { [Field in 'companyId' | 'contactId' | 'assigneeId']?: string | null | undefined }

const requireTicketReferences = (db: Db, { companyId, contactId, assigneeId }: TicketReferences): void =>
  requireReferences(db, [
    { field: 'companyId', table: 'companies', id: companyId },
    { field: 'contactId', table: 'contacts', id: contactId },
    { field: 'assigneeId', table: 'users', id: assigneeId },
  ])
