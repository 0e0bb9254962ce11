// A calendar file read entry by entry (RFC 5545, and what programs make of it). What cannot be kept as it stands is said in a warning; an
// entry that cannot be kept at all is left out, and all others stay.
import ICAL from 'ical.js'
import { AppError } from '#shared/base/app-error.ts'
import { blocksOf, type IcsBlock, soundLines } from './ics-blocks.ts'
import type { IcsEntry, IcsWarning } from './ics-entry.ts'
import { entryOfComponent } from './ics-read-entry.ts'
import { type ZonesOfFile, zonesOf } from './ics-times.ts'

export interface ReadCalendar {
  /** REQUEST, CANCEL … of an invitation; `null` for a plain file. */
  readonly method: string | null
  readonly name: string | null
  readonly entries: readonly IcsEntry[]
  readonly warnings: readonly IcsWarning[]
}

/** Everything a file says, in the wall clock of `timeZone`. A text that is no calendar is refused. */
export const readCalendar = (text: string, timeZone: string): ReadCalendar => {
  const file = blocksOf(text)
  if (!file.isCalendar) throw new AppError('invalid_input', 'calendar.ics.notACalendar')
  const warnings: IcsWarning[] = []
  const zones = zonesOf(file.blocks.filter(({ name }) => name === 'VTIMEZONE').flatMap((block) => zoneOf(block)))
  const method = calendarProperty(file.lines, 'METHOD')
  const entries = file.blocks
    .filter(({ name }) => name !== 'VTIMEZONE')
    .flatMap((block) => {
      const read = readBlock(block, { zones, timeZone })
      warnings.push(...read.warnings)
      return read.entry === null ? [] : [method?.toUpperCase() === 'CANCEL' ? { ...read.entry, isCancelled: true } : read.entry]
    })
  return { method: method?.toUpperCase() ?? null, name: calendarProperty(file.lines, 'X-WR-CALNAME'), entries, warnings }
}

const zoneOf = (block: IcsBlock): readonly ICAL.Component[] => {
  const component = parsed(block, 'vtimezone', soundLines(block).lines)
  return component === null || dropUnreadable(component) > 0 ? [] : [component]
}

const readBlock = (
  block: IcsBlock,
  context: { readonly zones: ZonesOfFile; readonly timeZone: string },
): { readonly entry: IcsEntry | null; readonly warnings: readonly IcsWarning[] } => {
  const { lines, broken } = soundLines(block)
  const component = parsed(block, block.name.toLowerCase(), lines)
  const title = titleOf(lines)
  const skipped = (key: string): IcsWarning => ({ title, key, params: {}, isSkipped: true })
  if (component === null) return { entry: null, warnings: [skipped('calendar.ics.unreadable')] }
  const lost = broken + dropUnreadable(component)
  const own: IcsWarning[] = []
  if (block.isCut) own.push({ title, key: 'calendar.ics.cut', params: {}, isSkipped: false })
  else if (lost > 0) own.push({ title, key: 'calendar.ics.broken_lines', params: { count: lost }, isSkipped: false })
  const { entry, warnings } = entryOfComponent(component, context)
  return { entry, warnings: [...own, ...warnings] }
}

/** The library reads values only when asked: properties whose value it then refuses are taken out. Answers how many. */
const dropUnreadable = (component: ICAL.Component): number => {
  const unreadable = component.getAllProperties().filter((property) => !isReadable(property))
  for (const property of unreadable) component.removeProperty(property)
  return component.getAllSubcomponents().reduce((count, inner) => count + dropUnreadable(inner), unreadable.length)
}

const isReadable = (property: ICAL.Property): boolean => {
  try {
    return property.getValues().every((value: unknown) => !(value instanceof ICAL.Time) || isPlausible(value))
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

// Days are written with four digits of a year.
const isPlausible = (time: ICAL.Time): boolean => Number.isFinite(time.toUnixTime()) && time.year >= 1000 && time.year < 9000

/** `null`: the library cannot read it either. */
const parsed = (block: IcsBlock, name: string, lines: readonly string[]): ICAL.Component | null => {
  try {
    const text = ['BEGIN:VCALENDAR', `BEGIN:${block.name}`, ...lines, `END:${block.name}`, 'END:VCALENDAR'].join('\r\n')
    return new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent(name)
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

const titleOf = (lines: readonly string[]): string | null => {
  const line = lines.find((candidate) => /^SUMMARY[;:]/iu.test(candidate))
  return line === undefined ? null : line.slice(line.indexOf(':') + 1).slice(0, 200)
}

const calendarProperty = (lines: readonly string[], name: string): string | null => {
  const line = lines.find((candidate) => candidate.toUpperCase().startsWith(`${name}:`))
  return line === undefined ? null : line.slice(name.length + 1).trim() || null
}
