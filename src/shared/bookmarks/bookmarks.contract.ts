// A user's own way back to records: favourites in an order of their own, and what was looked at last on this machine.
import { z } from 'zod'
import { id, moment, recordType } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'

const view = { needs: 'customers.view' } as const

export const record = z.object({ recordType, recordId: id })

export const favourite = z.object({ id, recordType, recordId: id, name: z.string() })
export type Favourite = z.infer<typeof favourite>

export const favouritesContract = {
  /** The user's own, in their order. Records that are archived are left out. */
  list: query(z.object({}), z.array(favourite), view),
  add: mutation(record, z.null(), view),
  remove: mutation(record, z.null(), view),
  /** Puts a favourite behind another; `null`: first. */
  move: mutation(z.object({ id, afterId: id.nullable() }), z.null(), view),
}

export const recent = z.object({ recordType, recordId: id, name: z.string(), at: moment })
export type Recent = z.infer<typeof recent>

/** How many are remembered. */
export const MOST_RECENTS = 50

export const recentsContract = {
  /** What this user opened last on this machine, newest first. */
  list: query(z.object({ limit: z.int().min(1).max(MOST_RECENTS).default(10) }), z.array(recent), view),
  open: mutation(record, z.null(), view),
}
