// The files of a record whose content is on other machines of the office only, and how far they are on their way.
import { z } from 'zod'
import { id, recordType } from '#shared/base/fields.ts'
import { query } from '#shared/base/procedure.ts'

export const arrival = z.object({
  attachmentId: id,
  /**
   * `asking`: the others were just asked; `coming`; `waiting`: until others are through; `nowhere`: no computer that has it is connected;
   * `trouble`: it cannot be written here.
   */
  state: z.enum(['asking', 'coming', 'waiting', 'nowhere', 'trouble']),
  doneBytes: z.int().min(0),
  totalBytes: z.int().min(0),
  /** The computer that has it. */
  deviceName: z.string().nullable(),
  /** A message key. */
  trouble: z.string().nullable(),
})
export type Arrival = z.infer<typeof arrival>

export const arrivalsContract = {
  /** Those that are not here; asking fetches them before others, for a minute. Empty where no other computer is in the office. */
  ofRecord: query(z.object({ recordType, recordId: id }), z.array(arrival), { needs: 'attachments.view' }),
}
