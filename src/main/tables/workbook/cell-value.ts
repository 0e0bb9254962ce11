// A cell of a workbook as text, and what is odd about it.
import type { CellMark, SourceRow } from '../table-file.ts'
import { type BookParts, unescapeText } from './book-parts.ts'
import { plainDecimal, readDecimal, shiftPoint } from './exact-decimal.ts'
import { fillCode, type NumberFormat } from './number-format.ts'
import { momentOfSerial, timeOfSerial } from './serial-days.ts'

export type CellFault = Omit<NonNullable<SourceRow['faults']>[number], 'column'>

export interface CellValue {
  readonly text: string
  readonly mark?: CellMark
  readonly fault?: CellFault
}

export interface RawCell {
  /** As in the attribute `t`: s, str, inlineStr, b, e, d, n. */
  readonly type: string
  readonly style: number
  readonly value: string
  readonly isFormula: boolean
}

const NOTHING: CellValue = { text: '' }
const asText: CellMark = { kind: 'text' }
const asBoolean: CellMark = { kind: 'boolean' }
const asDay: CellMark = { kind: 'day' }
const asMoment: CellMark = { kind: 'moment' }

export const readCell = ({ type, style, value, isFormula }: RawCell, book: BookParts): CellValue => {
  if (type === 's') return textValue(book.strings[Number(value)] ?? '')
  if (type === 'str' || type === 'inlineStr') return textValue(unescapeText(value))
  if (value === '') return isFormula ? { text: '', fault: warn('imports.cell.formula_unsaved') } : NOTHING
  if (type === 'b') return { text: value === '1' || value.toLowerCase() === 'true' ? 'TRUE' : 'FALSE', mark: asBoolean }
  if (type === 'e') return { text: '', fault: warn('imports.cell.error', value) }
  if (type === 'd') return isoValue(value)
  return numberValue(value, book.formats[style], book.is1904)
}

const textValue = (text: string): CellValue => (text === '' ? NOTHING : { text, mark: asText })

const isoValue = (value: string): CellValue => {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/u.exec(value) ?? []
  if (day === undefined) return textValue(value)
  return time === undefined || time === '00:00:00' ? { text: day, mark: asDay } : { text: `${day} ${time}`, mark: asMoment }
}

const warn = (messageKey: string, value = ''): CellFault => ({ severity: 'warn', messageKey, params: { value } })

const numberValue = (written: string, format: NumberFormat | undefined, is1904: boolean): CellValue => {
  const decimal = readDecimal(written)
  if (!decimal) return textValue(written)
  const { text, isShortened } = decimal
  const mark = format?.mark ?? { kind: 'number' }
  if (mark.kind === 'day' || mark.kind === 'moment' || mark.kind === 'time') {
    return timeValue(Number(written), mark, format?.isElapsed === true, is1904)
  }
  if (mark.kind === 'percent') return { text: `${shiftPoint(text, 2)}%`, mark }
  const code = format?.code ?? null
  if (code !== null && /^\d+$/u.test(text)) return { text: fillCode(code, text), mark: asText }
  return isShortened ? { text, mark, fault: warn('imports.cell.precision_lost', text) } : { text, mark }
}

const timeValue = (serial: number, mark: CellMark, isElapsed: boolean, is1904: boolean): CellValue => {
  if (mark.kind === 'time' && (isElapsed || (serial >= 0 && serial < 1))) return { text: timeOfSerial(serial), mark }
  const moment = momentOfSerial(serial, is1904)
  if (!moment) return { text: '', fault: warn('imports.cell.not_a_day', plainDecimal(serial)) }
  if (mark.kind === 'day' || moment.time === '00:00:00') return { text: moment.day, mark: asDay }
  return { text: `${moment.day} ${moment.time}`, mark: asMoment }
}
