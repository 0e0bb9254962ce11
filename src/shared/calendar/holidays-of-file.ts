// The days off that a calendar file of holidays holds. Appointments with a time are none.
import { cutText } from '#shared/base/cut-text.ts'
import { addDays, daysBetween, daysFromTo } from './days.ts'
import { occurrencesBetween } from './recurrence.ts'
import type { CalendarDay } from './working-time.ts'

interface FileEntry {
  readonly title: string | null
  readonly dueOn: string | null
  readonly dueTime: string | null
  readonly endsOn: string | null
  readonly recurrence: string | null
}

/** 补班 and its like: a weekend day on which work is done. */
const WORKING = /班(?!牙)|\bworking day\b/iu

/** Every day once, in order: what repeats (Christmas, every year) in the year asked for, all else as the file says. */
export const holidaysOf = (entries: readonly FileEntry[], year: number): readonly CalendarDay[] => {
  const days = new Map<string, CalendarDay>()
  for (const { title, dueOn, dueTime, endsOn, recurrence } of entries) {
    if (dueOn === null || dueTime !== null) continue
    const length = endsOn === null ? 0 : daysBetween(dueOn, endsOn)
    const begins =
      recurrence === null
        ? [dueOn]
        : occurrencesBetween({ rule: recurrence, startsOn: dueOn, exDays: [] }, { from: `${year}-01-01`, to: `${year}-12-31` })
            .days
    const name = cutText(title?.trim() ?? '', 100) || null
    const kind = name !== null && WORKING.test(name) ? 'working' : 'off'
    for (const begin of begins) {
      for (const day of daysFromTo(begin, addDays(begin, length))) days.set(day, { day, kind, name, intervals: null })
    }
  }
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
