// Where the arrow keys lead in a calendar: from half hour to half hour, onto what stands there, from day to day.
import { addDays, startOfWeek } from '#shared/calendar/days.ts'
import type { CalendarEntry } from './calendar-entry.ts'
import type { Cursor } from './calendar-context.ts'
import { blockOn, inOrder, isBar, touches } from './segments.ts'

export const SLOT = 30
const LAST_SLOT = 1440 - SLOT

export type View = 'day' | 'week' | 'month'

/** Where a key leads; `null` where it is none of the calendar's. */
export const cursorAfter = (
  key: string,
  cursor: Cursor,
  { view, entries }: { readonly view: View; readonly entries: readonly CalendarEntry[] },
): Cursor | null => {
  const { day, minutes } = cursor
  const to = (next: string): Cursor => landOn({ day: next, minutes, key: null }, view, entries)
  switch (key) {
    case 'ArrowLeft':
      return to(addDays(day, -1))
    case 'ArrowRight':
      return to(addDays(day, 1))
    case 'Home':
      return to(startOfWeek(day))
    case 'End':
      return to(addDays(startOfWeek(day), 6))
    case 'PageUp':
      return to(turned(day, view, -1))
    case 'PageDown':
      return to(turned(day, view, 1))
    case 'ArrowUp':
      return view === 'month' ? to(addDays(day, -7)) : inDay(cursor, -1, entries)
    case 'ArrowDown':
      return view === 'month' ? to(addDays(day, 7)) : inDay(cursor, 1, entries)
    default:
      return null
  }
}

/** The same day of the page before or after: a day, a week, or a month with as many days as it has. */
export const turned = (day: string, view: View, step: 1 | -1): string => {
  if (view === 'day') return addDays(day, step)
  if (view === 'week') return addDays(day, 7 * step)
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + step, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + step, Math.min(number, last))).toISOString().slice(0, 10)
}

const inDay = (cursor: Cursor, step: 1 | -1, entries: readonly CalendarEntry[]): Cursor => {
  const { day, minutes, key } = cursor
  if (minutes === null) {
    const bars = barsOf(day, entries)
    const next = bars.findIndex((bar) => bar.key === key) + step
    if (step === -1 && key === null) return cursor
    const bar = bars[next]
    if (bar) return { day, minutes: null, key: bar.key }
    return step === -1 ? { day, minutes: null, key: null } : landOn({ day, minutes: 0, key: null }, 'day', entries)
  }
  const block = key === null ? null : entries.find((entry) => entry.key === key)
  const part = block ? blockOn(block, day) : null
  const beside = part && step === 1 ? Math.max(minutes + SLOT, Math.ceil(part.to / SLOT) * SLOT) : minutes + step * SLOT
  const from = part && step === -1 ? Math.floor(part.from / SLOT) * SLOT - SLOT : beside
  if (from < 0) return { day, minutes: null, key: barsOf(day, entries).at(-1)?.key ?? null }
  return landOn({ day, minutes: Math.min(from, LAST_SLOT), key: null }, 'day', entries)
}

/** The first entry under a place takes the focus, else the place itself. A month's cell keeps it. */
const landOn = (cursor: Cursor, view: View, entries: readonly CalendarEntry[]): Cursor => {
  const { day, minutes } = cursor
  if (view === 'month' || minutes === null) return cursor
  const under = entries
    .filter((entry) => !isBar(entry))
    .toSorted(inOrder)
    .find((entry) => {
      const part = blockOn(entry, day)
      return part !== null && part.from < minutes + SLOT && Math.max(part.to, part.from + 15) > minutes
    })
  return { ...cursor, key: under?.key ?? null }
}

const barsOf = (day: string, entries: readonly CalendarEntry[]): readonly CalendarEntry[] =>
  entries.filter((entry) => isBar(entry) && touches(entry, day)).toSorted(inOrder)
