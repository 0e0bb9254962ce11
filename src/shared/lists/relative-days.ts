// Days that move: today, this week, the last 30 days. Computed on the calendar alone, so that no time zone can shift them. Weeks begin on Monday.
import { z } from 'zod'
import { addDays } from '#shared/calendar/days.ts'

export const period = z.enum([
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisQuarter',
  'lastQuarter',
  'nextQuarter',
  'thisYear',
  'lastYear',
  'nextYear',
])
export type Period = z.infer<typeof period>

/** A day that can be written instead of a date. */
export const movingDay = z.enum(['today', 'yesterday', 'tomorrow'])

/** Days from `from` to `to`, both included. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

const utcOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`)
const toDay = (date: Date): string => date.toISOString().slice(0, 10)

const daysOfMonths = (year: number, month: number, months: number): DayRange => ({
  from: toDay(new Date(Date.UTC(year, month, 1))),
  to: toDay(new Date(Date.UTC(year, month + months, 0))),
})

/** The days of a period as of `today`. */
export const daysOf = (asked: Period, today: string): DayRange => {
  const date = utcOf(today)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const oneDay = (count: number): DayRange => ({ from: addDays(today, count), to: addDays(today, count) })
  const week = (count: number): DayRange => {
    const monday = addDays(today, 7 * count - ((date.getUTCDay() + 6) % 7))
    return { from: monday, to: addDays(monday, 6) }
  }
  const quarter = (count: number): DayRange => daysOfMonths(year, 3 * (Math.floor(month / 3) + count), 3)
  const ranges: Readonly<Record<Period, () => DayRange>> = {
    today: () => oneDay(0),
    yesterday: () => oneDay(-1),
    tomorrow: () => oneDay(1),
    thisWeek: () => week(0),
    lastWeek: () => week(-1),
    nextWeek: () => week(1),
    thisMonth: () => daysOfMonths(year, month, 1),
    lastMonth: () => daysOfMonths(year, month - 1, 1),
    nextMonth: () => daysOfMonths(year, month + 1, 1),
    thisQuarter: () => quarter(0),
    lastQuarter: () => quarter(-1),
    nextQuarter: () => quarter(1),
    thisYear: () => daysOfMonths(year, 0, 12),
    lastYear: () => daysOfMonths(year - 1, 0, 12),
    nextYear: () => daysOfMonths(year + 1, 0, 12),
  }
  return ranges[asked]()
}
