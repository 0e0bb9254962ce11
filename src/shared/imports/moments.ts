// Moments and times of day. A moment without a zone is on the wall clock of the workspace.
import { momentOfWall } from '#shared/calendar/zone.ts'
import { type CellReading, empty, plain, refused, saysNothing, taken } from './cell.ts'
import { type DateOrder, readDay } from './dates.ts'

const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})$/iu
const CLOCK =
  /^(?<half>上午|下午|早上|晚上|中午)?\s*(?<hour>\d{1,2})[:：时点](?<minute>\d{2})?分?(?:[:：]\d{2}(?:\.\d+)?)?\s*(?<ampm>[ap]\.?m\.?)?$/iu
const BEHIND_DAY =
  /[T\s](?<time>(?:上午|下午|早上|晚上|中午)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?)$/iu
const SERIAL = /^(?<days>[2-7]\d{4})\.(?<part>\d+)$/u

/** `14:30`, `2:30 PM`, `下午2点30`. */
export const readTime = (cell: string): CellReading<string> => {
  const text = plain(cell)
  if (text === '' || saysNothing(text)) return empty
  const time = clockOf(text)
  return time === null ? refused('imports.time.unreadable', { value: text }) : taken(time)
}

const clockOf = (text: string): string | null => {
  const groups = CLOCK.exec(text)?.groups
  if (!groups) return null
  const isAfternoon = /^p/iu.test(groups['ampm'] ?? '') || ['下午', '晚上'].includes(groups['half'] ?? '')
  const isMorning = /^a/iu.test(groups['ampm'] ?? '')
  const written = Number(groups['hour'])
  const hour = isAfternoon && written < 12 ? written + 12 : isMorning && written === 12 ? 0 : written
  const minute = Number(groups['minute'] ?? '0')
  return hour > 23 || minute > 59 ? null : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

interface MomentRules {
  readonly order: DateOrder
  readonly timeZone: string
  readonly today: string | null
}

/** Reads a moment, ISO UTC; a day alone is its midnight. */
export const readMoment = (cell: string, { order, timeZone, today }: MomentRules): CellReading<string> => {
  const text = plain(cell)
  if (text === '' || saysNothing(text)) return empty
  if (ZONED.test(text)) {
    const at = Date.parse(
      text
        .replace(' ', 'T')
        .replace(/\s*UTC$/iu, 'Z')
        .replace(/\s+(?=[+-])/u, ''),
    )
    if (!Number.isNaN(at)) return taken(new Date(at).toISOString())
  }
  const serial = SERIAL.exec(text)?.groups
  if (serial) {
    const minutes = Math.round(Number(`0.${serial['part'] ?? '0'}`) * 1440)
    const day = readDay(serial['days'] ?? '', order, today)
    return day.value === null ? day : { value: momentOf(day.value, asClock(minutes), timeZone), fault: day.fault }
  }
  const timed = BEHIND_DAY.exec(text)
  const clock = timed ? clockOf((timed.groups?.['time'] ?? '').trim()) : null
  if (timed && clock === null) return refused('imports.date.unreadable', { value: text })
  const day = readDay(timed ? text.slice(0, timed.index).trim() : text, order, today)
  return day.value === null ? day : { value: momentOf(day.value, clock ?? '00:00', timeZone), fault: day.fault }
}

const asClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const momentOf = (day: string, time: string, timeZone: string): string =>
  new Date(momentOfWall({ day, time }, timeZone)).toISOString()
