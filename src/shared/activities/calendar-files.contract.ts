// Calendar files (.ics): looking into one, taking it in, and writing one.
import { z } from 'zod'
import { day, id, line } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { activity, activityRecordType } from './activity.ts'
import { ownerIds } from './calendar-entry.ts'

const file = line(4096).min(1)
const edit = { needs: 'activities.edit' } as const

/** What could not be taken over as the file says it: a key of the catalogue, and of which entry. */
export const calendarFileWarning = z.object({
  title: z.string().nullable(),
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()])),
  isSkipped: z.boolean(),
})

export const calendarFilesContract = {
  /** What is in a file, and what of it is here already. Nothing is written. */
  preview: query(
    z.object({ file }),
    z.object({
      name: z.string().nullable(),
      method: z.string().nullable(),
      entries: z.array(
        z.object({
          kind: z.enum(['meeting', 'call', 'task']),
          title: z.string().nullable(),
          dueOn: day.nullable(),
          dueTime: z.string().nullable(),
          endsOn: day.nullable(),
          recurrence: z.string().nullable(),
          isHere: z.boolean(),
          /** It was called off, and taking the file in takes it out of the calendar. */
          callsOff: z.boolean(),
        }),
      ),
      warnings: z.array(calendarFileWarning),
    }),
    { needs: 'activities.view', files: ['file'] },
  ),
  /**
   * Takes a file in, on a record or as one's own (`user`). What came in before is left as it is and counted as `alreadyHere`; what the file
   * calls off is archived, or left out of its series.
   */
  import: mutation(
    z.object({ file, recordType: activityRecordType, recordId: id }),
    z.object({
      added: z.array(activity),
      calledOff: z.array(activity),
      alreadyHere: z.int(),
      skipped: z.int(),
      warnings: z.array(calendarFileWarning),
    }),
    { ...edit, files: ['file'] },
  ),
  /** Writes what is planned in these days, whole series with it, where the user wants it. */
  export: query(z.object({ target: file, from: day, to: day, ownerIds: ownerIds.default([]) }), z.object({ count: z.int() }), {
    needs: 'activities.view',
    slow: true,
    files: ['target'],
    targets: ['target'],
  }),
  /** Writes one activity, its whole series with it: an invitation to send along. */
  exportOne: query(z.object({ target: file, id }), z.object({ count: z.int() }), {
    needs: 'activities.view',
    files: ['target'],
    targets: ['target'],
  }),
}
