// Reminders of the one who is signed in: which are due, which fell while nobody looked, and keeping quiet for a while. What was snoozed or
// dismissed is remembered on this machine only.
import { z } from 'zod'
import { day, id, moment } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { snoozes } from '#shared/calendar/remind.ts'
import { activityKind, recordReference, timeOfDay } from './activity.ts'

export const reminder = z.object({
  activityId: id,
  /** The occurrence of a series; of anything else its due day. */
  on: day,
  /** When it is to be shown: the reminder's own moment, or the end of a snooze. */
  at: moment,
  kind: activityKind,
  title: z.string().nullable(),
  dueOn: day,
  dueTime: timeOfDay.nullable(),
  record: recordReference.nullable(),
  isSnoozed: z.boolean(),
})
export type Reminder = z.infer<typeof reminder>

const view = { needs: 'activities.view' } as const
const which = { activityId: id, on: day }

/** The longest stretch that is searched for reminders. */
export const MAX_REMINDER_DAYS = 62

export const remindersContract = {
  /** Those after `from` up to and including `to`, oldest first. */
  due: query(z.object({ from: moment, to: moment }), z.array(reminder), view),
  /**
   * Those that fell since reminders were last looked at (`seen`), and are still open, oldest first. `since` is where the search began,
   * two months back at the most; null: they were never looked at on this machine.
   */
  missed: query(z.object({}), z.object({ since: moment.nullable(), reminders: z.array(reminder) }), view),
  /** All up to a moment were shown. */
  seen: mutation(z.object({ until: moment }), z.null(), view),
  /** Answers until when. */
  snooze: mutation(z.object({ ...which, for: z.enum(snoozes) }), z.object({ until: moment }), view),
  dismiss: mutation(z.object(which), z.null(), view),
}
