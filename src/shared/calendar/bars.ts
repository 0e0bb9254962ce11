// What takes whole days, as bars over the days of a week, and the cells of a month with their "+3".
import { addDays, daysBetween, daysFromTo, lastDayOfMonth, startOfWeek, type Weekday } from './days.ts'

/** From a day up to and including another. */
export interface Bar {
  readonly id: string
  readonly from: string
  readonly to: string
}
export interface PlacedBar extends Bar {
  readonly lane: number
  /** The first day of the stretch it takes in this row of days, counted from 0, and how many days. */
  readonly start: number
  readonly length: number
  readonly comesFromBefore: boolean
  readonly goesOn: boolean
}

/** The bars of the days from `first` on: each in the highest lane that is free on all its days; longer ones first. */
export const placeBars = (bars: readonly Bar[], first: string, days = 7): readonly PlacedBar[] => {
  const last = addDays(first, days - 1)
  const lanes: number[] = []
  return bars
    .filter(({ from, to }) => from <= last && to >= first)
    .map((bar) => {
      const start = Math.max(0, daysBetween(first, bar.from))
      const end = Math.min(days - 1, daysBetween(first, bar.to))
      return { ...bar, start, length: end - start + 1, comesFromBefore: bar.from < first, goesOn: bar.to > last }
    })
    .toSorted((a, b) => a.start - b.start || b.length - a.length || (a.id < b.id ? -1 : 1))
    .map((bar) => {
      const free = lanes.findIndex((usedUpTo) => usedUpTo <= bar.start)
      const lane = free === -1 ? lanes.length : free
      lanes[lane] = bar.start + bar.length
      return { ...bar, lane }
    })
}

/** The days a month's page shows, in whole weeks. */
export const daysOfMonthPage = (month: string, firstWeekday: Weekday = 1): readonly string[] => {
  const first = startOfWeek(`${month}-01`, firstWeekday)
  const last = addDays(startOfWeek(lastDayOfMonth(`${month}-01`), firstWeekday), 6)
  return daysFromTo(first, last)
}

/** One row of lines in a month's cell: bars first in their lanes, then single items in order; what has no room is counted. */
export interface MonthCell {
  readonly day: string
  readonly shown: readonly string[]
  /** How many more there are: "+3". */
  readonly more: number
}

/** The cells of a week of a month's page. `bars` must be those that `placeBars` placed for it; `items` the ids of each day, in order. */
export const monthCells = (
  first: string,
  bars: readonly PlacedBar[],
  options: { readonly items: ReadonlyMap<string, readonly string[]>; readonly lines: number },
): readonly MonthCell[] =>
  Array.from({ length: 7 }, (_, index) => {
    const day = addDays(first, index)
    const here = bars.filter(({ start, length }) => start <= index && index < start + length).toSorted((a, b) => a.lane - b.lane)
    const items = options.items.get(day) ?? []
    const lanes = here.length === 0 ? 0 : Math.max(...here.map(({ lane }) => lane)) + 1
    const needed = lanes + items.length
    // The line that says "+3" takes a place itself.
    const room = needed > options.lines ? options.lines - 1 : options.lines
    const shownBars = here.filter(({ lane }) => lane < room)
    const shownItems = items.slice(0, Math.max(0, room - lanes))
    return {
      day,
      shown: [...shownBars.map(({ id }) => id), ...shownItems],
      more: here.length - shownBars.length + items.length - shownItems.length,
    }
  })
