// What can be asked about activities.
import { z } from 'zod'
import { day, id, moment, recordType, reference } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { activity, activityChanges, activityKind, newActivity } from './activity.ts'

const view = { needs: 'activities.view' } as const
const edit = { needs: 'activities.edit' } as const

export const activitiesContract = {
  /** A record's activities, newest first. A company's timeline also holds those of its deals and tickets. */
  timeline: query(
    z.object({
      recordType,
      recordId: id,
      kinds: z.array(activityKind).default([]),
      before: z.object({ at: moment, id }).nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.array(activity.extend({ ownerName: z.string().nullable(), recordName: z.string() })),
    view,
  ),
  /** Open tasks by due day, undated last. */
  tasks: query(
    z.object({
      ownerId: id.nullable().default(null),
      until: day.nullable().default(null),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.array(activity.extend({ record: reference })),
    view,
  ),
  log: mutation(newActivity, activity, edit),
  update: mutation(activityChanges, activity, edit),
  /** Marks a task done, or open again. */
  complete: mutation(z.object({ id, done: z.boolean() }), activity, edit),
  archive: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
}
