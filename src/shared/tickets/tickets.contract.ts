// What can be asked about tickets.
import { z } from 'zod'
import { id, moment, multiline, outline, recordType, reference } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import {
  newTicket,
  ticket,
  ticketChanges,
  ticketListInput,
  ticketMessage,
  ticketOutlineInput,
  ticketRow,
  ticketStatus,
} from './ticket.ts'

const view = { needs: 'tickets.view' } as const
const edit = { needs: 'tickets.edit' } as const

export const ticketsContract = {
  statuses: query(z.object({}), z.array(ticketStatus), view),
  list: query(ticketListInput, z.array(ticketRow), view),
  outline: query(ticketOutlineInput, outline, view),
  /** The tickets of a company or contact, open ones first. */
  ofRecord: query(z.object({ recordType: recordType.extract(['company', 'contact']), recordId: id }), z.array(ticketRow), view),
  get: query(
    z.object({ id }),
    ticket.extend({
      status: ticketStatus,
      company: reference.nullable(),
      contact: reference.nullable(),
      assigneeName: z.string().nullable(),
      firstReplyAt: moment.nullable(),
      messages: z.array(ticketMessage.extend({ authorName: z.string().nullable() })),
    }),
    view,
  ),
  create: mutation(newTicket, ticket, edit),
  update: mutation(ticketChanges, ticket, edit),
  setStatus: mutation(z.object({ id, statusId: id }), ticket, edit),
  /** A message on the ticket; a status may be set by the same act. */
  reply: mutation(
    z.object({ id, kind: ticketMessage.shape.kind, text: multiline().min(1), statusId: id.nullable().default(null) }),
    ticketMessage,
    edit,
  ),
  assign: mutation(z.object({ id, assigneeId: id.nullable() }), ticket, edit),
  archive: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
}
