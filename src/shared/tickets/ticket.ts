// A ticket: a request for help, from the first call to its solution.
import { z } from 'zod'
import {
  direction,
  id,
  line,
  moment,
  multiline,
  pageInput,
  recordStamps,
  reference,
  requiredLine,
  rowState,
} from '#shared/base/fields.ts'
import { customValues } from '#shared/custom-fields/custom-values.ts'

/** What a status does to the clock of a ticket: it runs (we work), pauses (we wait) or stops (it is over). */
export const ticketClock = z.enum(['runs', 'pauses', 'stops'])

export const ticketStatus = z.object({ id, name: requiredLine(100), position: z.string(), clock: ticketClock })
export type TicketStatus = z.infer<typeof ticketStatus>

export const ticketPriority = z.enum(['low', 'normal', 'high', 'urgent'])
export const ticketChannel = z.enum(['phone', 'email', 'chat', 'visit', 'post', 'other'])

export const ticketFields = {
  subject: requiredLine(300),
  description: multiline().nullable(),
  priority: ticketPriority,
  channel: ticketChannel,
  companyId: id.nullable(),
  contactId: id.nullable(),
  assigneeId: id.nullable(),
  externalId: line(100).nullable(),
  recordTypeId: id.nullable(),
}

export const ticket = z.object({
  ...recordStamps,
  ...ticketFields,
  /** `T-A-1042`: the series letter belongs to the machine, so that numbers stay unique offline. */
  number: z.string(),
  statusId: id,
  closedAt: moment.nullable(),
  custom: customValues,
})
export type Ticket = z.infer<typeof ticket>

export const newTicket = z
  .object({ ...ticketFields, custom: customValues })
  .partial()
  .required({ subject: true })
export const ticketChanges = z.object({ id, ...z.object({ ...ticketFields, custom: customValues }).partial().shape })

export const ticketMessage = z.object({
  id,
  ticketId: id,
  /** A reply goes to the customer, a note stays inside, a request came from the customer. */
  kind: z.enum(['reply', 'note', 'request']),
  text: multiline().min(1),
  sentAt: moment,
  authorId: id.nullable(),
})
export type TicketMessage = z.infer<typeof ticketMessage>

export const ticketRow = ticket
  .pick({
    id: true,
    number: true,
    subject: true,
    priority: true,
    channel: true,
    createdAt: true,
    updatedAt: true,
    closedAt: true,
  })
  .extend({
    status: ticketStatus,
    company: reference.nullable(),
    contact: reference.nullable(),
    assigneeName: z.string().nullable(),
    lastMessageAt: moment.nullable(),
  })
export type TicketRow = z.infer<typeof ticketRow>

export const ticketSort = z.enum(['priority', 'createdAt', 'updatedAt', 'number'])
export const ticketListInput = z.object({
  state: rowState.default('active'),
  text: line(200).default(''),
  /** Open: the clock runs or pauses. */
  queue: z.enum(['open', 'mine', 'unassigned', 'closed', 'all']).default('open'),
  statusId: id.nullable().default(null),
  sort: ticketSort.default('priority'),
  direction: direction.default('desc'),
  ...pageInput,
})
export const ticketOutlineInput = ticketListInput.omit({ after: true, limit: true })
