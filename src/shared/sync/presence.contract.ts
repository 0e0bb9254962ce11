// Who has a record open. A hint and never a lock: nothing of it is kept, and nobody is held back by it.
import { z } from 'zod'
import { id, recordType } from '#shared/base/fields.ts'
import { query } from '#shared/base/procedure.ts'

const needs = 'network.view' as const
const onRecord = z.object({ recordType, recordId: id })

export const alsoHere = z.object({
  userId: z.string(),
  name: z.string(),
  /** Of the computer; null: this one. */
  deviceName: z.string().nullable(),
})
export type AlsoHere = z.infer<typeof alsoHere>

export const here = z.object({
  others: z.array(alsoHere),
  /** Operations whose ids begin with it were done at this computer. */
  ownOrigin: z.string(),
})
export type Here = z.infer<typeof here>

export const presenceContract = {
  /** Says to the office that the record is open here, for a minute, and answers who else has it open. Nobody, where the network is off. */
  here: query(onRecord, here, { needs }),
  /** The record is closed. */
  leave: query(onRecord, z.null(), { needs }),
}
