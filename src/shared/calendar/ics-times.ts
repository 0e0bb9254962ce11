// Times of a calendar file as the workspace's wall clock shows them.
import ICAL from 'ical.js'
import { ianaName } from './ics-zone.ts'
import { ianaOfWindows } from './windows-zones.ts'
import { momentOfWall, wallTimeAt } from './zone.ts'

/** A time of a file. `ms` is `null` for a date without a time and for a time without a zone. */
export interface FileTime {
  readonly day: string
  /** `null`: a date. */
  readonly time: string | null
  readonly ms: number | null
  /** The day as the file says it, in its own zone. */
  readonly ownDay: string
  /** The name of a zone that nobody knows: the time was taken as it stands. */
  readonly unknownZone: string | null
}

export type ZonesOfFile = ReadonlyMap<string, ICAL.Timezone>

/** The time in a property (the `index`th of several), in the wall clock of `timeZone`. */
export const fileTime = (
  property: ICAL.Property,
  { zones, timeZone }: { readonly zones: ZonesOfFile; readonly timeZone: string },
  index = 0,
): FileTime | null => {
  const value: unknown = property.getValues()[index]
  if (!(value instanceof ICAL.Time)) return null
  const shown = value.toString()
  const ownDay = shown.slice(0, 10)
  if (value.isDate) return { day: ownDay, time: null, ms: null, ownDay, unknownZone: null }
  const wall = { day: ownDay, time: shown.slice(11, 16) }
  const tzid: unknown = property.getParameter('tzid')
  if (shown.endsWith('Z')) return placed(Date.parse(shown), ownDay, timeZone)
  if (typeof tzid !== 'string') return { ...wall, ms: momentOfWall(wall, timeZone), ownDay, unknownZone: null }
  const known = ianaName(tzid) ?? (zones.has(tzid) ? null : ianaOfWindows(tzid))
  if (known !== null) return placed(momentOfWall(wall, known), ownDay, timeZone)
  const zone = zones.get(tzid)
  if (zone === undefined) return { ...wall, ms: momentOfWall(wall, timeZone), ownDay, unknownZone: tzid }
  const inZone = value.clone()
  inZone.zone = zone
  return placed(inZone.toUnixTime() * 1000, ownDay, timeZone)
}

const placed = (ms: number, ownDay: string, timeZone: string): FileTime => ({
  ...wallTimeAt(ms, timeZone),
  ms,
  ownDay,
  unknownZone: null,
})

/** The zones that a file defines itself, by their TZID. */
export const zonesOf = (components: readonly ICAL.Component[]): ZonesOfFile =>
  new Map(
    components.map((component) => {
      const tzid = String(component.getFirstPropertyValue('tzid'))
      return [tzid, new ICAL.Timezone({ component, tzid })]
    }),
  )
