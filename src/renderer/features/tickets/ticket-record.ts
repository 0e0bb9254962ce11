// A ticket as its own page gets it.
import type { z } from 'zod'
import type { ticketsContract } from '#shared/tickets/tickets.contract.ts'

export type TicketRecord = z.infer<typeof ticketsContract.get.output>
