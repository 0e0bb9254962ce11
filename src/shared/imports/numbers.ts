// Whole numbers and years. A value that is not one would be lost, so it refuses its row.
import { decimalOf, type DecimalMark } from './amounts.ts'
import { type CellReading, empty, plain, refused, saysNothing, taken } from './cell.ts'

/** Reads a count such as the number of employees: `1,200`, `1200.0`, `3万`, `500人`. */
export const readCount = (cell: string, mark: DecimalMark, max: number): CellReading<number> => {
  const text = plain(cell)
  if (text === '' || saysNothing(text)) return empty
  const bare = text.replace(/\s*[人名]$/u, '')
  const inTenThousands = bare.endsWith('万')
  const number = decimalOf(inTenThousands ? bare.slice(0, -1).trim() : bare, mark)
  if (!number || number.shortened) return refused('imports.number.unreadable', { value: text })

  const places = inTenThousands ? 4 : 0
  const fraction = number.fraction.padEnd(places, '0')
  if (/[1-9]/u.test(fraction.slice(places))) return refused('imports.number.not_whole', { value: text })
  const value = Number(number.whole + fraction.slice(0, places))
  return value <= max ? taken(value) : refused('imports.number.too_large', { value: text })
}

/** Reads a year of four digits: `1996`, `1996年`, `1996.0`. */
export const readYear = (cell: string): CellReading<number> => {
  const text = plain(cell)
  if (text === '' || saysNothing(text)) return empty
  const year = /^(?<year>[12]\d{3})(?:\.0|\s*年)?$/u.exec(text)?.groups?.['year']
  return year === undefined ? refused('imports.year.unreadable', { value: text }) : taken(Number(year))
}
