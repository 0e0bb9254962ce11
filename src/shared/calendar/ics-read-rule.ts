// How an entry of a calendar file repeats and when it wants to be reminded of.
import ICAL from 'ical.js'
import type { MessageParams } from '#shared/base/app-error.ts'
import { addDays } from './days.ts'
import { type FileTime, fileTime, type ZonesOfFile } from './ics-times.ts'
import { ruleOfParts, ruleParts } from './recurrence.ts'
import { issueOfRule } from './rule-issues.ts'
import { ALL_DAY_BEGIN, reminderAt } from './remind.ts'
import { wallTimeAt } from './zone.ts'

interface Context {
  readonly zones: ZonesOfFile
  readonly timeZone: string
  readonly start: FileTime | null
  readonly warn: (name: string, params?: MessageParams) => void
}

/** A rule that cannot be kept makes the entry stand once, and a warning says so. */
export const readRule = (
  component: ICAL.Component,
  { start, timeZone, zones, warn }: Context,
): { readonly recurrence: string | null; readonly exDays: readonly string[] } => {
  const once = { recurrence: null, exDays: [] }
  const rules = component.getAllProperties('rrule')
  if (component.getFirstProperty('rdate')) warn('extra_days')
  const value: unknown = rules[0]?.getFirstValue()
  if (start === null || !(value instanceof ICAL.Recur)) return once
  if (rules.length > 1) warn('several_rules')
  const rule = withWallEnd(value.toString(), start, timeZone)
  if (issueOfRule(rule, start.day) !== null) {
    warn('rule_unsupported')
    return once
  }
  // In this office it is another day than where the rule was made: its weekdays would be wrong.
  if (start.day !== start.ownDay && /BY(DAY|MONTHDAY)=/u.test(rule)) {
    warn('rule_of_other_zone')
    return once
  }
  const exDays = component
    .getAllProperties('exdate')
    .flatMap((property) => property.getValues().map((_, index) => fileTime(property, { zones, timeZone }, index)?.day ?? null))
  return { recurrence: rule, exDays: [...new Set(exDays.filter((day) => day !== null))].toSorted() }
}

/** The end of a rule as the last day on which it may still take place. */
const withWallEnd = (rule: string, start: FileTime, timeZone: string): string => {
  const parts = new Map(ruleParts(rule))
  const until = parts.get('UNTIL')
  if (until === undefined) return ruleOfParts(parts)
  const digits = until.replaceAll(/[-:]/gu, '')
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/u.exec(digits)
  if (!match) return ruleOfParts(parts)
  const [, year, month, date, hour, minute, second, zone] = match
  const shown = `${year}-${month}-${date}`
  const wall =
    hour === undefined
      ? { day: shown, time: '24:00' }
      : zone === 'Z'
        ? wallTimeAt(Date.parse(`${shown}T${hour}:${minute}:${second}Z`), timeZone)
        : { day: shown, time: `${hour}:${minute}` }
  const last = start.time !== null && wall.time < start.time ? addDays(wall.day, -1) : wall.day
  parts.set('UNTIL', last.replaceAll('-', ''))
  return ruleOfParts(parts)
}

/** Minutes before the begin; for a whole day before nine in the morning. */
export const readReminder = (
  component: ICAL.Component,
  { start, timeZone, durationMinutes, warn }: Context & { readonly durationMinutes: number | null },
): number | null => {
  const triggers = component.getAllSubcomponents('valarm').flatMap((alarm) => alarm.getFirstProperty('trigger') ?? [])
  const [trigger] = triggers
  if (trigger === undefined || start === null) return null
  if (triggers.length > 1) warn('one_reminder')
  const value: unknown = trigger.getFirstValue()
  const begin = start.time === null ? ALL_DAY_BEGIN : 0
  if (value instanceof ICAL.Duration) {
    const isFromEnd = String(trigger.getParameter('related') ?? '').toUpperCase() === 'END'
    const length = isFromEnd ? (start.time === null ? 1440 : (durationMinutes ?? 0)) : 0
    return bounded(begin - length - Math.round(value.toSeconds() / 60), start)
  }
  if (!(value instanceof ICAL.Time)) return null
  const startsAt = reminderAt({ dueOn: start.day, dueTime: start.time, reminderMinutes: 0 }, timeZone)
  return bounded(Math.round((startsAt - value.toUnixTime() * 1000) / 60_000), start)
}

const bounded = (minutes: number, { time }: FileTime): number =>
  Math.min(Math.max(minutes, time === null ? ALL_DAY_BEGIN - 1439 : 0), 525_600)
