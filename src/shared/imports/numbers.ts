// Whole numbers and years. A value that is not one would be lost, so it refuses its row.
import { decimalOf, type DecimalMark } from './amounts.ts'
import { type CellReading, empty, isUndecided, plain, refused, saysNothing, taken, takenAs } from './cell.ts'

/** `50-100`, `50人以上`, `1000+`, `<10`: how many there are, it does not say. */
const RANGE =
  /^(?:[<>≤≥]\s*\d[\d,.]*\s*[人名]?|\d[\d,.]*\s*[-–—~至到]\s*\d[\d,.]*\s*[人名]?|\d[\d,.]*\s*[人名]?\s*(?:\+|以上|以下|以内))$/u
const ABOUT = /^(?:约|大约|近|about|approx\.?|ca\.|[~≈])\s*/iu

/** Reads a count such as the number of employees: `1,200`, `1200.0`, `3万`, `500人`. */
export const readCount = (cell: string, mark: DecimalMark, max: number): CellReading<number> => {
  const text = plain(cell)
  if (text === '' || saysNothing(text)) return empty
  if (isUndecided(text)) return takenAs<number>(null, 'imports.cell.undecided', { value: text })
  if (RANGE.test(text)) return takenAs<number>(null, 'imports.number.range', { value: text })
  const about = ABOUT.exec(text)?.[0] ?? ''
  const bare = text.slice(about.length).replace(/\s*[人名]$/u, '')
  const inTenThousands = bare.endsWith('万')
  const number = decimalOf(inTenThousands ? bare.slice(0, -1).trim() : bare, mark)
  if (!number || number.shortened) return refused('imports.number.unreadable', { value: text })

  const places = inTenThousands ? 4 : 0
  const fraction = number.fraction.padEnd(places, '0')
  if (/[1-9]/u.test(fraction.slice(places))) return refused('imports.number.not_whole', { value: text })
  const value = Number(number.whole + fraction.slice(0, places))
  if (value > max) return refused('imports.number.too_large', { value: text })
  return about === '' ? taken(value) : takenAs(value, 'imports.number.read_as', { value: text, stored: value })
}

/** Reads a year of four digits: `1996`, `1996年`, `1996.0`. */
export const readYear = (cell: string): CellReading<number> => {
  const text = plain(cell)
  if (text === '' || saysNothing(text)) return empty
  const year = /^(?<year>[12]\d{3})(?:\.0|\s*年)?$/u.exec(text)?.groups?.['year']
  return year === undefined ? refused('imports.year.unreadable', { value: text }) : taken(Number(year))
}
