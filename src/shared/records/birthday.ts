// Birthdays: '1990-05-12', or '--05-12' where the year is not known. Days only, so no zone can shift them.

export type BirthdayProblem = 'birthday' | 'birthday_ahead' | 'birthday_too_old'

interface MonthDay {
  readonly month: number
  readonly day: number
}
interface BirthdayParts extends MonthDay {
  readonly year: number | null
}

const WRITTEN = /^(?<year>\d{4}|-)-(?<month>\d{2})-(?<day>\d{2})$/u
const TYPED = /^(?:(?<year>\d{4})\s*[-/.年]\s*)?(?:--)?(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*[日号]?$/u
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u
/** The oldest person on record lived 122 years. */
const OLDEST = 130
const LEAP_YEAR = 2000

/** 1990/5/12, 1990年5月12日, 19900512, 5-12 and 5月12日 as they are stored; anything else stays as typed, to be refused. */
export const normaliseBirthday = (typed: string): string => {
  const text = typed.normalize('NFKC').trim()
  const groups = (TYPED.exec(text) ?? COMPACT.exec(text))?.groups
  if (!groups) return text
  return `${groups['year'] ?? '-'}-${(groups['month'] ?? '').padStart(2, '0')}-${(groups['day'] ?? '').padStart(2, '0')}`
}

/** What is wrong with a stored birthday, if anything. `today` is `YYYY-MM-DD`; null: the future is not looked at. */
export const birthdayProblem = (text: string, today: string | null): BirthdayProblem | null => {
  const parts = partsOf(text)
  if (!parts || parts.day > daysIn(parts.year ?? LEAP_YEAR, parts.month)) return 'birthday'
  if (parts.year === null) return null
  if (today === null) return parts.year < 1000 ? 'birthday_too_old' : null
  if (text > today) return 'birthday_ahead'
  return parts.year < Number(today.slice(0, 4)) - OLDEST ? 'birthday_too_old' : null
}

/** The day of a year on which the birthday is kept: who was born on 29 February is greeted on the 28th of a common year. */
export const birthdayIn = (birthday: string, year: number): string | null => {
  const parts = partsOf(birthday)
  if (!parts || parts.day > daysIn(parts.year ?? LEAP_YEAR, parts.month)) return null
  const day = Math.min(parts.day, daysIn(year, parts.month))
  return `${String(year).padStart(4, '0')}-${two(parts.month)}-${two(day)}`
}

/** The next time the birthday is kept, today included, and the age reached then; null for what is no birthday. */
export const nextBirthday = (birthday: string, today: string): { readonly on: string; readonly age: number | null } | null => {
  const year = Number(today.slice(0, 4))
  const thisYear = birthdayIn(birthday, year)
  if (thisYear === null) return null
  const on = thisYear >= today ? thisYear : birthdayIn(birthday, year + 1)
  if (on === null) return null
  const born = partsOf(birthday)?.year ?? null
  return { on, age: born === null ? null : Number(on.slice(0, 4)) - born }
}

const partsOf = (text: string): BirthdayParts | null => {
  const groups = WRITTEN.exec(text)?.groups
  if (!groups) return null
  const month = Number(groups['month'])
  const day = Number(groups['day'])
  if (month < 1 || month > 12 || day < 1) return null
  return { year: groups['year'] === '-' ? null : Number(groups['year']), month, day }
}

const two = (value: number): string => String(value).padStart(2, '0')

const daysIn = (year: number, month: number): number => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}
