// What every part of a calendar needs: the entries, where the cursor stands, what is being moved, and what can be done.
import { createContext, use } from 'react'
import type { CalendarEntry, DayFacts, Placement, Spot } from './calendar-entry.ts'

/** An entry on the way to another place, or a new one being drawn (`key` null). */
export interface Moving {
  readonly key: string | null
  readonly placement: Placement
  /** By mouse, or by the arrow keys until Enter. */
  readonly by: 'pointer' | 'keys'
}

export interface Cursor extends Spot {
  /** The entry the focus is on, `null` for the place itself. */
  readonly key: string | null
}

export interface CalendarParts {
  /** As they are shown now: what is moving stands where it would land. */
  readonly entries: readonly CalendarEntry[]
  readonly days: readonly DayFacts[]
  readonly today: string
  /** Minutes since midnight, for the line that says now. */
  readonly nowMinutes: number
  readonly cursor: Cursor
  readonly setCursor: (cursor: Cursor) => void
  readonly moving: Moving | null
  readonly onOpen: (key: string) => void
  readonly onCreate: (placement: Placement) => void
  readonly onShowDay: (day: string) => void
}

const CalendarContext = createContext<CalendarParts | null>(null)
export const CalendarProvider = CalendarContext.Provider

export const useCalendar = (): CalendarParts => {
  const parts = use(CalendarContext)
  if (!parts) throw new Error('This needs a <Calendar> above it')
  return parts
}
