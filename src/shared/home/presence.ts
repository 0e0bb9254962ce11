// When a user was here, and since when there is news. Kept on this machine only.
import { z } from 'zod'
import { moment } from '#shared/base/fields.ts'

/** `at`: last heard of; `since`: what came later is news. */
export const presence = z.object({ since: moment.nullable(), at: moment })
export type Presence = z.infer<typeof presence>

/** Shorter absences are none: a walk to the printer makes no news. */
const PAUSE_MS = 30 * 60_000

/** After a pause the news begins where the user went away. */
export const arrived = (before: Presence | null, now: string): Presence => {
  if (before === null) return { since: null, at: now }
  const pause = Date.parse(now) - Date.parse(before.at)
  return { since: pause > PAUSE_MS ? before.at : before.since, at: now }
}
