// When the office works: a week with several intervals a day, and single days that differ. Of what is said about a day, a holiday goes
// before a working day by exception (调休), and that before the week.
import { z } from 'zod'
import type { FieldIssue } from '#shared/base/app-error.ts'
import { day } from '#shared/base/fields.ts'
import { minutesOf, timeOf, weekdayOf } from './days.ts'

/** `09:00`, or `24:00` for the end of a day. */
export const clockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/u)

/** From a time up to another, which does not belong to it any more. One that ends before it begins runs over midnight. */
export const workingInterval = z.object({ from: clockTime, to: clockTime })
export type WorkingInterval = z.infer<typeof workingInterval>

/** Seven days, Monday first. */
export const workingWeek = z.array(z.array(workingInterval).max(12)).length(7)
export type WorkingWeek = z.infer<typeof workingWeek>

export const calendarDay = z.object({
  day,
  kind: z.enum(['off', 'working']),
  name: z.string().trim().max(100).nullable(),
  /** Of a working day by exception; `null`: those of the week's first working day. */
  intervals: z.array(workingInterval).max(12).nullable(),
})
export type CalendarDay = z.infer<typeof calendarDay>

/** Monday to Friday, with the rest at noon that is usual in both languages' offices. */
export const defaultWeek: WorkingWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
  weekday > 5
    ? []
    : [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '18:00' },
      ],
)

/** What stands against a week; empty: nothing. A field is `week.<0 to 6>`. */
export const issuesOfWeek = (week: WorkingWeek): readonly FieldIssue[] => {
  if (week.every((intervals) => intervals.length === 0)) return [{ field: 'week', code: 'no_working_time', params: {} }]
  return week.flatMap((intervals, index) => issuesOfIntervals(intervals, `week.${index}`))
}

export const issuesOfCalendarDay = ({ kind, intervals }: CalendarDay): readonly FieldIssue[] => {
  if (intervals === null) return []
  if (kind === 'off') return [{ field: 'intervals', code: 'day_off_has_no_hours', params: {} }]
  if (intervals.length === 0) return [{ field: 'intervals', code: 'no_working_time', params: {} }]
  return issuesOfIntervals(intervals, 'intervals')
}

const issuesOfIntervals = (intervals: readonly WorkingInterval[], field: string): readonly FieldIssue[] => {
  if (intervals.some(({ from, to }) => from === to || from === '24:00')) return [{ field, code: 'interval_empty', params: {} }]
  const spans = intervals.map(spanOf).toSorted((a, b) => a.from - b.from)
  const overlaps = spans.some(({ from }, index) => from < (spans[index - 1]?.to ?? 0))
  return overlaps ? [{ field, code: 'intervals_overlap', params: {} }] : []
}

/** Minutes since midnight, half open; `to` is past 1440 when it runs into the next day. */
export interface Span {
  readonly from: number
  readonly to: number
}

const spanOf = ({ from, to }: WorkingInterval): Span => {
  const [start, end] = [minutesOf(from), minutesOf(to)]
  return { from: start, to: end <= start ? end + 1440 : end }
}

export interface WorkingTime {
  /** The working minutes of a day, in order, apart from each other, within 0 and 1440. */
  readonly spansOn: (day: string) => readonly Span[]
}

/** The working time that a week and its exceptions make. What runs over midnight works into the next day, unless that day is off. */
export const createWorkingTime = (week: WorkingWeek, exceptions: readonly CalendarDay[]): WorkingTime => {
  const off = new Set(exceptions.filter(({ kind }) => kind === 'off').map(({ day: date }) => date))
  const working = new Map(
    exceptions.filter(({ kind }) => kind === 'working').map(({ day: date, intervals }) => [date, intervals] as const),
  )
  const usual = week.find((intervals) => intervals.length > 0) ?? []
  const ofWeek = week.map((intervals, index) => joined([...overnight(week[(index + 6) % 7] ?? []), ...intervals.map(spanOf)]))
  return {
    spansOn: (date) => {
      if (off.has(date)) return []
      const exception = working.get(date)
      if (exception !== undefined) return joined((exception ?? usual).map(spanOf))
      return ofWeek[weekdayOf(date) - 1] ?? []
    },
  }
}

const overnight = (intervals: readonly WorkingInterval[]): readonly Span[] =>
  intervals
    .map(spanOf)
    .filter(({ to }) => to > 1440)
    .map(({ to }) => ({ from: 0, to: to - 1440 }))

const joined = (spans: readonly Span[]): readonly Span[] => {
  const result: Span[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    const end = Math.min(to, 1440)
    if (last && from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, end) }
    else result.push({ from, to: end })
  }
  return result
}

/** `09:00–12:00` of a span, for a screen. */
export const spanText = ({ from, to }: Span): string => `${timeOf(from)}–${timeOf(to)}`
