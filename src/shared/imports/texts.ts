// Cells that stay text: names, phones, addresses. What the record's own schema would refuse is refused here with the cell's place.
import type { z } from 'zod'
import { isEmail, isWebPage } from '#shared/base/addresses.ts'
import { type CellReading, empty, plain, refused, saysNothing, taken, takenAs } from './cell.ts'

/** Anything that the schema has to look at: control characters, line breaks, halves of a character. */
const UNUSUAL = /[\u0000-\u001f\u007f\u0085\u2028\u2029\ud800-\udfff]/
const SCIENTIFIC = /^\d+[.,]\d+E\+?\d{1,2}$/iu

export type TextReader = (cell: string) => CellReading<string>

/** Reads text as the field's schema would store it. `schema` is a nullable or plain string field of the record. */
export const textReader = (schema: z.ZodType<string | null>, max: number): TextReader => {
  return (cell) => {
    const text = cell.trim()
    if (text === '') return empty
    if (text.length <= max && !UNUSUAL.test(text)) return taken(text)

    const checked = schema.safeParse(text)
    if (checked.success) return checked.data === null || checked.data === '' ? empty : taken(checked.data)
    const tooLong = checked.error.issues.some((issue) => issue.code === 'too_big')
    return tooLong ? refused('imports.text.too_long', { length: text.length, max }) : refused('imports.text.control')
  }
}

/** Phones keep their writing: zeros, plus, extension. Digits of other widths and scripts become usual ones, words around a number stay out. */
export const phoneReader =
  (read: TextReader): TextReader =>
  (cell) => {
    const text = usualDigits(plain(cell)).replace(PHONE_LABEL, '')
    if (text === '' || saysNothing(text)) return empty
    if (SCIENTIFIC.test(text)) return takenAs<string>(null, 'imports.phone.shortened', { value: text })
    const number = numberAmongWords(text)
    const reading = read(number ?? text.replace(/^(\d+)\.0$/u, '$1'))
    if (reading.value !== null && number !== null)
      return takenAs(reading.value, 'imports.phone.words_left_out', { value: text, stored: reading.value })
    if (reading.value === null || /\d/u.test(reading.value)) return reading
    return takenAs(reading.value, 'imports.phone.without_digits', { value: reading.value })
  }

const PHONE_LABEL =
  /^(?:tel|telephone|phone|mobile|mob|cell|fax|手机|电话|座机|固话|传真|办公室?|宅电|联系电话|手机号码?|[mtp])\s*[.:]+\s*/iu
const NUMBER_AMONG_WORDS =
  /\+?\(?\d[\d\s().\-–/]{5,}\d(?:\s*(?:ext\.?|extension|x|转|轉|分机|分機|内线|內線|durchwahl|dw|#)\s*\d{1,6})?/giu

/** The number of `张三13800138000` and `13800138000（微信同号）`; null where there are no words, or not one number. */
const numberAmongWords = (text: string): string | null => {
  if (!/\p{L}/u.test(text)) return null
  const [only, ...more] = text.match(NUMBER_AMONG_WORDS) ?? []
  if (only === undefined || more.length > 0) return null
  const number = only.replace(/[\s(/\-–]+$/u, '').trim()
  return text.replace(number, '').search(/\p{L}/u) < 0 || number.replace(/\D/gu, '').length < 7 ? null : number
}

/** Arabic, Persian, Indian and Thai digits as the usual ones. */
const usualDigits = (text: string): string =>
  /[^\0-\x7f]/u.test(text) ? text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0))) : text

/** The digits of a script stand in a row, beginning with its zero. */
const digitValue = (code: number): number => {
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return value
}

export const emailReader =
  (read: TextReader): TextReader =>
  (cell) => {
    const text = (IN_BRACKETS.exec(plain(cell))?.groups?.['email'] ?? plain(cell)).replace(/^mailto:/iu, '')
    if (text === '' || saysNothing(text)) return empty
    const reading = read(text)
    if (reading.value === null || isEmail(reading.value)) return reading
    return takenAs(reading.value, 'imports.email.unusual', { value: reading.value })
  }

/** `Anna Berg <anna@example.com>` */
const IN_BRACKETS = /^[^<>@]*<(?<email>[^<>\s]+@[^<>\s]+)>$/u

export const websiteReader =
  (read: TextReader): TextReader =>
  (cell) => {
    // Google puts a backslash before the colon.
    const text = cell.trim().replace(/^(https?)\\:/iu, '$1:')
    if (!isWebPage(text)) return refused('imports.website.unsafe', { value: text })
    return saysNothing(text) ? empty : read(text)
  }

/** The name of another record or person; words for “nothing” are no name. */
export const nameReader =
  (read: TextReader): TextReader =>
  (cell) =>
    saysNothing(cell.trim()) ? empty : read(cell)

/** Ids that a spreadsheet shortened to 1.38E+17 cannot be told apart any more. */
export const codeReader =
  (read: TextReader): TextReader =>
  (cell) =>
    SCIENTIFIC.test(cell.trim()) ? takenAs<string>(null, 'imports.code.shortened', { value: cell.trim() }) : read(plain(cell))
