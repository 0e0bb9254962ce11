// From a clock on the wall to a moment and back, by Intl alone. A time that the clock skips lies as far behind the gap as it would have
// lain behind its begin (RFC 5545 §3.3.5); a time that the clock shows twice is the first one.
import { dayNumber, minutesOf } from './days.ts'

const MINUTE_MS = 60_000

/** What a clock on the wall shows: `2026-11-21` and `14:30`. */
export interface WallTime {
  readonly day: string
  readonly time: string
}

const formatters = new Map<string, Intl.DateTimeFormat>()

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en', {
    ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  formatters.set(timeZone, made)
  return made
}

/** Whether Intl knows a zone by this name. */
export const isKnownZone = (timeZone: string): boolean => {
  try {
    formatterOf(timeZone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** How far the wall clock of a zone is ahead of UTC at a moment, in ms. */
export const offsetAt = (ms: number, timeZone: string): number => {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(ms / 1000) * 1000
}

/** What the wall clock of a zone shows at a moment. Seconds are left out. */
export const wallTimeAt = (ms: number, timeZone: string): WallTime => {
  const shown = new Date(ms + offsetAt(ms, timeZone)).toISOString()
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/** The moment (ms) at which the wall clock of a zone shows a day and so many minutes since midnight; 1440 is the next midnight. */
export const momentAt = (day: string, minutes: number, timeZone: string): number => {
  const shown = dayNumber(day) * 86_400_000 + minutes * MINUTE_MS
  const before = shown - offsetAt(shown - 86_400_000, timeZone)
  const after = shown - offsetAt(shown + 86_400_000, timeZone)
  if (before === after) return before
  // The offset changes near: the candidate that really shows this time wins, the earlier of two, the old offset in a gap.
  const showing = [before, after].filter((ms) => ms + offsetAt(ms, timeZone) === shown)
  return showing.length > 0 ? Math.min(...showing) : before
}

export const momentOfWall = ({ day, time }: WallTime, timeZone: string): number => momentAt(day, minutesOf(time), timeZone)

/** The first moment in (from, to] with another offset than `from` has; to the second. Only one change is expected between the two. */
export const nextOffsetChange = (from: number, to: number, timeZone: string): number => {
  const offset = offsetAt(from, timeZone)
  let [low, high] = [from, to]
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000
    if (middle === low) break
    if (offsetAt(middle, timeZone) === offset) low = middle
    else high = middle
  }
  return high
}
