// Sample tickets with what was written on them: the request, an inner note, the reply.
import type { TicketStatus } from '#shared/tickets/ticket.ts'
import type { NewRow } from '#main/db/database.ts'
import type { Making, Sample, SampleContact, SampleTicket } from './making.ts'

const TICKETS = 40

interface Customers {
  readonly companies: readonly Sample<'companies'>[]
  readonly contacts: readonly SampleContact[]
}

export const sampleTickets = (
  making: Making,
  { companies, contacts }: Customers,
): { tickets: SampleTicket[]; messages: NewRow<'ticketMessages'>[] } => {
  const { culture, times, newId, between, one, owner, ownerId } = making
  const tickets: SampleTicket[] = []
  const messages: NewRow<'ticketMessages'>[] = []
  for (let number = 0; number < TICKETS; number += 1) {
    const company = one(companies)
    const contact = contacts.find(({ companyId }) => companyId === company.id)
    const { subject, request, reply, note } = one(culture.tickets)
    // Of five tickets three are over, one is being worked on, one waits.
    const clock = number % 5 < 3 ? 'stops' : number % 5 === 3 ? 'runs' : 'pauses'
    const daysAgo = clock === 'stops' ? between(4, 200) : between(0, 12)
    const asked = between(0, 300)
    const ticketId = newId()
    tickets.push({
      id: ticketId,
      subject,
      description: request,
      priority: one(['low', 'normal', 'normal', 'normal', 'high', 'urgent'] as const),
      channel: one(['phone', 'email', 'email', 'chat', 'visit'] as const),
      companyId: company.id,
      contactId: contact?.id ?? null,
      assigneeId: owner(),
      statusId: one(withClock(making.statuses, clock)).id,
      closedAt: clock === 'stops' ? times.moment(daysAgo - between(0, 3), asked + 120) : null,
      createdAt: times.moment(daysAgo, asked),
      daysAgo,
    })
    const said = { ticketId, authorId: ownerId }
    messages.push({ ticketId, kind: 'request', text: request, sentAt: times.moment(daysAgo, asked) })
    if (number % 2 === 0) messages.push({ ...said, kind: 'note', text: note, sentAt: times.moment(daysAgo, asked + 25) })
    if (clock !== 'runs') messages.push({ ...said, kind: 'reply', text: reply, sentAt: times.moment(daysAgo, asked + 60) })
  }
  return { tickets, messages }
}

const withClock = (statuses: readonly TicketStatus[], clock: TicketStatus['clock']): readonly TicketStatus[] => {
  const fitting = statuses.filter((status) => status.clock === clock)
  return fitting.length > 0 ? fitting : statuses
}
