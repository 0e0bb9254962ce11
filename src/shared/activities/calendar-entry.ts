// An activity as it stands in a calendar or a list of tasks: one occurrence of it.
import { z } from 'zod'
import { day, id } from '#shared/base/fields.ts'
import { activity, recordReference } from './activity.ts'

export const calendarEntry = activity.extend({
  /** The day of this occurrence in its series, to be named in `complete`, `skip` and `editSeries`; `null` where nothing repeats. */
  on: day.nullable(),
  /** The begin of this occurrence, in place of the series' first day. */
  dueOn: day,
  record: recordReference.nullable(),
  ownerName: z.string().nullable(),
  /** A colleague's own: only that there is something, and when. */
  isPrivate: z.boolean(),
})
export type CalendarEntry = z.infer<typeof calendarEntry>

export const taskEntry = calendarEntry.extend({ dueOn: day.nullable() })
export type TaskEntry = z.infer<typeof taskEntry>

/** Where a task stands against today. */
export const taskBucket = z.enum(['overdue', 'today', 'upcoming', 'undated'])
export type TaskBucket = z.infer<typeof taskBucket>

/** `overdue` are those of days before today; one that was due this morning is still today's. */
export const bucketOf = (dueOn: string | null, today: string): TaskBucket => {
  if (dueOn === null) return 'undated'
  if (dueOn < today) return 'overdue'
  return dueOn === today ? 'today' : 'upcoming'
}

/** Whose activities: of these people; `null` is what nobody owns. Empty: everyone's. */
export const ownerIds = z.array(id.nullable()).max(200)
