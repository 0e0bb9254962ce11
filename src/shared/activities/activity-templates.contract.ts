// Activity templates: steps that are planned together on a record, each so many days or working days after a day.
import { z } from 'zod'
import { day, id, multiline, recordStamps, recordType, requiredLine, rowState } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { activity, priority, timeOfDay } from './activity.ts'

export const templateStep = z.object({
  kind: z.enum(['task', 'call', 'meeting']),
  title: requiredLine(200),
  text: multiline(5000).nullable().default(null),
  /** How long after the day the template begins on. A step that falls on a day off by plain days stays there. */
  after: z.object({ count: z.int().min(0).max(3660), unit: z.enum(['days', 'working_days']) }),
  dueTime: timeOfDay.nullable().default(null),
  durationMinutes: z.int().min(0).max(1440).nullable().default(null),
  priority: priority.nullable().default(null),
  reminderMinutes: z.int().min(-900).max(525_600).nullable().default(null),
  /** Whose it is; `null`: of whoever applies the template. */
  ownerId: id.nullable().default(null),
})
export type TemplateStep = z.infer<typeof templateStep>

export const activityTemplate = z.object({ ...recordStamps, name: z.string(), steps: z.array(templateStep) })
export type ActivityTemplate = z.infer<typeof activityTemplate>

const name = requiredLine(100)
const steps = z.array(templateStep).min(1).max(50)

const view = { needs: 'activities.view' } as const
const edit = { needs: 'activities.edit' } as const
const settings = { needs: 'settings.edit' } as const

export const activityTemplatesContract = {
  list: query(z.object({ state: rowState.default('active') }), z.array(activityTemplate), view),
  create: mutation(z.object({ name, steps }), activityTemplate, settings),
  update: mutation(z.object({ id, name: name.optional(), steps: steps.optional() }), activityTemplate, settings),
  archive: mutation(z.object({ id }), z.null(), settings),
  restore: mutation(z.object({ id }), z.null(), settings),
  /** On which days the steps would fall. */
  preview: query(z.object({ id, startsOn: day }), z.array(z.object({ step: templateStep, dueOn: day })), view),
  /** Plans all steps on a record, in one operation. */
  apply: mutation(z.object({ id, recordType, recordId: id, startsOn: day, ownerId: id.optional() }), z.array(activity), edit),
}
