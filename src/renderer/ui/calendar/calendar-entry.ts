// What a calendar shows, whatever it stands for: tasks, calls and meetings come as entries, the working calendar as facts about days.

/** Where an entry lies. `dueTime` null: whole days, from `dueOn` up to and including `endsOn`. */
export interface Placement {
  readonly dueOn: string
  readonly dueTime: string | null
  readonly endsOn: string | null
  readonly durationMinutes: number
}

export interface CalendarEntry extends Placement {
  /** One occurrence; unique on the page. */
  readonly key: string
  readonly title: string
  /** Whom or what it is about. */
  readonly detail: string | null
  readonly kind: 'task' | 'call' | 'meeting'
  /** Whose it is: a number for the colour, and initials, so that colour alone says nothing. */
  readonly tint: number
  readonly initials: string | null
  readonly isDone: boolean
  readonly isRepeating: boolean
  /** Cannot be moved: somebody's busy time. */
  readonly isFixed: boolean
}

/** A day as the office sees it. */
export interface DayFacts {
  readonly day: string
  /** Working time in minutes since midnight. */
  readonly spans: readonly { readonly from: number; readonly to: number }[]
  /** A public holiday, or a working Saturday in exchange for one. */
  readonly mark: 'off' | 'working' | null
  readonly name: string | null
}

/** A place in a calendar. `minutes` null: the day as a whole. */
export interface Spot {
  readonly day: string
  readonly minutes: number | null
}

export const TINTS = 8
