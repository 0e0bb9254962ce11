// What Home asks beyond the lists of the day: what the others did since this user was here.
import { z } from 'zod'
import { id, line, moment } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { operation } from '#shared/history/history.ts'

const needs = 'history.view' as const

/** A company or contact, with what tells it from others of its name. */
export const namedRecord = z.object({
  recordType: z.enum(['company', 'contact']),
  id,
  name: z.string(),
  detail: z.string().nullable(),
})
export type NamedRecord = z.infer<typeof namedRecord>

export const homeContract = {
  /** What others did since the user was here last, newest first. `since` null: never here before. `isCut`: there is more than was looked through. */
  news: query(
    z.object({ limit: z.int().min(1).max(100).default(20) }),
    z.object({ since: moment.nullable(), operations: z.array(operation), count: z.int(), isCut: z.boolean() }),
    { needs },
  ),
  /**
   * Whom a typed line means: the first of these names that somebody bears or whose name begins so, with everybody who does. `null`: nobody.
   */
  named: query(
    z.object({ names: z.array(line(100)).max(40) }),
    z.object({ name: z.string(), records: z.array(namedRecord), isCut: z.boolean() }).nullable(),
    { needs: 'search.view' },
  ),
  /** The user is here. After a pause, what was done since the last time becomes news. */
  arrive: mutation(z.object({}), z.null(), { needs }),
  /** The news was read: from now on only what comes later is news. */
  seen: mutation(z.object({}), z.null(), { needs }),
}
