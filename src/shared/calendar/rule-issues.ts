// Which rules of repetition are taken. The library walks on to the year 9999 when a rule never takes place, so what cannot be is found out
// here by looking at the rule's parts; what remains takes place within a year's round, or a leap year's.
import { nextOccurrence, ruleParts } from './recurrence.ts'

/** An end by number is at most this far away. */
export const MAX_COUNT = 1000
const MAX_INTERVAL = 999

const WEEKDAYS = '(MO|TU|WE|TH|FR|SA|SU)'
const shapes: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/u,
  INTERVAL: /^[1-9]\d{0,2}$/u,
  COUNT: /^[1-9]\d{0,3}$/u,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/u,
  BYDAY: new RegExp(`^([+-]?[1-5])?${WEEKDAYS}(,([+-]?[1-5])?${WEEKDAYS}){0,34}$`, 'u'),
  BYMONTHDAY: /^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01])){0,30}$/u,
  BYMONTH: /^([1-9]|1[0-2])(,([1-9]|1[0-2])){0,11}$/u,
  BYSETPOS: /^-?[1-9]\d?$/u,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/u,
}

export type RecurrenceIssue = 'recurrence_unreadable' | 'recurrence_unsupported' | 'recurrence_never' | 'recurrence_too_many'

type Parts = ReadonlyMap<string, string>

/** What stands against a rule that counts from a day; `null`: nothing. */
export const issueOfRule = (rule: string, startsOn: string): RecurrenceIssue | null => {
  if (rule.length > 500) return 'recurrence_unreadable'
  const parts = ruleParts(rule)
  const issue = issueOfShape(parts)
  if (issue !== null) return issue
  if (Number(parts.get('COUNT') ?? 1) > MAX_COUNT || Number(parts.get('INTERVAL') ?? 1) > MAX_INTERVAL)
    return 'recurrence_too_many'
  if (isTooMuch(parts)) return 'recurrence_unsupported'
  if (!hasPossibleDay(parts)) return 'recurrence_never'
  return nextOccurrence({ rule, startsOn, exDays: [] }, null) === null ? 'recurrence_never' : null
}

const issueOfShape = (parts: Parts): RecurrenceIssue | null => {
  const frequency = parts.get('FREQ') ?? ''
  if (/^(SECONDLY|MINUTELY|HOURLY)$/u.test(frequency)) return 'recurrence_unsupported'
  if (frequency === '') return 'recurrence_unreadable'
  for (const [name, value] of parts) {
    const shape = shapes[name]
    if (shape === undefined) return name.startsWith('BY') ? 'recurrence_unsupported' : 'recurrence_unreadable'
    if (!shape.test(value)) return 'recurrence_unreadable'
  }
  return null
}

/** Allowed by the standard, or nearly, but used by nobody, and some of it would never take place. */
const isTooMuch = (parts: Parts): boolean => {
  const frequency = parts.get('FREQ')
  const byDay = parts.get('BYDAY')
  const isNumbered = /\d/u.test(byDay ?? '')
  const hasMonthDay = parts.has('BYMONTHDAY')
  if (frequency === 'DAILY') {
    const hasCondition = byDay !== undefined || hasMonthDay || parts.has('BYMONTH')
    return isNumbered || parts.has('BYSETPOS') || (hasCondition && (parts.get('INTERVAL') ?? '1') !== '1')
  }
  if (frequency === 'WEEKLY') return isNumbered || hasMonthDay || parts.has('BYSETPOS')
  if (hasMonthDay && isNumbered) return true
  const position = parts.get('BYSETPOS')
  if (position === undefined) return false
  // Each weekday comes four times in a month at the least.
  return (
    frequency !== 'MONTHLY' ||
    byDay === undefined ||
    isNumbered ||
    hasMonthDay ||
    Math.abs(Number(position)) > 4 * byDay.split(',').length
  )
}

const longestMonth = (month: number): number => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31)

/** Whether one of the months has one of the days: the 30th of February never comes. */
const hasPossibleDay = (parts: Parts): boolean => {
  const days = parts.get('BYMONTHDAY')?.split(',')
  const months = parts.get('BYMONTH')?.split(',')
  if (days === undefined || months === undefined) return true
  return months.some((month) => days.some((day) => Math.abs(Number(day)) <= longestMonth(Number(month))))
}
