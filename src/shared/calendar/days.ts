// Arithmetic of days and times of day as people write them (`2026-11-21`, `14:30`). No zone: a day is a day wherever the machine stands.

const DAY_MS = 86_400_000

/** Monday is 1, Sunday 7, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[]

/** Days since 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS

const FIRST_DAY = Date.parse('0000-01-01T00:00:00Z') / DAY_MS
const LAST_DAY = Date.parse('9999-12-31T00:00:00Z') / DAY_MS

/** Days are written with four digits of a year: what lies beyond is the first or last of them. */
export const dayOfNumber = (number: number): string =>
  new Date(Math.min(Math.max(number, FIRST_DAY), LAST_DAY) * DAY_MS).toISOString().slice(0, 10)

export const addDays = (day: string, count: number): string => dayOfNumber(dayNumber(day) + count)

/** How many days `to` is after `from`; negative when it is before. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** All days from the first to the last, both included. */
export const daysFromTo = (from: string, to: string): readonly string[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))

export const weekdayOf = (day: string): Weekday => (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday // 1970-01-01 was a Thursday

export const startOfWeek = (day: string, firstWeekday: Weekday = 1): string =>
  addDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7))

export const monthOf = (day: string): number => Number(day.slice(5, 7))
export const dayOfMonth = (day: string): number => Number(day.slice(8, 10))

export const lastDayOfMonth = (day: string): string => {
  const [year, month] = [Number(day.slice(0, 4)), monthOf(day)]
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Minutes since midnight of `14:30` or `14:30:00`; `24:00` is 1440. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** `14:30` of 870; 1440 is `24:00`. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
