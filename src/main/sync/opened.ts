// A record that a person has open, as machines tell each other of it.
import { z } from 'zod'

export const opened = z.object({
  entity: z.string().min(1).max(40),
  id: z.string().min(1).max(100),
  person: z.object({ id: z.string().min(1).max(100), name: z.string().max(200) }),
})
export type Opened = z.infer<typeof opened>

/** The most bytes of a message: a hundred of the longest. */
export const PRESENCE_BYTES = 320 * 1024
/** What is not said again for so long is forgotten. */
export const FORGET_MS = 75_000
