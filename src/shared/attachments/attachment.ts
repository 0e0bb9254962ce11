// An attachment: a file kept with a record. What it holds lies sealed in the workspace's folder; this is its label.
import { z } from 'zod'
import { id, line, recordStamps, recordType } from '#shared/base/fields.ts'

/** Where a file came from: chosen, dropped or pasted; a mail as it was dropped; out of a mail; the photo of a card. */
export const attachmentSource = z.enum(['file', 'mail', 'mail-part', 'card'])

/** As long as a name on any disk can be, and more: it is kept as it was given. */
export const fileName = line(400).min(1)

export const attachment = z.object({
  ...recordStamps,
  recordType,
  recordId: id,
  /** The note, call or mail that it came with. */
  activityId: id.nullable(),
  name: fileName,
  /** Bytes. */
  size: z.int().min(0),
  mimeType: z.string(),
  source: attachmentSource.nullable(),
})
export type Attachment = z.infer<typeof attachment>

/** One line of a record's list: also who added it, `null` for nobody of the office. */
export const attachmentRow = attachment.extend({ addedBy: z.string().nullable() })
export type AttachmentRow = z.infer<typeof attachmentRow>

/** What became of a file that was to be added. */
export const addedFile = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('added'),
    name: z.string(),
    attachment,
    /** A key of the catalogue: why it was attached instead of read. */
    notice: z.string().nullable(),
  }),
  /** The same content stands on the same record already. */
  z.object({ outcome: z.literal('known'), name: z.string(), attachment }),
  z.object({
    outcome: z.literal('refused'),
    name: z.string(),
    messageKey: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
])
export type AddedFile = z.infer<typeof addedFile>
