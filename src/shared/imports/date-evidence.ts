// In which order of day, month and year the dates of a column are written, told by all of them together.
import { plain } from './cell.ts'
import { CHINESE, CHINESE_WITHOUT_YEAR, NUMBERS, TIME } from './dates.ts'
import { datePartsInWords } from './month-names.ts'
import type { DateOrder } from './plan.ts'

/** Collects, cell by cell, in which orders the dates of a column can be read. */
export interface DateEvidence {
  /** Cells that are dates in numbers, how many of them have points and the year behind, and how many each order can read. */
  dates: number
  dotted: number
  readonly reads: { ymd: number; dmy: number; mdy: number }
}

export const noDateEvidence = (): DateEvidence => ({ dates: 0, dotted: 0, reads: { ymd: 0, dmy: 0, mdy: 0 } })

const isMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12
const isDayOfMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31

/** Answers whether the cell is a date in any writing. */
export const noteDate = (evidence: DateEvidence, cell: string): boolean => {
  const text = plain(cell)
  const bare = TIME.exec(text)?.groups?.['date']?.trim() ?? text
  const { a = '', b = '', c = '', sign } = NUMBERS.exec(bare)?.groups ?? {}
  if (a === '') return CHINESE.test(bare) || CHINESE_WITHOUT_YEAR.test(bare) || datePartsInWords(bare) !== undefined
  const yearFirst = c.length <= 2 && (a.length === 4 || a.length === 2) && isMonth(b) && isDayOfMonth(c)
  const yearLast = a.length <= 2
  const dayFirst = yearLast && isDayOfMonth(a) && isMonth(b)
  const monthFirst = yearLast && isMonth(a) && isDayOfMonth(b)
  if (!yearFirst && !dayFirst && !monthFirst) return false
  evidence.dates += 1
  if (sign === '.' && c.length === 4) evidence.dotted += 1
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
export const possibleDateOrders = ({ dates, dotted, reads }: DateEvidence): DateOrder[] => {
  if (dates === 0) return []
  // With points nobody writes the month first, unless a day says so.
  if (dotted === dates && reads.dmy === dates) return ['dmy']
  const orders = (['ymd', 'dmy', 'mdy'] as const).filter((order) => reads[order] > 0)
  const most = Math.max(...orders.map((order) => reads[order]))
  return orders.filter((order) => reads[order] === most)
}
