// One VEVENT or VTODO as an entry of ours.
import ICAL from 'ical.js'
import { isEmail } from '#shared/base/addresses.ts'
import type { MessageParams } from '#shared/base/app-error.ts'
import { cutText } from '#shared/base/cut-text.ts'
import { addDays } from './days.ts'
import type { IcsEntry, IcsPerson, IcsWarning } from './ics-entry.ts'
import { readReminder, readRule } from './ics-read-rule.ts'
import { type FileTime, fileTime, type ZonesOfFile } from './ics-times.ts'
import { issuesOfPeriod } from './period.ts'

export interface ReadContext {
  readonly zones: ZonesOfFile
  readonly timeZone: string
}

export const entryOfComponent = (
  component: ICAL.Component,
  context: ReadContext,
): { readonly entry: IcsEntry | null; readonly warnings: readonly IcsWarning[] } => {
  const warnings: IcsWarning[] = []
  const title = textOf(component, 'summary', 200)
  const warn = (name: string, params: MessageParams = {}, isSkipped = false): void => {
    warnings.push({ title, key: `calendar.ics.${name}`, params, isSkipped })
  }
  const isTask = component.name === 'vtodo'
  const timeAt = (name: string): FileTime | null => {
    const property = component.getFirstProperty(name)
    return property ? fileTime(property, context) : null
  }
  const start = (isTask ? timeAt('due') : null) ?? timeAt('dtstart')
  if (start === null && !isTask) {
    warn('no_start', {}, true)
    return { entry: null, warnings }
  }
  if (start?.unknownZone) warn('unknown_zone', { zone: start.unknownZone })
  const length = start === null || isTask ? taskLength(component) : eventLength(component, start, timeAt('dtend'))
  const when = { dueOn: start?.day ?? null, dueTime: start?.time ?? null, ...length }
  const issue = issuesOfPeriod(when)[0]
  if (issue) {
    warn(issue.code, issue.params, true)
    return { entry: null, warnings }
  }
  const occurrence = timeAt('recurrence-id')
  if (component.getFirstProperty('recurrence-id')?.getParameter('range')) warn('this_and_future')
  const entry: IcsEntry = {
    uid: textOf(component, 'uid', 200)?.trim() ?? `${title ?? ''} ${when.dueOn ?? ''} ${when.dueTime ?? ''}`,
    kind: isTask ? 'task' : textOf(component, 'x-kith-kind', 10) === 'call' ? 'call' : 'meeting',
    title,
    text: textOf(component, 'description', 20_000),
    location: textOf(component, 'location', 200),
    ...when,
    ...readRule(component, { ...context, start, warn }),
    occurrenceOn: occurrence?.day ?? null,
    reminderMinutes: readReminder(component, { ...context, start, durationMinutes: when.durationMinutes, warn }),
    priority: priorityOf(component),
    doneAt: isTask ? doneAt(component, start) : null,
    isCancelled: textOf(component, 'status', 20)?.toUpperCase() === 'CANCELLED',
    ...peopleOf(component),
  }
  return { entry, warnings }
}

const MOST_PEOPLE = 200

/** By their addresses, each once. Rooms and other things that are booked are nobody. */
const peopleOf = (component: ICAL.Component): Pick<IcsEntry, 'people'> => {
  const found = new Map<string, IcsPerson>()
  for (const property of [...component.getAllProperties('attendee'), ...component.getAllProperties('organizer')]) {
    if (/^(?:room|resource)$/iu.test(String(property.getParameter('cutype') ?? ''))) continue
    const email = addressOf(property)
    const name = property.getParameter('cn')
    if (email !== null && !found.has(email))
      found.set(email, { name: typeof name === 'string' && name.trim() !== '' ? cutText(name.trim(), 200) : null, email })
  }
  return found.size === 0 ? {} : { people: [...found.values()].slice(0, MOST_PEOPLE) }
}

/** Exchange writes an address of its own kind and the e-mail beside it. */
const addressOf = (property: ICAL.Property): string | null => {
  const email = property.getParameter('email')
  const value = typeof email === 'string' ? email : String(property.getFirstValue() ?? '').replace(/^mailto:/iu, '')
  return isEmail(value.trim()) ? value.trim().toLowerCase() : null
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu

const textOf = (component: ICAL.Component, name: string, max: number): string | null => {
  const value: unknown = component.getFirstPropertyValue(name)
  if (typeof value !== 'string' || value.trim() === '') return null
  return cutText(value.toWellFormed().replaceAll(CONTROL, ''), max)
}

/** `DTEND` of dates is the day after the last one; an event without an end takes its day, or no time at all. */
const eventLength = (
  component: ICAL.Component,
  start: FileTime,
  end: FileTime | null,
): { readonly endsOn: string | null; readonly durationMinutes: number | null } => {
  const lasts: unknown = component.getFirstPropertyValue('duration')
  const seconds = lasts instanceof ICAL.Duration ? lasts.toSeconds() : null
  if (start.time === null) {
    const after = end?.day ?? (seconds === null ? null : addDays(start.day, Math.ceil(seconds / 86_400)))
    // Some write the same day twice and mean that one day.
    const last = after === null || after === start.day ? start.day : addDays(after, -1)
    return { endsOn: last === start.day ? null : last, durationMinutes: null }
  }
  const passed = end?.ms === null || end?.ms === undefined || start.ms === null ? seconds : (end.ms - start.ms) / 1000
  return { endsOn: null, durationMinutes: passed === null ? null : Math.round(passed / 60) }
}

const taskLength = (component: ICAL.Component): { readonly endsOn: null; readonly durationMinutes: number | null } => {
  const minutes = /^PT(\d{1,6})M$/u.exec(String(component.getFirstPropertyValue('estimated-duration') ?? ''))
  return { endsOn: null, durationMinutes: minutes ? Number(minutes[1]) : null }
}

/** 1 to 4 are high, 5 is normal, 6 to 9 are low, 0 says nothing (RFC 5545 §3.8.1.9). */
const priorityOf = (component: ICAL.Component): IcsEntry['priority'] => {
  const value = Number(component.getFirstPropertyValue('priority') ?? 0)
  if (!(value >= 1 && value <= 9)) return null
  return value < 5 ? 'high' : value === 5 ? 'normal' : 'low'
}

const doneAt = (component: ICAL.Component, start: FileTime | null): string | null => {
  const completed: unknown = component.getFirstPropertyValue('completed')
  if (completed instanceof ICAL.Time) return new Date(completed.toUnixTime() * 1000).toISOString()
  if (String(component.getFirstPropertyValue('status') ?? '').toUpperCase() !== 'COMPLETED') return null
  const stamp: unknown = component.getFirstPropertyValue('last-modified') ?? component.getFirstPropertyValue('dtstamp')
  if (stamp instanceof ICAL.Time) return new Date(stamp.toUnixTime() * 1000).toISOString()
  return start === null ? null : `${start.day}T00:00:00.000Z`
}
