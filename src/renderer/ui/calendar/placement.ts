// What dragging and the arrow keys do to an entry: pure, so that both do the same.
import { addDays, daysBetween, minutesOf, timeOf } from '#shared/calendar/days.ts'
import { drawn, GRID_MINUTES, moveBy, resizeBy } from '#shared/calendar/drag.ts'
import type { Placement, Spot } from './calendar-entry.ts'

/** How long something lasts that was put on a time without saying how long. */
export const USUAL_MINUTES = 60

type TimedPlacement = Placement & { readonly dueTime: string }

export const isTimed = (placement: Placement): placement is TimedPlacement => placement.dueTime !== null

/** Where an entry lies after it was taken at one spot and let go at another. A month has days only: the time stays. */
export const movedTo = (entry: Placement, { from, to }: { readonly from: Spot; readonly to: Spot }): Placement => {
  const days = daysBetween(from.day, to.day)
  if (from.minutes === null && (to.minutes === null || isTimed(entry))) return shiftDays(entry, days)
  if (to.minutes === null) return wholeDay(to.day)
  if (from.minutes === null || !isTimed(entry)) return onTime(to.day, to.minutes)
  return { ...entry, ...moveBy(entry, { days, minutes: to.minutes - from.minutes }) }
}

/** Moves by whole days and by minutes of the clock; what takes whole days has no minutes. */
export const nudged = (entry: Placement, by: { readonly days: number; readonly minutes: number }): Placement =>
  isTimed(entry) ? { ...entry, ...moveBy(entry, by) } : shiftDays(entry, by.days)

/** Ends later or earlier: by days for what takes whole days, else by minutes. */
export const stretched = (entry: Placement, by: { readonly days: number; readonly minutes: number }): Placement => {
  if (isTimed(entry)) return { ...entry, ...resizeBy(entry, by.minutes + by.days * 1440) }
  const end = addDays(entry.endsOn ?? entry.dueOn, by.days)
  return { ...entry, endsOn: end <= entry.dueOn ? null : end }
}

/** What is drawn anew between two spots: a stretch of a day, or several days. */
export const drawnBetween = (from: Spot, to: Spot): Placement => {
  if (from.minutes === null || to.minutes === null || from.day !== to.day) {
    const [first, last] = from.day <= to.day ? [from.day, to.day] : [to.day, from.day]
    return { ...wholeDay(first), endsOn: first === last ? null : last }
  }
  return { ...drawn(from.day, from.minutes, to.minutes), endsOn: null }
}

/** What a new entry at a spot takes before anybody said more. */
export const usualAt = ({ day, minutes }: Spot): Placement => (minutes === null ? wholeDay(day) : onTime(day, minutes))

const wholeDay = (day: string): Placement => ({ dueOn: day, dueTime: null, endsOn: null, durationMinutes: 0 })

const onTime = (day: string, minutes: number): Placement => {
  const start = Math.min(Math.max(Math.floor(minutes / GRID_MINUTES) * GRID_MINUTES, 0), 1440 - GRID_MINUTES)
  return { dueOn: day, dueTime: timeOf(start), endsOn: null, durationMinutes: Math.min(USUAL_MINUTES, 1440 - start) }
}

const shiftDays = (entry: Placement, days: number): Placement => ({
  ...entry,
  dueOn: addDays(entry.dueOn, days),
  endsOn: entry.endsOn === null ? null : addDays(entry.endsOn, days),
})

export const isSamePlace = (a: Placement, b: Placement): boolean =>
  a.dueOn === b.dueOn &&
  a.dueTime === b.dueTime &&
  (a.endsOn ?? a.dueOn) === (b.endsOn ?? b.dueOn) &&
  (a.dueTime === null || a.durationMinutes === b.durationMinutes)

/** Minutes since midnight at which an entry begins; 0 for whole days. */
export const startOf = ({ dueTime }: Placement): number => (dueTime === null ? 0 : minutesOf(dueTime))
