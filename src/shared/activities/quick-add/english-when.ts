// When, in English: chrono knows the phrases; what it takes for a date too easily is left alone.
import { en } from 'chrono-node'
import { timeOf } from '#shared/calendar/days.ts'

export interface FoundWhen {
  readonly index: number
  readonly 0: string
  readonly day: string | null
  readonly time: string | null
  readonly durationMinutes: number | null
}

const two = (number: number): string => String(number).padStart(2, '0')

/** Part of the day without an hour: chrono means six in the morning and ten at night, people in an office do not. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/\bmorning\b/iu, '09:00'],
  [/\bnoon\b|\bmidday\b/iu, '12:00'],
  [/\bafternoon\b/iu, '14:00'],
  [/\bevening\b/iu, '18:00'],
  [/\btonight\b|\bnight\b/iu, '20:00'],
]

/** 5/12 is May to some and December to others; a bare month is more often a name. */
const isDoubtful = (text: string): boolean =>
  /^\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?$/u.test(text.trim()) ||
  /^(?:in |this |next )?(?:may|march|august|april|june)(?: at \w+)?$/iu.test(text.trim())

/** Sun Li is a person, and so is Sat Kaur. */
const isNameBegin = (text: string, { index, text: found }: { readonly index: number; readonly text: string }): boolean =>
  /^(?:Sun|Sat|Wed)$/u.test(found) && /^\s+\p{Lu}\p{Ll}/u.test(text.slice(index + found.length))

/** `at 3` is said of the afternoon: nobody is called at three in the morning. */
const AFTERNOON = 12 * 60
const LAST_BARE_HOUR = 6

/** The moment that a text names, by the wall clock; null if it names none. `today` and `time` are the present one. */
export const findEnglishWhen = (text: string, today: string, time: string): FoundWhen | null => {
  const instant = new Date(`${today}T${time}:00Z`)
  // Reckoned as if the office lay in UTC: what comes out is read from the wall clock and never shifts.
  const found = en
    .parse(text, { instant, timezone: 0 }, { forwardDate: true })
    .find((one) => !isDoubtful(one.text) && !isNameBegin(text, one))
  if (!found) {
    const noon = /\b(?:at )?noon\b/iu.exec(text)
    return noon && { index: noon.index, 0: noon[0], day: null, time: '12:00', durationMinutes: null }
  }
  const { start, end } = found
  const isDay = (['day', 'weekday', 'month'] as const).some((part) => start.isCertain(part))
  const hasHour = start.isCertain('hour')
  const hour = start.get('hour') ?? 0
  const isBare =
    hour > 0 && hour <= LAST_BARE_HOUR && !start.isCertain('meridiem') && !/\b0\d:|\bin\b|\bmorning\b/iu.test(found.text)
  const later = isBare ? AFTERNOON : 0
  const minutes = later + hour * 60 + (start.get('minute') ?? 0)
  const given = end?.isCertain('hour') ? (end.get('hour') ?? 0) * 60 + (end.get('minute') ?? 0) : null
  const endMinutes = given !== null && given < minutes ? given + later : given
  const part = PARTS.find(([pattern]) => pattern.test(found.text))?.[1] ?? null
  // `tonight 8`: the number beside it is the hour.
  const late = /\b(?:tonight|evening|night)\b/iu.test(found.text)
    ? /^\s+(?:at )?([1-9]|1[01])(?::([0-5]\d))?\b/u.exec(text.slice(found.index + found.text.length))
    : null
  const isSpan = /\b(?:in|within) (?:a|an|half|\d+) ?(?:an )?(?:hours?|minutes?|mins?)\b/iu.test(found.text)
  const nextWeek = /^next week$/iu.test(found.text.trim())
  const day = `${start.get('year')}-${two(start.get('month') ?? 1)}-${two(start.get('day') ?? 1)}`
  return {
    index: found.index,
    0: late ? found.text + late[0] : found.text,
    // Of a time alone the day is told by who asks.
    day: nextWeek ? mondayAfter(today) : isDay || isSpan ? day : null,
    time: late ? timeOf((Number(late[1]) + 12) * 60 + Number(late[2] ?? 0)) : hasHour ? timeOf(minutes) : part,
    durationMinutes: hasHour && endMinutes !== null && endMinutes > minutes ? endMinutes - minutes : null,
  }
}

const mondayAfter = (today: string): string => {
  const date = new Date(`${today}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + (8 - (date.getUTCDay() || 7)))
  return date.toISOString().slice(0, 10)
}
