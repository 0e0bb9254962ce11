// What of the calendar stands in its address: the view, the day the cursor is on, and whose calendars are shown.
import { type View } from '#renderer/ui/calendar/cursor-moves.ts'
import { useAddress } from '#renderer/ui/use-address.ts'
import { useWallClock } from '#renderer/ui/use-wall-clock.ts'
import { daysOfMonthPage } from '#shared/calendar/bars.ts'
import { addDays, startOfWeek } from '#shared/calendar/days.ts'

export const views = ['day', 'week', 'month'] as const satisfies readonly View[]

export interface DayRange {
  readonly from: string
  readonly to: string
}

interface CalendarAddress {
  readonly view: View
  readonly day: string
  readonly range: DayRange
  /** Ids of the people shown; one's own where the address names nobody. */
  readonly people: readonly string[]
  readonly goTo: (place: { readonly day?: string; readonly view?: View }) => void
  readonly setPeople: (people: readonly string[]) => void
}

export const useCalendarAddress = (me: string | null): CalendarAddress => {
  const address = useAddress()
  const { today } = useWallClock()
  const asked = address.get('day')
  const day = asked !== null && isDay(asked) ? asked : today
  const view = views.find((each) => each === address.get('view')) ?? 'week'
  const people = address.get('people')?.split(',').filter(Boolean) ?? (me === null ? [] : [me])

  return {
    view,
    day,
    range: rangeOf(view, day),
    people,
    goTo: (place) =>
      address.set({
        ...(place.day === undefined ? {} : { day: place.day === today ? null : place.day }),
        ...(place.view === undefined ? {} : { view: place.view === 'week' ? null : place.view }),
      }),
    setPeople: (ids) => address.set({ people: ids.length === 1 && ids[0] === me ? null : ids.join(',') }),
  }
}

const rangeOf = (view: View, day: string): DayRange => {
  if (view === 'day') return { from: day, to: day }
  if (view === 'week') return { from: startOfWeek(day), to: addDays(startOfWeek(day), 6) }
  const page = daysOfMonthPage(day.slice(0, 7))
  return { from: page[0] ?? day, to: page.at(-1) ?? day }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
