// Companies that belong to themselves by way of others, because machines that were apart each gave one of them a parent.
import { z } from 'zod'
import { moment, reference } from '#shared/base/fields.ts'

export const companyCircle = z.object({
  /** Each belongs to the next one, the last to the first. */
  companies: z
    .array(
      reference.extend({
        /** When its parent was chosen, by whom, and where; null: the log has forgotten. */
        chosen: z.object({ at: moment, actorName: z.string().nullable(), deviceName: z.string().nullable() }).nullable(),
      }),
    )
    .min(1),
})
export type CompanyCircle = z.infer<typeof companyCircle>
