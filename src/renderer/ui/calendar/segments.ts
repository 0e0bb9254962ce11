// An entry as the parts that a day or a week shows of it: blocks in the columns of days, or a bar over whole days.
import type { Bar } from '#shared/calendar/bars.ts'
import { addDays, daysBetween } from '#shared/calendar/days.ts'
import type { DayItem } from '#shared/calendar/day-columns.ts'
import type { CalendarEntry, Placement } from './calendar-entry.ts'
import { startOf } from './placement.ts'

const DAY = 1440

/** Whole days, and what lasts a day or more, lie above the hours. */
export const isBar = ({ dueTime, durationMinutes }: Placement): boolean => dueTime === null || durationMinutes >= DAY

/** The last day an entry touches, by the clock on the wall. */
export const lastDay = (entry: Placement): string => {
  if (entry.dueTime === null) return entry.endsOn ?? entry.dueOn
  const end = startOf(entry) + entry.durationMinutes
  return addDays(entry.dueOn, Math.max(0, Math.ceil(end / DAY) - 1))
}

export const toBar = (entry: CalendarEntry): Bar => ({ id: entry.key, from: entry.dueOn, to: lastDay(entry) })

/** The part of a timed entry that lies on a day; `null`: none. What runs past midnight goes on in the next column. */
export const blockOn = (entry: CalendarEntry, day: string): DayItem | null => {
  const start = startOf(entry) - daysBetween(entry.dueOn, day) * DAY
  const end = start + entry.durationMinutes
  if (start >= DAY || (end <= 0 && start < 0)) return null
  return { id: entry.key, from: Math.max(0, start), to: Math.min(DAY, end) }
}

/** In the order of a day: whole days first, then by the clock. */
export const inOrder = (a: CalendarEntry, b: CalendarEntry): number =>
  Number(!isBar(a)) - Number(!isBar(b)) || startOf(a) - startOf(b) || a.title.localeCompare(b.title) || (a.key < b.key ? -1 : 1)

export const touches = (entry: CalendarEntry, day: string): boolean => entry.dueOn <= day && lastDay(entry) >= day
