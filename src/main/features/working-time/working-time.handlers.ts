// What each procedure of the working time does. The week is a setting; a day that differs is a row under its date.
import { AppError } from '#shared/base/app-error.ts'
import { chineseHolidays, isHolidayYearKnown } from '#shared/calendar/chinese-holidays.ts'
import { daysBetween, daysFromTo } from '#shared/calendar/days.ts'
import { addWorkingDays } from '#shared/calendar/working-clock.ts'
import { type CalendarDay, issuesOfCalendarDay, issuesOfWeek } from '#shared/calendar/working-time.ts'
import type { WriteTx } from '#main/db/database.ts'
import { listCalendarDays, readWorkingTime } from '#main/records/working-calendar.ts'
import type { Handlers } from '#main/rpc/handlers.ts'

/** The longest stretch of days that is answered day by day. */
const MAX_DAYS = 800

export const workingTimeHandlers: Handlers['workingTime'] = {
  get: ({ run }) => ({ week: run('settings.get', {}).workingWeek }),

  set: ({ run }, { week }) => {
    const issues = issuesOfWeek(week)
    if (issues.length > 0) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
    return { week: run('settings.update', { workingWeek: week }).workingWeek }
  },

  days: ({ db }, { from, to }) => listCalendarDays(db, from, to),

  spans: (context, { from, to }) => {
    if (daysBetween(from, to) > MAX_DAYS) throw new AppError('invalid_input', 'activities.calendarTooLong', { max: MAX_DAYS })
    const workingTime = readWorkingTime(context)
    const names = new Map(listCalendarDays(context.db, from, to).map(({ day, name }) => [day, name]))
    return daysFromTo(from, to).map((day) => ({ day, name: names.get(day) ?? null, spans: [...workingTime.spansOn(day)] }))
  },

  putDays: ({ tx }, { days }) => {
    const issues = days.flatMap((day, index) =>
      issuesOfCalendarDay(day).map((issue) => ({ ...issue, field: `days.${index}.${issue.field}` })),
    )
    if (issues.length > 0) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
    for (const day of days) putDay(tx, day)
    return { count: days.length }
  },

  removeDays: ({ tx }, { days }) => {
    const there = new Set(days.flatMap((day) => listCalendarDays(tx, day, day).map((found) => found.day)))
    for (const day of there) tx.archive('calendarDays', tx.naturalId('calendarDays', day))
    return { count: there.size }
  },

  proposeHolidays: ({ db, run }, { year }) => {
    const there = new Map(listCalendarDays(db, `${year}-01-01`, `${year}-12-31`).map((day) => [day.day, day.kind]))
    const days = chineseHolidays(year, run('settings.get', {}).language)
    return { isKnown: isHolidayYearKnown(year), days: days.map((day) => ({ ...day, isThere: there.get(day.day) === day.kind })) }
  },

  later: (context, { day, workingDays }) => ({ day: addWorkingDays(readWorkingTime(context), day, workingDays) }),
}

const putDay = (tx: WriteTx, { day, kind, name, intervals }: CalendarDay): void => {
  tx.put('calendarDays', [day], { day, kind, name, intervals: intervals === null ? null : JSON.stringify(intervals) })
}
