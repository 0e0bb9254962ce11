// What can be asked about files dropped on a record: mails are filed on its timeline, cards fill it or make people, anything else is attached.
import { z } from 'zod'
import { id, line, recordType, reference } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { customerType, pointKind } from '#shared/customers/contact-point.ts'
import { addedFile } from './attachment.ts'
import { filesInput } from './attachments.contract.ts'

const edit = { needs: 'attachments.edit' } as const
const file = line(4096).min(1)
const onCustomer = { recordType: customerType, recordId: id }

/** A mail that was filed, or that is here already. `notices` are keys of the catalogue. */
export const filedMail = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('mail'),
    name: z.string(),
    subject: z.string(),
    activityId: id,
    attachments: z.int(),
    /** Whom it was linked to by address, besides the record itself. */
    linked: z.array(reference),
    notices: z.array(z.string()),
  }),
  z.object({
    outcome: z.literal('mail-known'),
    name: z.string(),
    subject: z.string(),
    /** Where it stands. */
    record: reference.extend({ type: recordType }),
    /** It stands on another record, and now shows on this one, too. */
    isLinkedNow: z.boolean(),
  }),
])

export const droppedFile = z.union([filedMail, addedFile])
export type DroppedFile = z.infer<typeof droppedFile>

/** What a card would add to a record: `key` names it in `fill`. */
export const cardProposal = z.object({
  key: z.string(),
  field: z.enum(['birthday', 'description', ...pointKind.options]),
  type: z.string().nullable(),
  value: z.string(),
})
export type CardProposal = z.infer<typeof cardProposal>

export const offeredCard = z.object({
  index: z.int(),
  name: z.string(),
  isCompany: z.boolean(),
  jobTitle: z.string().nullable(),
  company: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  hasPhoto: z.boolean(),
  /** A contact in use with one of its e-mail addresses. */
  match: reference.nullable(),
  /** What it has that the record has not. */
  proposals: z.array(cardProposal),
})
export type OfferedCard = z.infer<typeof offeredCard>

export const MOST_CARDS = 200

export const dropsContract = {
  /**
   * Files mails (.eml, .msg) on the record's timeline and attaches everything else, as one operation. Programs, in mails too, are refused
   * (`attachments.programs`) unless they are allowed. With an entry of the timeline everything is attached to that one.
   */
  file: mutation(
    z.object({
      recordType,
      recordId: id,
      activityId: id.nullable().default(null),
      files: filesInput,
      areProgramsAllowed: z.boolean().default(false),
    }),
    z.object({ files: z.array(droppedFile) }),
    { ...edit, files: ['files'] },
  ),
  /** The cards of a .vcf file beside what the record has. Stores nothing. */
  cards: query(z.object({ ...onCustomer, file }), z.array(offeredCard), {
    needs: 'attachments.view',
    files: ['file'],
    slow: true,
  }),
  /** Makes people of a company out of cards, or links those that are here. A card's photo is kept with its contact. */
  takeCards: mutation(
    z.object({
      companyId: id,
      file,
      picks: z
        .array(z.object({ index: z.int().min(0), contactId: id.nullable() }))
        .min(1)
        .max(MOST_CARDS),
    }),
    z.object({ contacts: z.array(reference.extend({ isNew: z.boolean() })) }),
    { ...edit, files: ['file'] },
  ),
  /** Adds chosen proposals of one card to a record; its photo is kept with it. */
  fill: mutation(
    z.object({ ...onCustomer, file, index: z.int().min(0), keys: z.array(z.string()).max(200) }),
    z.object({ filled: z.int() }),
    { ...edit, files: ['file'] },
  ),
}
