// Why a record refused a change, as data that a window can say.
import { z } from 'zod'

const param = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const params = z.record(z.string(), param)

/** The shape of `AppErrorData` that can be told of one record. */
export const appErrorData = z.object({
  code: z.enum(['invalid_input', 'not_found', 'conflict', 'forbidden', 'locked', 'cancelled', 'unavailable', 'internal']),
  messageKey: z.string(),
  params,
  issues: z.array(z.object({ field: z.string(), code: z.string(), params })).optional(),
})
