// One number that two machines gave to two records, because they counted under one letter before they met.
import { z } from 'zod'
import { id, moment } from '#shared/base/fields.ts'

export const numberedType = z.enum(['ticket', 'order'])
export type NumberedType = z.infer<typeof numberedType>

/** A record that has the number. */
const holder = z.object({
  id,
  /** A ticket's subject, an order's customer. */
  name: z.string().nullable(),
  /** When it was given the number, by whom, and where. */
  at: moment,
  actorName: z.string().nullable(),
  deviceName: z.string().nullable(),
})
export type NumberHolder = z.infer<typeof holder>

export const sameNumber = z.object({ recordType: numberedType, number: z.string(), first: holder, later: holder })
export type SameNumber = z.infer<typeof sameNumber>
