// What can be asked about the office's working time: the week, the days that differ, and reckoning with them.
import { z } from 'zod'
import { day } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { calendarDay, workingWeek } from './working-time.ts'

const view = { needs: 'settings.view' } as const
const edit = { needs: 'settings.edit' } as const

const span = z.object({ from: z.int().min(0).max(1440), to: z.int().min(0).max(1440) })

export const workingTimeContract = {
  get: query(z.object({}), z.object({ week: workingWeek }), view),
  set: mutation(z.object({ week: workingWeek }), z.object({ week: workingWeek }), edit),
  /** The days that differ from the week, oldest first. */
  days: query(z.object({ from: day, to: day }), z.array(calendarDay), view),
  /** The working minutes of each day from one to another: empty for a day off. For shading a calendar. */
  spans: query(
    z.object({ from: day, to: day }),
    z.array(z.object({ day, name: z.string().nullable(), spans: z.array(span) })),
    view,
  ),
  /** Sets these days, in one operation; a day that was set before is set anew. */
  putDays: mutation(z.object({ days: z.array(calendarDay).min(1).max(400) }), z.object({ count: z.int() }), edit),
  /** These days are as the week says again. */
  removeDays: mutation(z.object({ days: z.array(day).min(1).max(400) }), z.object({ count: z.int() }), edit),
  /** China's public holidays with 调休 of a year, to be put into the calendar by `putDays`. `isKnown` false: not announced yet. */
  proposeHolidays: query(
    z.object({ year: z.int().min(1900).max(2200) }),
    z.object({ isKnown: z.boolean(), days: z.array(calendarDay.extend({ isThere: z.boolean() })) }),
    view,
  ),
  /** The day so many working days after another; negative: before it. */
  later: query(z.object({ day, workingDays: z.int().min(-400).max(400) }), z.object({ day }), view),
}
