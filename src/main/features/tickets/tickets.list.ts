// The queues of tickets, as scripts ask for them: questions to the lists of all records.
import type { z } from 'zod'
import { type ticketOutlineInput, type TicketRow, ticketRow, type TicketStatus } from '#shared/tickets/ticket.ts'
import type { InputOf } from '#main/rpc/handlers.ts'

type Question = z.output<typeof ticketOutlineInput>
type Condition = NonNullable<InputOf<'lists.count'>['filter']>['items'][number]

const PLAIN = ['number', 'subject', 'priority', 'channel', 'createdAt', 'updatedAt', 'closedAt', 'lastMessageAt'] as const
export const TICKET_COLUMNS: readonly string[] = [...PLAIN, 'statusId', 'companyId', 'contactId', 'assigneeId']

const isOpen: Condition = { field: 'isOpen', operator: 'yes' }
const queues: Readonly<Record<Question['queue'], readonly Condition[]>> = {
  open: [isOpen],
  mine: [isOpen, { field: 'assigneeId', operator: 'anyOf', value: ['me'] }],
  unassigned: [isOpen, { field: 'assigneeId', operator: 'empty' }],
  closed: [{ field: 'isOpen', operator: 'no' }],
  all: [],
}

export const ticketsQuestion = ({ state, text, queue, statusId, sort, direction }: Question): InputOf<'lists.count'> => {
  const inStatus: Condition[] = statusId === null ? [] : [{ field: 'statusId', operator: 'anyOf', value: [statusId] }]
  return { entity: 'tickets', state, text, filter: { items: [...queues[queue], ...inStatus] }, sort: { field: sort, direction } }
}

interface ListedRow {
  readonly id: string
  readonly cells: Readonly<Record<string, unknown>>
}

const nameIn = (cell: unknown): string | null =>
  typeof cell === 'object' && cell !== null && 'name' in cell && typeof cell.name === 'string' ? cell.name : null

/** `statuses` hold removed ones, too: a ticket may still stand in one. */
export const toTicketRow = (
  { id, cells: { statusId, companyId, contactId, assigneeId, ...cells } }: ListedRow,
  statuses: readonly TicketStatus[],
): TicketRow =>
  ticketRow.parse({
    ...{ id, ...cells, company: companyId, contact: contactId, assigneeName: nameIn(assigneeId) },
    status: statuses.find((status) => status.id === statusId),
  })
