// Numbers that are stored as whole ones: quantities in thousandths, prices in ten-thousandths, discounts in hundredths of a percent.
import { type DecimalMark, decimalOf, shiftDigits, withoutCurrency } from './amounts.ts'
import { type CellReading, empty, plain, refused, saysNothing, taken, takenAs } from './cell.ts'

const MOST = 9_000_000_000_000_000n

interface Scale {
  readonly mark: DecimalMark
  /** How many places the point moves. */
  readonly places: number
  readonly isSigned: boolean
}

const readScaled = (text: string, cell: string, { mark, places, isSigned }: Scale): CellReading<number> => {
  const isNegative = /^\(.*\)$|^[-−]|-$/u.test(text)
  const number = decimalOf(text.replace(/^\((.*)\)$|^[-−]\s*(.*)$|^(.*)-$/u, '$1$2$3').trim(), mark)
  if (!number) return refused('imports.number.not_a_number', { value: cell })
  if (isNegative && !isSigned) return refused('imports.amount.negative', { value: cell })
  const { value, rounded } = shiftDigits(number, places)
  if (value > MOST) return refused('imports.number.too_large', { value: cell })
  const stored = isNegative ? -Number(value) : Number(value)
  if (number.shortened) return refused('imports.number.shortened', { value: cell })
  return rounded ? takenAs(stored, 'imports.number.rounded', { stored: stored / 10 ** places }) : taken(stored)
}

/** A quantity in thousandths; less than nothing is what was sent back. */
export const readQuantity = (cell: string, mark: DecimalMark): CellReading<number> => {
  const text = plain(cell)
  return text === '' || saysNothing(text) ? empty : readScaled(text, text, { mark, places: 3, isSigned: true })
}

/** A price in ten-thousandths of the currency's unit; a sign of a currency is passed over. */
export const readPrice = (cell: string, mark: DecimalMark, isSigned: boolean): CellReading<number> => {
  const text = plain(cell)
  return text === '' || saysNothing(text) ? empty : readScaled(withoutCurrency(text), text, { mark, places: 4, isSigned })
}

/** A discount in hundredths of a percent: `15%`, `15`, or as a part of one, `0.15`. */
export const readPercent = (cell: string, mark: DecimalMark): CellReading<number> => {
  const text = plain(cell)
  if (text === '' || saysNothing(text)) return empty
  const isPercent = text.endsWith('%')
  const bare = (isPercent ? text.slice(0, -1) : text).trim()
  // A spreadsheet's float may stand for the part: 0.15000000596046448.
  const part = /^[01]?(?:[.,]\d+)?$/u.test(bare) && !isPercent
  const reading = readScaled(bare, text, { mark, places: part ? 4 : 2, isSigned: false })
  if (reading.value !== null && reading.value > 10_000) return refused('imports.percent.too_large', { value: text })
  return part ? { value: reading.value, fault: reading.value === null ? reading.fault : null } : reading
}
