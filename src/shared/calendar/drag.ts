// Dragging in a calendar: onto the grid of a quarter of an hour, never out of a day, never to an end before the begin.
import { addDays, minutesOf, timeOf } from './days.ts'

export const GRID_MINUTES = 15

export const snap = (minutes: number, grid: number = GRID_MINUTES): number => Math.round(minutes / grid) * grid

export interface Timed {
  readonly dueOn: string
  readonly dueTime: string
  readonly durationMinutes: number
}

const lastStart = 1440 - GRID_MINUTES

/** Where something begins after it was dragged by so many days and minutes (as the pointer moved: the result is on the grid). */
export const moveBy = (item: Timed, by: { readonly days: number; readonly minutes: number }): Timed => {
  const start = by.minutes === 0 ? minutesOf(item.dueTime) : snap(minutesOf(item.dueTime) + by.minutes)
  return { ...item, dueOn: addDays(item.dueOn, by.days), dueTime: timeOf(Math.min(Math.max(start, 0), lastStart)) }
}

/** After its lower edge was dragged: it ends on the grid, at the end of the day at the latest, and lasts a step of the grid at least. */
export const resizeBy = (item: Timed, minutes: number): Timed => {
  const start = minutesOf(item.dueTime)
  const end = Math.min(snap(start + item.durationMinutes + minutes), Math.max(1440, start + item.durationMinutes))
  return { ...item, durationMinutes: Math.max(end - start, GRID_MINUTES) }
}

/** What is drawn anew from one place of a day to another, upwards or downwards. */
export const drawn = (dueOn: string, from: number, to: number): Timed => {
  const start = Math.min(Math.floor(Math.min(from, to) / GRID_MINUTES) * GRID_MINUTES, lastStart)
  const end = Math.min(Math.ceil(Math.max(from, to) / GRID_MINUTES) * GRID_MINUTES, 1440)
  return { dueOn, dueTime: timeOf(Math.max(start, 0)), durationMinutes: Math.max(end - Math.max(start, 0), GRID_MINUTES) }
}
