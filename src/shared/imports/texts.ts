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

/** Phones keep their writing: zeros, plus, extension. Only full-width digits become usual ones. */
export const phoneReader =
  (read: TextReader): TextReader =>
  (cell) => {
    const text = plain(cell)
    if (text === '' || saysNothing(text)) return empty
    if (SCIENTIFIC.test(text)) return takenAs<string>(null, 'imports.phone.shortened', { value: text })
    const reading = read(text.replace(/^(\d+)\.0$/u, '$1'))
    if (reading.value === null || /\d/u.test(reading.value)) return reading
    return takenAs(reading.value, 'imports.phone.without_digits', { value: reading.value })
  }

export const emailReader =
  (read: TextReader): TextReader =>
  (cell) => {
    const text = plain(cell).replace(/^mailto:/iu, '')
    if (text === '' || saysNothing(text)) return empty
    const reading = read(text)
    if (reading.value === null || isEmail(reading.value)) return reading
    return takenAs(reading.value, 'imports.email.unusual', { value: reading.value })
  }

export const websiteReader =
  (read: TextReader): TextReader =>
  (cell) =>
    !isWebPage(cell) ? refused('imports.website.unsafe', { value: cell.trim() }) : saysNothing(cell.trim()) ? empty : read(cell)

/** The name of another record or person; words for “nothing” are no name. */
export const nameReader =
  (read: TextReader): TextReader =>
  (cell) =>
    saysNothing(cell.trim()) ? empty : read(cell)

/** Ids that a spreadsheet shortened to 1.38E+17 cannot be told apart any more. */
export const codeReader =
  (read: TextReader): TextReader =>
  (cell) =>
    SCIENTIFIC.test(cell.trim()) ? takenAs<string>(null, 'imports.code.shortened', { value: cell.trim() }) : read(cell)
