// A user: someone who works in Kith, or, after an import, only a name that owns records and cannot sign in.
import { z } from 'zod'
import { id, requiredLine } from '#shared/base/fields.ts'

export const user = z.object({ id, name: requiredLine(100), canSignIn: z.boolean() })
export type User = z.infer<typeof user>
