// Dates as people and spreadsheets write them. Nothing is guessed for a single cell: the order of its numbers comes from the column.
import { type CellReading, empty, isUndecided, plain, refused, saysNothing, taken, takenAs } from './cell.ts'
import { datePartsInWords } from './month-names.ts'
import type { DateOrder } from './plan.ts'

export type { DateOrder } from './plan.ts'

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u
export const TIME =
  /^(?<date>.+?)(?:[T\s]\s*)(?:上午|下午)?\s*(?<time>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/u
export const CHINESE = /^(?<y>\d{2}|\d{4})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]$/u
export const CHINESE_WITHOUT_YEAR = /^(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]?$/u
const WITHOUT_YEAR = /^\d{1,2}[/.-]\d{1,2}$/u
const COMPACT = /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/u
export const NUMBERS = /^(?<a>\d{1,4})\s*(?<sign>[./-])\s*(?<b>\d{1,2})\s*\k<sign>\s*(?<c>\d{4}|\d{1,2})\.?$/u
const SERIAL = /^(?<days>[2-7]\d{4})(?<fraction>\.\d+)?$/u
/** Counted from the founding of the Republic in 1912: 民国115年3月5日, 115/03/05. */
const OF_REPUBLIC = /^(?:民[国國]\s*)?(?<y>\d{2,3})\s*[年./-]\s*(?<m>\d{1,2})\s*[月./-]\s*(?<d>\d{1,2})\s*[日号]?$/u

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
  if (isUndecided(text)) return takenAs<string>(null, 'imports.cell.undecided', { value: text })

  const timed = TIME.exec(text)?.groups
  const reading = readWithoutTime(timed?.['date']?.trim() ?? text, order, today)
  const hasTime = timed?.['time'] !== undefined && /[1-9]/u.test(timed['time'])
  if (!hasTime || reading.value === null || reading.fault !== null) return reading
  return takenAs(reading.value, 'imports.date.time_dropped', { stored: reading.value })
}

const readWithoutTime = (text: string, order: DateOrder, today: string | null): CellReading<string> => {
  const serial = SERIAL.exec(text)?.groups
  if (serial) return fromSerial(Number(serial['days']), serial['fraction'])

  const parts = (CHINESE.exec(text) ?? COMPACT.exec(text))?.groups ?? datePartsInWords(text)
  if (parts) return fromParts({ y: parts['y'] ?? '', m: parts['m'] ?? '', d: parts['d'] ?? '' }, text)

  const republic = ofRepublic(text)
  if (republic !== null) return republic
  const numbers = NUMBERS.exec(text)?.groups
  if (numbers) return inNumbers(numbers, text, order)
  const assumed = CHINESE_WITHOUT_YEAR.exec(text)?.groups
  if (assumed && today !== null) {
    const { value, fault } = fromParts({ y: today.slice(0, 4), m: assumed['m'] ?? '', d: assumed['d'] ?? '' }, text)
    return value === null ? { value, fault } : takenAs(value, 'imports.date.year_assumed', { value: text, stored: value })
  }
  return assumed || WITHOUT_YEAR.test(text)
    ? refused('imports.date.without_year', { value: text })
    : refused('imports.date.unreadable', { value: text })
}

const inNumbers = (numbers: Readonly<Record<string, string>>, text: string, order: DateOrder): CellReading<string> => {
  const { a = '', b = '', c = '', sign } = numbers
  const ordered = inOrder(a, b, c, order)
  const reading = ordered ? fromParts(ordered, text) : null
  if (reading !== null && reading.value !== null) return reading
  // With points nobody writes the month first.
  const dotted = order === 'ymd' && sign === '.' && c.length === 4 ? fromParts({ y: c, m: b, d: a }, text).value : null
  if (dotted !== null) return takenAs(dotted, 'imports.date.day_first', { value: text, stored: dotted })
  const isOther = (['ymd', 'dmy', 'mdy'] as const).some((other) => {
    const parts = inOrder(a, b, c, other)
    return parts !== null && fromParts(parts, text).value !== null
  })
  return isOther || reading === null ? refused('imports.date.other_order', { value: text }) : reading
}

const ofRepublic = (text: string): CellReading<string> | null => {
  const { y = '', m = '', d = '' } = OF_REPUBLIC.exec(text)?.groups ?? {}
  if (y === '' || (y.length === 2 && !text.startsWith('民'))) return null
  const { value, fault } = fromParts({ y: String(Number(y) + 1911), m, d }, text)
  return value === null ? { value, fault } : takenAs(value, 'imports.date.republic', { value: text, stored: value })
}

/** `null`: a year stands where the order of the column has none. */
const inOrder = (a: string, b: string, c: string, order: DateOrder): DateParts | null => {
  if (a.length === 4) return c.length === 4 ? null : { y: a, m: b, d: c }
  if (a.length === 3 || (order === 'ymd' && c.length === 4)) return null
  if (order === 'ymd') return { y: a, m: b, d: c }
  return order === 'dmy' ? { y: c, m: b, d: a } : { y: c, m: a, d: b }
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
