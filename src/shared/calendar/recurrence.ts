// On which days something repeats. A rule is the RRULE text of RFC 5545 without DTSTART; days are reckoned in UTC throughout, where every
// day has 24 hours, so no time zone can move an occurrence to a neighbouring day.
import type { Options } from 'rrule'
import { addDays, dayNumber, dayOfMonth, dayOfNumber, monthOf, weekdayOf } from './days.ts'
import { RRule } from './rrule-library.ts'

/** A rule, the day it counts from, and the days that were taken out of it. */
export interface Repetition {
  readonly rule: string
  readonly startsOn: string
  readonly exDays: readonly string[]
}

/** An endless rule is looked ahead for so many days. */
const HORIZON_DAYS = 50 * 366

/** The parts of a rule, upper case; a leading `RRULE:` is taken off. */
export const ruleParts = (rule: string): ReadonlyMap<string, string> =>
  new Map(
    rule
      .trim()
      .replace(/^RRULE:/iu, '')
      .toUpperCase()
      .split(';')
      .filter((part) => part !== '')
      .map((part) => {
        const [name = '', value = ''] = part.split('=', 2)
        return [name.trim(), value.trim()]
      }),
  )

const order = ['FREQ', 'INTERVAL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS', 'WKST', 'UNTIL', 'COUNT']

/** The parts as a rule, always in the same order. */
export const ruleOfParts = (parts: ReadonlyMap<string, string>): string =>
  [...parts]
    .toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([name, value]) => `${name}=${value}`)
    .join(';')

/**
 * The days on which something repeats from one day to another, both included, oldest first. At most `limit`; `isCut` says whether more
 * would follow.
 */
export const occurrencesBetween = (
  repetition: Repetition,
  { from, to, limit = 1000 }: { readonly from: string; readonly to: string; readonly limit?: number },
): { readonly days: readonly string[]; readonly isCut: boolean } => {
  const excluded = new Set(repetition.exDays)
  const days: string[] = []
  let isCut = false
  eachDay(repetition, { from, to }, (day) => {
    if (excluded.has(day)) return true
    isCut = days.length === limit
    if (!isCut) days.push(day)
    return !isCut
  })
  return { days, isCut }
}

/** The first occurrence after a day (`null`: the very first), or `null` where there is none within fifty years. */
export const nextOccurrence = (repetition: Repetition, after: string | null): string | null => {
  const from = after === null || after < repetition.startsOn ? repetition.startsOn : addDays(after, 1)
  const excluded = new Set(repetition.exDays)
  let found: string | null = null
  eachDay(repetition, { from, to: addDays(from, HORIZON_DAYS) }, (day) => {
    if (!excluded.has(day)) found = day
    return found === null
  })
  return found
}

/** How many occurrences the rule itself has before a day, taken-out ones counted too: what an end by number has used up. */
export const occurrencesBefore = (repetition: Repetition, day: string): number => {
  let count = 0
  eachDay(repetition, { from: repetition.startsOn, to: addDays(day, -1) }, () => {
    count += 1
    return true
  })
  return count
}

/** The first day on or after a day that fits the rule: RFC 5545 wants a series to begin on one of its own days. */
export const firstDayOfRule = (rule: string, day: string): string | null =>
  nextOccurrence({ rule, startsOn: day, exDays: [] }, null)

/** A rule that ends before a day, in place of whatever end it had. */
export const endRuleBefore = (rule: string, day: string): string => {
  const parts = new Map(ruleParts(rule))
  parts.delete('COUNT')
  parts.set('UNTIL', addDays(day, -1).replaceAll('-', ''))
  return ruleOfParts(parts)
}

const rruleDate = (day: string): Date => new Date(dayNumber(day) * 86_400_000)

const eachDay = (
  { rule, startsOn }: Repetition,
  { from, to }: { readonly from: string; readonly to: string },
  visit: (day: string) => boolean,
): void => {
  const parts = explicitParts(rule, startsOn)
  const until = parts
    .get('UNTIL')
    ?.slice(0, 8)
    .replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3')
  const last = until !== undefined && until < to ? until : to
  if (last < from || last < startsOn) return
  const hasCount = parts.has('COUNT')
  const start = hasCount ? startsOn : nearStart(parts, startsOn, from)
  parts.delete('UNTIL')
  const options: Partial<Options> = {
    ...RRule.parseString(ruleOfParts(parts)),
    dtstart: rruleDate(start),
    until: rruleDate(last),
  }
  new RRule(options).all((date) => {
    const day = dayOfNumber(Math.floor(date.getTime() / 86_400_000))
    return day < from || day < startsOn ? true : visit(day)
  })
}

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** What a rule leaves to its first day (the weekday, the day of the month) is written out, so that it can be reckoned from another day. */
const explicitParts = (rule: string, startsOn: string): Map<string, string> => {
  const parts = new Map(ruleParts(rule))
  const frequency = parts.get('FREQ')
  const isOpen = !parts.has('BYDAY') && !parts.has('BYMONTHDAY')
  if (frequency === 'WEEKLY' && !parts.has('BYDAY')) parts.set('BYDAY', dayCodes[weekdayOf(startsOn) - 1] ?? 'MO')
  if (frequency === 'MONTHLY' && isOpen) parts.set('BYMONTHDAY', String(dayOfMonth(startsOn)))
  if (frequency === 'YEARLY' && isOpen) {
    if (!parts.has('BYMONTH')) parts.set('BYMONTH', String(monthOf(startsOn)))
    parts.set('BYMONTHDAY', String(dayOfMonth(startsOn)))
  }
  return parts
}

/** A day in step with the rule, not after `from`: what repeats since 2001 need not be counted through from there. */
const nearStart = (parts: ReadonlyMap<string, string>, startsOn: string, from: string): string => {
  if (from <= startsOn) return startsOn
  const every = Number(parts.get('INTERVAL') ?? 1)
  const inStep = (distance: number): number => Math.floor(distance / every) * every
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return addDays(startsOn, inStep(dayNumber(from) - dayNumber(startsOn)))
    case 'WEEKLY':
      return addDays(startsOn, 7 * inStep(Math.max(0, Math.floor((dayNumber(from) - dayNumber(startsOn)) / 7) - 1)))
    case 'MONTHLY': {
      const months = (day: string): number => Number(day.slice(0, 4)) * 12 + monthOf(day) - 1
      const at = months(startsOn) + inStep(months(from) - months(startsOn))
      return at === months(startsOn) ? startsOn : `${yearText(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}-01`
    }
    default: {
      const years = inStep(Number(from.slice(0, 4)) - Number(startsOn.slice(0, 4)))
      return years === 0 ? startsOn : `${yearText(Number(startsOn.slice(0, 4)) + years)}-01-01`
    }
  }
}

const yearText = (year: number): string => String(year).padStart(4, '0')
