// The SQL of tickets, one at a time, and of what was said on them.
import { type Ticket, ticket, type TicketMessage, ticketMessage } from '#shared/tickets/ticket.ts'
import { build } from '#main/db/builder.ts'
import type { Db, NewRow, RowChanges, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isThere, toReference } from '#main/db/selection.ts'
import { checkedChanges, checkedNew } from '#main/records/checked-record.ts'

const ticketById = prepared<{ id: string }>()((param) =>
  build.selectFrom('tickets').select(columnsOf('tickets', ticket)).where('id', '=', param('id')).where(isThere('tickets')),
)

export const findTicket = (db: Db, id: string): Ticket | undefined => ticketById(db, { id })[0]

const cardById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('tickets')
    .innerJoin('ticketStatuses as status', 'status.id', 'tickets.statusId')
    .leftJoin('companies as company', 'company.id', 'tickets.companyId')
    .leftJoin('contacts as contact', 'contact.id', 'tickets.contactId')
    .leftJoin('users as assignee', 'assignee.id', 'tickets.assigneeId')
    .where('tickets.id', '=', param('id'))
    .select([
      'status.id',
      'status.name',
      'status.position',
      'status.clock',
      'company.id as companyRowId',
      'company.name as companyName',
      'contact.id as contactRowId',
      'contact.name as contactName',
      'assignee.name as assigneeName',
    ]),
)

/** What a ticket's page shows besides its own fields and messages. */
export const findTicketCard = (db: Db, id: string) => {
  const [row] = cardById(db, { id })
  if (!row) throw new Error(`Ticket ${id} has no status.`)
  const { companyRowId, companyName, contactRowId, contactName, assigneeName, ...status } = row
  return {
    status,
    assigneeName,
    company: toReference(companyRowId, companyName),
    contact: toReference(contactRowId, contactName),
  }
}

const messagesByTicket = prepared<{ ticketId: string }>()((param) =>
  build
    .selectFrom('ticketMessages')
    .leftJoin('users as author', 'author.id', 'ticketMessages.authorId')
    .select(columnsOf('ticketMessages', ticketMessage))
    .select('author.name as authorName')
    .where('ticketId', '=', param('ticketId'))
    .where(isActive('ticketMessages'))
    .orderBy('sentAt')
    .orderBy('ticketMessages.id'),
)

/** All that was said on a ticket, oldest first. */
export const listMessages = (db: Db, ticketId: string): (TicketMessage & { authorName: string | null })[] =>
  messagesByTicket(db, { ticketId })

export const insertTicket = (tx: WriteTx, row: NewRow<'tickets'>): string =>
  tx.insert('tickets', checkedNew(tx, 'ticket', row, row.id))

export const updateTicket = (tx: WriteTx, id: string, changes: RowChanges<'tickets'>): boolean =>
  tx.update('tickets', id, checkedChanges(tx, 'ticket', id, changes))

export const insertMessage = (tx: WriteTx, message: Omit<TicketMessage, 'id'>): TicketMessage => {
  const id = tx.insert('ticketMessages', message)
  return { id, ...message }
}
