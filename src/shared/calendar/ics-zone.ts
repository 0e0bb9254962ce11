// Time zones in calendar files. Outwards a VTIMEZONE is written from what Intl knows; inwards a zone is looked up by its name, and only
// where that is unknown (Outlook's own names) by the rules the file brings along.
import ICAL from 'ical.js'
import { isKnownZone, nextOffsetChange, offsetAt } from './zone.ts'

const DAY_MS = 86_400_000

/** The VTIMEZONE of a zone with every change of its clock in the years from `from` to `to`. */
export const zoneComponent = (timeZone: string, years: { readonly from: number; readonly to: number }): ICAL.Component => {
  const zone = new ICAL.Component('vtimezone')
  zone.addPropertyWithValue('tzid', timeZone)
  const begin = Date.UTC(years.from, 0, 1)
  let offset = offsetAt(begin, timeZone)
  zone.addSubcomponent(observance('standard', { at: begin, from: offset, to: offset }))
  for (let at = begin; at < Date.UTC(years.to + 1, 0, 1); at += 10 * DAY_MS) {
    const next = offsetAt(at + 10 * DAY_MS, timeZone)
    if (next === offset) continue
    const change = nextOffsetChange(at, at + 10 * DAY_MS, timeZone)
    zone.addSubcomponent(observance(next > offset ? 'daylight' : 'standard', { at: change, from: offset, to: next }))
    offset = next
  }
  return zone
}

const observance = (
  name: 'standard' | 'daylight',
  change: { readonly at: number; readonly from: number; readonly to: number },
) => {
  const component = new ICAL.Component(name)
  // A change is written as the clock before it shows it.
  const shown = new Date(change.at + change.from).toISOString().slice(0, 19)
  component.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(shown))
  component.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(change.from / 1000))
  component.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(change.to / 1000))
  return component
}

/** The IANA name in a TZID, which some programs put behind a prefix of their own; `null` where there is none. */
export const ianaName = (tzid: string): string | null => {
  const segments = tzid.replace(/^\//u, '').split('/')
  const candidates = segments.map((_, index) => segments.slice(index).join('/'))
  return candidates.find((name) => /^[A-Z]/u.test(name) && isKnownZone(name)) ?? null
}
