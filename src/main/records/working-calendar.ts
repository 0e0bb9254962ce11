// The office's working time as every feature reckons with it: the week of the settings and the days that differ.
import { z } from 'zod'
import { type CalendarDay, createWorkingTime, workingInterval, type WorkingTime } from '#shared/calendar/working-time.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'
import type { CallContext } from '#main/rpc/handlers.ts'

const daysBetween = prepared<{ from: string; to: string }>()((param) =>
  build
    .selectFrom('calendarDays')
    .select(['day', 'kind', 'name', 'intervals'])
    .where('day', '>=', param('from'))
    .where('day', '<=', param('to'))
    .where(isActive('calendarDays'))
    .orderBy('day'),
)

const intervalsSchema = z.array(workingInterval)

/** The days from one to another that differ from the week, oldest first. */
export const listCalendarDays = (db: Db, from: string, to: string): CalendarDay[] =>
  daysBetween(db, { from, to }).map(({ intervals, ...row }) => ({
    ...row,
    intervals: intervals === null ? null : intervalsSchema.parse(JSON.parse(intervals)),
  }))

export const readWorkingTime = ({ db, run }: Pick<CallContext, 'db' | 'run'>): WorkingTime =>
  createWorkingTime(run('settings.get', {}).workingWeek, listCalendarDays(db, '0000-01-01', '9999-12-31'))
