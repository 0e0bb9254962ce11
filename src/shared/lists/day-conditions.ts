// What a condition on a day asks for, as a range of days.
import { addDays } from '#shared/calendar/days.ts'
import type { Condition } from './filter.ts'
import { daysOf, movingDay, period } from './relative-days.ts'

/** Both ends are included; null is open. `isExcluded`: all days but these, and rows without a day, too. */
export interface AskedDays {
  readonly from: string | null
  readonly to: string | null
  readonly isExcluded: boolean
}

/** `2026-11-21` as it is, or a day that moves. */
const dayAsked = (value: string, today: string): string => {
  const moving = movingDay.safeParse(value)
  return moving.success ? daysOf(moving.data, today).from : value
}

const range = (from: string | null, to: string | null, isExcluded = false): AskedDays => ({ from, to, isExcluded })

/** The days that a complete condition asks for, as of `today`. */
export const daysAsked = ({ operator, value }: Condition, today: string): AskedDays => {
  const count = typeof value === 'number' ? value : 0
  const given = typeof value === 'string' ? dayAsked(value, today) : today
  switch (operator) {
    case 'within': {
      const { from, to } = daysOf(period.parse(value), today)
      return range(from, to)
    }
    case 'lastDays':
      return range(addDays(today, 1 - count), today)
    case 'nextDays':
      return range(today, addDays(today, count - 1))
    case 'moreThanDaysAgo':
      return range(null, addDays(today, -count - 1))
    case 'moreThanDaysAhead':
      return range(addDays(today, count + 1), null)
    case 'before':
      return range(null, addDays(given, -1))
    case 'until':
      return range(null, given)
    case 'after':
      return range(addDays(given, 1), null)
    case 'since':
      return range(given, null)
    case 'between': {
      const [first = today, last = today] = Array.isArray(value)
        ? value.map((day) => dayAsked(String(day), today)).toSorted()
        : []
      return range(first, last)
    }
    case 'notOn':
      return range(given, given, true)
    default:
      return range(given, given)
  }
}

/** Whether the answer to a condition changes with the day. */
export const movesWithTheDay = ({ operator, value }: Condition): boolean =>
  ['within', 'lastDays', 'nextDays', 'moreThanDaysAgo', 'moreThanDaysAhead'].includes(operator) ||
  [value].flat().some((one) => movingDay.safeParse(one).success)
