// An activity: what happened on a record (note, call, meeting, e-mail) or is to happen (task).
import { z } from 'zod'
import { day, id, line, moment, multiline, recordStamps, recordType } from '#shared/base/fields.ts'

export const activityKind = z.enum(['note', 'call', 'meeting', 'email', 'task'])
export type ActivityKind = z.infer<typeof activityKind>

/** What an activity stands on; `user`: nothing of a customer's, it is that person's own. */
export const activityRecordType = z.enum([...recordType.options, 'user'])
export type ActivityRecordType = z.infer<typeof activityRecordType>

export const activityFields = {
  kind: activityKind,
  recordType,
  recordId: id,
  title: line(200).nullable(),
  text: multiline().nullable(),
  /** When it took place; for a task when it was written down. */
  happenedAt: moment,
  durationMinutes: z.int().min(0).max(100_000).nullable(),
  /** A task's due day, and time of day (`14:30`) if it has one. */
  dueOn: day.nullable(),
  dueTime: z.iso.time({ precision: -1 }).nullable(),
  doneAt: moment.nullable(),
  ownerId: id.nullable(),
}

export const activity = z.object({ ...recordStamps, ...activityFields })
export type Activity = z.infer<typeof activity>

/** At least a title or a text is needed: the rule is in activity-rules.ts. */
export const newActivity = z.object(activityFields).partial().required({ kind: true, recordType: true, recordId: true })
export const activityChanges = z.object({
  id,
  ...z.object(activityFields).omit({ recordType: true, recordId: true }).partial().shape,
})
