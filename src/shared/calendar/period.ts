// From when to when a task or an appointment lasts: what is refused, and where it ends.
import type { FieldIssue } from '#shared/base/app-error.ts'
import { addDays, daysBetween } from './days.ts'
import { momentOfWall, type WallTime, wallTimeAt } from './zone.ts'

/** The longest that anything in a calendar may last. */
export const MAX_PERIOD_DAYS = 366

/** `dueTime` null: all day, up to and including `endsOn`. With a time it lasts `durationMinutes`. */
export interface Period {
  readonly dueOn: string | null
  readonly dueTime: string | null
  readonly endsOn: string | null
  readonly durationMinutes: number | null
}

/** What stands against a period; empty: nothing. */
export const issuesOfPeriod = ({ dueOn, dueTime, endsOn, durationMinutes }: Period): readonly FieldIssue[] => {
  if (dueOn === null) {
    const issues: FieldIssue[] = []
    if (dueTime !== null) issues.push({ field: 'dueOn', code: 'time_without_day', params: {} })
    if (endsOn !== null) issues.push({ field: 'dueOn', code: 'end_without_day', params: {} })
    return issues
  }
  const tooLong = { code: 'lasts_too_long', params: { max: MAX_PERIOD_DAYS } }
  if (endsOn !== null && endsOn < dueOn) return [{ field: 'endsOn', code: 'end_before_start', params: {} }]
  if (endsOn !== null && daysBetween(dueOn, endsOn) >= MAX_PERIOD_DAYS) return [{ field: 'endsOn', ...tooLong }]
  if (durationMinutes !== null && durationMinutes < 0) return [{ field: 'durationMinutes', code: 'end_before_start', params: {} }]
  if (dueTime !== null && (durationMinutes ?? 0) > MAX_PERIOD_DAYS * 1440) return [{ field: 'durationMinutes', ...tooLong }]
  return []
}

/** Where something that begins at a wall time ends: so many minutes later as time passes, also where the clock is set in between. */
export const endOf = (start: WallTime, durationMinutes: number, timeZone: string): WallTime =>
  wallTimeAt(momentOfWall(start, timeZone) + durationMinutes * 60_000, timeZone)

/** The last day something touches. What ends at midnight does not touch the day that begins there. */
export const lastDayOf = (period: Period & { readonly dueOn: string }, timeZone: string): string => {
  if (period.dueTime === null) return period.endsOn ?? period.dueOn
  const end = endOf({ day: period.dueOn, time: period.dueTime }, period.durationMinutes ?? 0, timeZone)
  return end.time === '00:00' && end.day > period.dueOn ? addDays(end.day, -1) : end.day
}
