// The clock of a ticket. Rules look at what a status does to the clock, never at its name.
import type { Ticket, TicketStatus } from './ticket.ts'

/** Entering a status that stops the clock closes the ticket at `now`; one that lets it run or pause opens it again. */
export const enterStatus = (
  ticket: Pick<Ticket, 'closedAt'>,
  status: Pick<TicketStatus, 'id' | 'clock'>,
  now: string,
): Pick<Ticket, 'statusId' | 'closedAt'> => ({
  statusId: status.id,
  closedAt: status.clock === 'stops' ? (ticket.closedAt ?? now) : null,
})

/** The status that a new ticket starts in: the first whose clock runs, in order of position. */
export const firstStatus = (statuses: readonly TicketStatus[]): TicketStatus | null =>
  statuses.find((status) => status.clock === 'runs') ?? null
