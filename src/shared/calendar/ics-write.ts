// Tasks and appointments as a calendar file (RFC 5545): times in the workspace's zone with its VTIMEZONE, all-day dates as dates, whose end
// is the day after the last one.
import ICAL from 'ical.js'
import { addDays } from './days.ts'
import type { IcsEntry } from './ics-entry.ts'
import { zoneComponent } from './ics-zone.ts'
import { ruleParts, ruleOfParts } from './recurrence.ts'
import { ALL_DAY_BEGIN } from './remind.ts'
import { momentOfWall } from './zone.ts'

// The library folds after so many octets and then adds the blank that marks the next part: 75 together.
ICAL.foldLength = 74

/** How many years ahead the clock changes of an endless series are written. */
const YEARS_AHEAD = 10

/** The text of the file, CRLF and folded. `stamp` is the moment of writing (ISO, UTC). */
export const writeCalendar = (
  entries: readonly IcsEntry[],
  { timeZone, stamp, name }: { readonly timeZone: string; readonly stamp: string; readonly name: string },
): string => {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Kith//Kith//EN')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('x-wr-calname', name)
  const years = entries.flatMap(({ dueOn, dueTime, recurrence }) =>
    dueOn === null || dueTime === null ? [] : [Number(dueOn.slice(0, 4)) + (recurrence === null ? 0 : YEARS_AHEAD)],
  )
  if (years.length > 0) {
    const first = Math.min(...entries.flatMap(({ dueOn }) => (dueOn === null ? [] : [Number(dueOn.slice(0, 4))])))
    calendar.addSubcomponent(zoneComponent(timeZone, { from: first - 1, to: Math.max(...years) }))
  }
  for (const entry of entries) calendar.addSubcomponent(componentOf(entry, timeZone, stamp))
  return `${calendar.toString()}\r\n`
}

const componentOf = (entry: IcsEntry, timeZone: string, stamp: string): ICAL.Component => {
  const component = new ICAL.Component(entry.kind === 'task' ? 'vtodo' : 'vevent')
  component.addPropertyWithValue('uid', entry.uid)
  component.addPropertyWithValue('dtstamp', utcTime(stamp))
  if (entry.title !== null) component.addPropertyWithValue('summary', entry.title)
  if (entry.text !== null) component.addPropertyWithValue('description', entry.text)
  if (entry.location !== null) component.addPropertyWithValue('location', entry.location)
  if (entry.kind === 'call') component.addPropertyWithValue('x-kith-kind', 'call')
  if (entry.priority !== null) component.addPropertyWithValue('priority', { high: 1, normal: 5, low: 9 }[entry.priority])
  if (entry.isCancelled) component.addPropertyWithValue('status', 'CANCELLED')
  else if (entry.kind === 'task') component.addPropertyWithValue('status', entry.doneAt === null ? 'NEEDS-ACTION' : 'COMPLETED')
  if (entry.kind === 'task' && entry.doneAt !== null) component.addPropertyWithValue('completed', utcTime(entry.doneAt))
  if (entry.dueOn !== null) addTimes(component, { ...entry, dueOn: entry.dueOn }, timeZone)
  if (entry.reminderMinutes !== null) component.addSubcomponent(alarmOf(entry, entry.reminderMinutes))
  return component
}

type Dated = IcsEntry & { readonly dueOn: string }

const addTimes = (component: ICAL.Component, entry: Dated, timeZone: string): void => {
  const { dueOn, dueTime, endsOn, durationMinutes, recurrence } = entry
  const at = (name: string, day: string) => component.addProperty(timeProperty(name, { day, time: dueTime }, timeZone))
  // A repeating task counts from its begin; DUE has to lie behind DTSTART, so the one stands for both.
  at(entry.kind === 'task' && recurrence === null && entry.occurrenceOn === null ? 'due' : 'dtstart', dueOn)
  if (entry.kind === 'task') {
    if (durationMinutes !== null) component.addPropertyWithValue('estimated-duration', `PT${durationMinutes}M`)
  } else if (dueTime === null) {
    const end = ICAL.Time.fromDateString(addDays(endsOn ?? dueOn, 1))
    component.addPropertyWithValue('dtend', end)
  } else if (durationMinutes !== null) {
    component.addPropertyWithValue('duration', ICAL.Duration.fromSeconds(durationMinutes * 60))
  }
  if (recurrence !== null) {
    component.addPropertyWithValue('rrule', ICAL.Recur.fromString(ruleInFile(recurrence, entry, timeZone)))
    for (const day of entry.exDays) at('exdate', day)
  }
  if (entry.occurrenceOn !== null) at('recurrence-id', entry.occurrenceOn)
}

const timeProperty = (name: string, at: { readonly day: string; readonly time: string | null }, timeZone: string) => {
  const property = new ICAL.Property(name)
  if (at.time === null) {
    property.setValue(ICAL.Time.fromDateString(at.day))
  } else {
    property.setParameter('tzid', timeZone)
    property.setValue(ICAL.Time.fromDateTimeString(`${at.day}T${at.time}:00`))
  }
  return property
}

/** Where times have a zone, the end of a rule is a moment in UTC (RFC 5545 §3.3.10). */
const ruleInFile = (rule: string, { dueTime }: Dated, timeZone: string): string => {
  const parts = new Map(ruleParts(rule))
  const until = parts.get('UNTIL')
  if (until === undefined || dueTime === null) return ruleOfParts(parts)
  const day = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`
  const moment = new Date(momentOfWall({ day, time: dueTime }, timeZone)).toISOString()
  parts.set('UNTIL', `${moment.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`)
  return ruleOfParts(parts)
}

const alarmOf = ({ title, dueTime }: IcsEntry, reminderMinutes: number): ICAL.Component => {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', title ?? '')
  const minutes = dueTime === null ? ALL_DAY_BEGIN - reminderMinutes : -reminderMinutes
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromSeconds(minutes * 60))
  return alarm
}

const utcTime = (moment: string): ICAL.Time => ICAL.Time.fromDateTimeString(`${moment.slice(0, 19)}Z`)
