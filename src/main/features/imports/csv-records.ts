// Decoded text cut into records. PapaParse gets whole characters only, never bytes, and each piece of text once more from where the last
// complete record ended.
import Papa from 'papaparse'
import { AppError } from '#shared/base/app-error.ts'
import type { CsvShape } from '#shared/imports/csv-shape.ts'

export interface CsvRecord {
  readonly cells: readonly string[]
  /** Counted as a spreadsheet does, blank rows too, from 1. */
  readonly row: number
  /** A quotation mark inside a quoted cell leaves it open where the cells end. */
  readonly isBroken: boolean
}

/** What PapaParse's parser answers; its types leave it open. */
interface Parsed {
  readonly data: string[][]
  readonly errors: readonly { readonly code: string; readonly row: number }[]
  readonly meta: { readonly cursor: number }
}

/** No record is as long as this; one that is has a quotation mark that never closes. */
const LONGEST_RECORD = 4_000_000

/** The records of a file, a batch for each piece of text. @throws AppError `imports.file.quote_open` with the row. */
export const readRecords = function* (texts: Iterable<string>, shape: CsvShape): Generator<CsvRecord[]> {
  const parser = new Papa.Parser({ delimiter: shape.delimiter, newline: shape.newline })
  let open = ''
  let row = 1

  const parse = (isLast: boolean): CsvRecord[] => {
    const parsed: Parsed = parser.parse(open, 0, !isLast)
    if (parsed.errors.some((error) => error.code === 'MissingQuotes')) {
      throw new AppError('invalid_input', 'imports.file.quote_open', { row: row + parsed.data.length - 1 })
    }
    const broken = new Set(parsed.errors.map((error) => error.row))
    const records = parsed.data.map((cells, place) => ({
      cells: withoutReturn(cells),
      row: row + place,
      isBroken: broken.has(place),
    }))
    row += records.length
    open = open.slice(parsed.meta.cursor)
    return records
  }

  for (const text of texts) {
    open += text
    const records = parse(false)
    if (open.length > LONGEST_RECORD) throw new AppError('invalid_input', 'imports.file.quote_open', { row })
    if (records.length > 0) yield records
  }
  if (open !== '') yield parse(true)
}

/** Lines may end with CR LF: the CR is no part of the last cell. */
const withoutReturn = (cells: string[]): string[] => {
  const last = cells.at(-1)
  if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1)
  return cells
}
