// An activity: what happened on a record (note, call, meeting, e-mail) or is to happen (a task, a planned call or meeting).
import { z } from 'zod'
import { day, id, line, moment, multiline, recordStamps, recordType, requiredLine } from '#shared/base/fields.ts'

export const activityKind = z.enum(['note', 'call', 'meeting', 'email', 'task'])
export type ActivityKind = z.infer<typeof activityKind>

/** What an activity stands on; `user`: nothing of a customer's, it is that person's own. */
export const activityRecordType = z.enum([...recordType.options, 'user'])
export type ActivityRecordType = z.infer<typeof activityRecordType>

export const priority = z.enum(['low', 'normal', 'high'])
export const callDirection = z.enum(['in', 'out'])
export const callOutcome = z.enum(['reached', 'no_answer', 'busy', 'voicemail', 'wrong_number'])
export type CallOutcome = z.infer<typeof callOutcome>

/** A time of day on the wall clock of the workspace's zone: `14:30`. */
export const timeOfDay = z.iso.time({ precision: -1 })

/** What can be written of an activity. Days and times of what is planned are wall clock in the workspace's zone. */
const written = {
  kind: activityKind,
  title: line(200).nullable(),
  text: multiline().nullable(),
  /** When it took place; for what is planned when it was written down, and once done when it was. */
  happenedAt: moment,
  durationMinutes: z.int().min(0).max(600_000).nullable(),
  /** The day a task is due, or a call or meeting is planned for. */
  dueOn: day.nullable(),
  /** `null`: all day. */
  dueTime: timeOfDay.nullable(),
  /** The last day of a meeting that takes several whole days. */
  endsOn: day.nullable(),
  doneAt: moment.nullable(),
  ownerId: id.nullable(),
  priority: priority.nullable(),
  /** RRULE without DTSTART: it counts from `dueOn`. */
  recurrence: requiredLine(500).nullable(),
  /** Minutes before the begin, of what lasts all day before nine in the morning. */
  reminderMinutes: z.int().min(-900).max(525_600).nullable(),
  outcome: callOutcome.nullable(),
  direction: callDirection.nullable(),
  location: line(200).nullable(),
}

export const activityFields = { ...written, recordType: activityRecordType, recordId: id }

export const activity = z.object({
  ...recordStamps,
  ...activityFields,
  /** Kept above the timeline. */
  pinnedAt: moment.nullable(),
  /** The series an occurrence belongs to that is done or differs, and the day it had in it. */
  seriesId: id.nullable(),
  occurrenceOn: day.nullable(),
  /** The entry of a calendar file it came from. */
  icsUid: z.string().nullable(),
  /** Of an e-mail, so that the same one is not kept twice. */
  messageId: z.string().nullable(),
})
export type Activity = z.infer<typeof activity>

/** At least a title or a text is needed: the rule is in activity-rules.ts. */
export const newActivity = z
  .object({ ...activityFields, icsUid: line(200).nullable(), messageId: line(998).nullable() })
  .partial()
  .required({ kind: true, recordType: true, recordId: true })
export type NewActivity = z.output<typeof newActivity>

/** What it is about is changed by both of `recordType` and `recordId`. */
export const activityChanges = z.object({ id, ...z.object(activityFields).partial().shape })

/** What an edit of a series can change. `recurrence` null: it no longer repeats. */
export const occurrenceChanges = z
  .object({ ...activityFields, dueOn: day })
  .omit({ kind: true, happenedAt: true, doneAt: true, outcome: true, direction: true })
  .partial()

/** A record in passing, with what kind it is. `user`: the person whose own it is. */
export const recordReference = z.object({ type: activityRecordType, id, name: z.string() })
