// What can be asked about activities.
import { z } from 'zod'
import { cursor, day, id, line, moment, multiline } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import {
  activity,
  activityChanges,
  activityRecordType,
  callDirection,
  callOutcome,
  newActivity,
  occurrenceChanges,
  timeOfDay,
} from './activity.ts'
import { calendarEntry, ownerIds, taskBucket, taskEntry } from './calendar-entry.ts'

const view = { needs: 'activities.view' } as const
const edit = { needs: 'activities.edit' } as const

/** Which occurrence of a series; `null`: the next open one, and the only one of what does not repeat. */
const on = day.nullable().default(null)

export const activitiesContract = {
  get: query(z.object({ id }), activity, view),
  /** One task, call or meeting as the lists and calendars show it; of a series its first open occurrence. */
  entry: query(z.object({ id }), taskEntry, view),
  /**
   * Open tasks and planned calls by due day and time, undated last; of a series its first open occurrence. `next` continues the list;
   * null: that was all.
   */
  tasks: query(
    z.object({
      ownerId: id.nullable().default(null),
      /** Only those of one record. */
      record: z.object({ type: activityRecordType, id }).nullable().default(null),
      buckets: z.array(taskBucket).default([]),
      until: day.nullable().default(null),
      after: cursor.nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ tasks: z.array(taskEntry), next: cursor.nullable() }),
    view,
  ),
  taskCounts: query(
    z.object({ ownerId: id.nullable().default(null) }),
    z.object({ overdue: z.int(), today: z.int(), upcoming: z.int(), undated: z.int() }),
    view,
  ),
  /** Everything planned that touches these days, series expanded, by begin. `isCut`: more than `limit`, so later ones are missing. */
  calendar: query(
    z.object({ from: day, to: day, ownerIds: ownerIds.default([]), limit: z.int().min(1).max(5000).default(2000) }),
    z.object({ entries: z.array(calendarEntry), isCut: z.boolean() }),
    view,
  ),
  log: mutation(newActivity, activity, edit),
  /** Of a series this changes all of it. */
  update: mutation(activityChanges, activity, edit),
  /** Marks a task, a planned call or meeting done, or open again. One occurrence of a series only; answers what then stands for it. */
  complete: mutation(z.object({ id, on, done: z.boolean() }), activity, edit),
  /** One occurrence, or this and the following, do not take place. All: `archive`. */
  skip: mutation(z.object({ id, on: day, scope: z.enum(['this', 'following']).default('this') }), z.null(), edit),
  /** One occurrence, all, or this and the following are different. Answers what then stands for the occurrence at hand. */
  editSeries: mutation(
    z.object({ id, on: day, scope: z.enum(['this', 'following', 'all']), changes: occurrenceChanges }),
    activity,
    edit,
  ),
  pin: mutation(z.object({ id, isPinned: z.boolean() }), activity, edit),
  /** A call that took place, and what is to be done next, in one step. `plannedId`: it had been planned, and is done with this. */
  logCall: mutation(
    z.object({
      recordType: activityRecordType,
      recordId: id,
      plannedId: id.nullable().default(null),
      on,
      outcome: callOutcome,
      direction: callDirection.default('out'),
      title: line(200).nullable().default(null),
      text: multiline().nullable().default(null),
      durationMinutes: z.int().min(0).max(1440).nullable().default(null),
      happenedAt: moment.optional(),
      next: z
        .object({
          kind: z.enum(['task', 'call', 'meeting']).default('task'),
          title: line(200),
          dueOn: day.nullable().default(null),
          dueTime: timeOfDay.nullable().default(null),
          reminderMinutes: z.int().min(-900).max(525_600).nullable().default(null),
          ownerId: id.nullable().optional(),
        })
        .nullable()
        .default(null),
    }),
    z.object({ call: activity, next: activity.nullable() }),
    edit,
  ),
  archive: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
}
