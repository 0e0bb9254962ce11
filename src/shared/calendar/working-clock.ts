// Reckoning in working days and working time. A working hour is an hour that really passes while the office works: on the day with 25 hours
// a week that works around the clock has 25.
import { AppError } from '#shared/base/app-error.ts'
import { addDays, dayNumber } from './days.ts'
import type { WorkingTime } from './working-time.ts'
import { momentAt, wallTimeAt } from './zone.ts'

/** So many days in a row without any work mean that there will be none. */
const SEARCHED_DAYS = 3 * 366

export const isWorkingDay = (workingTime: WorkingTime, day: string): boolean => workingTime.spansOn(day).length > 0

/**
 * The day so many working days after another (before it: negative). The day itself is not counted; 0 answers the day itself if it is a
 * working day, else the next one.
 */
export const addWorkingDays = (workingTime: WorkingTime, day: string, count: number): string => {
  const step = count < 0 ? -1 : 1
  let at = count === 0 ? addDays(day, -1) : day
  for (let left = Math.max(1, Math.abs(count)); left > 0; left--) at = workingDayFrom(workingTime, addDays(at, step), step)
  return at
}

const workingDayFrom = (workingTime: WorkingTime, day: string, step: 1 | -1): string => {
  for (let index = 0, at = day; index < SEARCHED_DAYS; index++, at = addDays(at, step))
    if (isWorkingDay(workingTime, at)) return at
  throw new AppError('conflict', 'calendar.noWorkingTime', { day })
}

/** How many working days lie after `from` up to and including `to`; negative when `to` is before. */
export const workingDaysBetween = (workingTime: WorkingTime, from: string, to: string): number => {
  if (to < from) return -workingDaysBetween(workingTime, to, from)
  let count = 0
  for (let number = dayNumber(from) + 1; number <= dayNumber(to); number++) {
    if (isWorkingDay(workingTime, addDays(from, number - dayNumber(from)))) count += 1
  }
  return count
}

/** A stretch of work, in ms since 1970, half open. */
export interface WorkingSpan {
  readonly from: number
  readonly to: number
}

const spansOfDay = (workingTime: WorkingTime, day: string, timeZone: string): readonly WorkingSpan[] =>
  workingTime
    .spansOn(day)
    .map(({ from, to }) => ({ from: momentAt(day, from, timeZone), to: momentAt(day, to, timeZone) }))
    // A span that the clock skips altogether is no work.
    .filter(({ from, to }) => to > from)

/**
 * The moment by which so many ms of work have passed since a moment (negative: lay before it), and the stretches that were counted.
 * Work that ends exactly at closing time is done then, not the next morning.
 */
export const addWorkingTime = (
  workingTime: WorkingTime,
  { from, ms, timeZone }: { readonly from: number; readonly ms: number; readonly timeZone: string },
): { readonly at: number; readonly spans: readonly WorkingSpan[] } => {
  if (ms === 0) return { at: from, spans: [] }
  const step = ms < 0 ? -1 : 1
  const spans: WorkingSpan[] = []
  let left = Math.abs(ms)
  let idle = 0
  for (let day = wallTimeAt(from, timeZone).day; idle < SEARCHED_DAYS; day = addDays(day, step)) {
    const found = spansOfDay(workingTime, day, timeZone)
    idle = found.length === 0 ? idle + 1 : 0
    for (const span of step > 0 ? found : found.toReversed()) {
      const open = step > 0 ? { from: Math.max(span.from, from), to: span.to } : { from: span.from, to: Math.min(span.to, from) }
      if (open.to <= open.from) continue
      const used = Math.min(left, open.to - open.from)
      const counted = step > 0 ? { from: open.from, to: open.from + used } : { from: open.to - used, to: open.to }
      spans.push(counted)
      left -= used
      if (left === 0) return { at: step > 0 ? counted.to : counted.from, spans }
    }
  }
  throw new AppError('conflict', 'calendar.noWorkingTime', { day: wallTimeAt(from, timeZone).day })
}

/** The work, in ms, between two moments; negative when `to` is before `from`. */
export const workingTimeBetween = (
  workingTime: WorkingTime,
  { from, to, timeZone }: { readonly from: number; readonly to: number; readonly timeZone: string },
): number => {
  if (to < from) return -workingTimeBetween(workingTime, { from: to, to: from, timeZone })
  const last = wallTimeAt(to, timeZone).day
  let sum = 0
  for (let { day } = wallTimeAt(from, timeZone); day <= last; day = addDays(day, 1)) {
    for (const span of spansOfDay(workingTime, day, timeZone))
      sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from))
  }
  return sum
}

/** The moment itself while the office works, else the next opening. */
export const nextOpening = (workingTime: WorkingTime, from: number, timeZone: string): number => {
  let { day } = wallTimeAt(from, timeZone)
  for (let index = 0; index < SEARCHED_DAYS; index++, day = addDays(day, 1)) {
    for (const span of spansOfDay(workingTime, day, timeZone)) if (span.to > from) return Math.max(span.from, from)
  }
  throw new AppError('conflict', 'calendar.noWorkingTime', { day: wallTimeAt(from, timeZone).day })
}
