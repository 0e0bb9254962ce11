// Dates as people and spreadsheets write them. Nothing is guessed for a single cell: the order of its numbers comes from the column.
import { type CellReading, empty, plain, refused, saysNothing, taken, takenAs } from './cell.ts'
import type { DateOrder } from './plan.ts'

export type { DateOrder } from './plan.ts'

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u
const TIME =
  /^(?<date>.+?)(?:[T\s]\s*)(?:上午|下午)?\s*(?<time>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/u
const CHINESE = /^(?<y>\d{2}|\d{4})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]$/u
const CHINESE_WITHOUT_YEAR = /^(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]?$/u
const WITHOUT_YEAR = /^\d{1,2}[/.-]\d{1,2}$/u
const COMPACT = /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/u
const NUMBERS = /^(?<a>\d{1,4})\s*(?<sign>[./-])\s*(?<b>\d{1,2})\s*\k<sign>\s*(?<c>\d{4}|\d{1,2})\.?$/u
const SERIAL = /^(?<days>[2-7]\d{4})(?<fraction>\.\d+)?$/u
const WORDS_DAY_FIRST = /^(?<d>\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?<month>[A-Za-z]{3,9})[\s.,-]+(?<y>\d{2}|\d{4})$/u
const WORDS_MONTH_FIRST = /^(?<month>[A-Za-z]{3,9})[\s.-]+(?<d>\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(?<y>\d{2}|\d{4})$/u

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

interface DateParts {
  readonly y: string
  readonly m: string
  readonly d: string
}

/**
 * Reads a day. `order` says how `3/5/2024` is meant; ISO, 2024年3月5日, 20240305, month names and a spreadsheet's day numbers always read. 3月5日
 * is meant in the year of `today`, where that is given.
 */
export const readDay = (cell: string, order: DateOrder, today: string | null = null): CellReading<string> => {
  if (ISO_DAY.test(cell)) return fromParts({ y: cell.slice(0, 4), m: cell.slice(5, 7), d: cell.slice(8) }, cell)
  const text = plain(cell)
  if (text === '' || saysNothing(text)) return empty

  const timed = TIME.exec(text)?.groups
  const reading = readWithoutTime(timed?.['date']?.trim() ?? text, order, today)
  const hasTime = timed?.['time'] !== undefined && /[1-9]/u.test(timed['time'])
  if (!hasTime || reading.value === null || reading.fault !== null) return reading
  return takenAs(reading.value, 'imports.date.time_dropped', { stored: reading.value })
}

const readWithoutTime = (text: string, order: DateOrder, today: string | null): CellReading<string> => {
  const serial = SERIAL.exec(text)?.groups
  if (serial) return fromSerial(Number(serial['days']), serial['fraction'])

  const parts = (CHINESE.exec(text) ?? COMPACT.exec(text))?.groups ?? wordParts(text)
  if (parts) return fromParts({ y: parts['y'] ?? '', m: parts['m'] ?? '', d: parts['d'] ?? '' }, text)

  const numbers = NUMBERS.exec(text)?.groups
  if (numbers) {
    const ordered = inOrder(numbers['a'] ?? '', numbers['b'] ?? '', numbers['c'] ?? '', order)
    return ordered ? fromParts(ordered, text) : refused('imports.date.other_order', { value: text })
  }
  const assumed = CHINESE_WITHOUT_YEAR.exec(text)?.groups
  if (assumed && today !== null) {
    const { value, fault } = fromParts({ y: today.slice(0, 4), m: assumed['m'] ?? '', d: assumed['d'] ?? '' }, text)
    return value === null ? { value, fault } : takenAs(value, 'imports.date.year_assumed', { value: text, stored: value })
  }
  return assumed || WITHOUT_YEAR.test(text)
    ? refused('imports.date.without_year', { value: text })
    : refused('imports.date.unreadable', { value: text })
}

/** `null`: a year stands where the order of the column has none. */
const inOrder = (a: string, b: string, c: string, order: DateOrder): DateParts | null => {
  if (a.length === 4) return c.length === 4 ? null : { y: a, m: b, d: c }
  if (a.length === 3 || (order === 'ymd' && c.length === 4)) return null
  if (order === 'ymd') return { y: a, m: b, d: c }
  return order === 'dmy' ? { y: c, m: b, d: a } : { y: c, m: a, d: b }
}

const wordParts = (text: string): Record<string, string> | undefined => {
  const groups = (WORDS_DAY_FIRST.exec(text) ?? WORDS_MONTH_FIRST.exec(text))?.groups
  const word = groups?.['month']?.toLowerCase() ?? ''
  const month = MONTH_NAMES.includes(word) || word === 'sept' ? MONTHS.indexOf(word.slice(0, 3)) : MONTHS.indexOf(word)
  return groups === undefined || month < 0 ? undefined : { y: groups['y'] ?? '', m: String(month + 1), d: groups['d'] ?? '' }
}

/** Days since 30 December 1899, as Excel and its kin count from March 1900 on. */
const fromSerial = (days: number, fraction: string | undefined): CellReading<string> => {
  const day = new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10)
  const hasTime = fraction !== undefined && /[1-9]/u.test(fraction)
  return takenAs(day, hasTime ? 'imports.date.time_dropped' : 'imports.date.serial', { value: String(days), stored: day })
}

const fromParts = ({ y, m, d }: DateParts, text: string): CellReading<string> => {
  const short = Number(y)
  // The pivot of POSIX strptime: 69 is 1969, 68 is 2068.
  const year = y.length === 2 ? short + (short >= 69 ? 1900 : 2000) : short
  const month = Number(m)
  const day = Number(d)
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return refused('imports.date.impossible', { value: text })
  if (year < 1900 || year > 2199) return refused('imports.date.far_year', { value: text })

  const stored = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return y.length === 2 ? takenAs(stored, 'imports.date.two_digit_year', { stored }) : taken(stored)
}

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Collects, cell by cell, in which orders the dates of a column can be read. */
export interface DateEvidence {
  /** Cells that are dates in numbers, and how many of them each order can read. */
  dates: number
  readonly reads: { ymd: number; dmy: number; mdy: number }
}

export const noDateEvidence = (): DateEvidence => ({ dates: 0, reads: { ymd: 0, dmy: 0, mdy: 0 } })

const isMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12
const isDayOfMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31

/** Answers whether the cell is a date in any writing. */
export const noteDate = (evidence: DateEvidence, cell: string): boolean => {
  const text = plain(cell)
  const bare = TIME.exec(text)?.groups?.['date']?.trim() ?? text
  const { a = '', b = '', c = '' } = NUMBERS.exec(bare)?.groups ?? {}
  if (a === '') return CHINESE.test(bare) || CHINESE_WITHOUT_YEAR.test(bare) || wordParts(bare) !== undefined
  const yearFirst = c.length <= 2 && (a.length === 4 || a.length === 2) && isMonth(b) && isDayOfMonth(c)
  const yearLast = a.length <= 2
  const dayFirst = yearLast && isDayOfMonth(a) && isMonth(b)
  const monthFirst = yearLast && isMonth(a) && isDayOfMonth(b)
  if (!yearFirst && !dayFirst && !monthFirst) return false
  evidence.dates += 1
  // A year of four digits in front reads in any order.
  if (a.length === 4) {
    evidence.reads.ymd += 1
    return true
  }
  if (yearFirst) evidence.reads.ymd += 1
  if (dayFirst) evidence.reads.dmy += 1
  if (monthFirst) evidence.reads.mdy += 1
  return true
}

/**
 * The orders that can read all of a column's dates, or most of them where none reads all: one is certain, several are open. None where
 * there are no dates in numbers.
 */
export const possibleDateOrders = ({ dates, reads }: DateEvidence): DateOrder[] => {
  if (dates === 0) return []
  const orders = (['ymd', 'dmy', 'mdy'] as const).filter((order) => reads[order] > 0)
  const most = Math.max(...orders.map((order) => reads[order]))
  return orders.filter((order) => reads[order] === most)
}
