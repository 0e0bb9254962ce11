// Decoded text cut into records. PapaParse gets whole characters only, never bytes, and each piece of text once more from where the last
// complete record ended.
import Papa from 'papaparse'
import { AppError } from '#shared/base/app-error.ts'
import type { SourceRow } from '../table-file.ts'
import { UNREADABLE } from './decode-text.ts'
import type { CsvShape } from './sniff-shape.ts'

/** What PapaParse's parser answers; its types leave it open. */
interface Parsed {
  readonly data: string[][]
  readonly errors: readonly { readonly code: string; readonly row: number }[]
  readonly meta: { readonly cursor: number }
}

/** No record is as long as this; one that is has a quotation mark that never closes. */
const LONGEST_RECORD = 4_000_000

const broken = { column: null, severity: 'refuse', messageKey: 'imports.row.quote_broken', params: {} } as const

/** The records of a file of this name, a batch for each piece of text. @throws AppError `imports.file.quote_open` with the row. */
export const readRecords = async function* (
  texts: AsyncIterable<string>,
  shape: CsvShape,
  name: string,
): AsyncGenerator<SourceRow[]> {
  const parser = new Papa.Parser({ delimiter: shape.delimiter, newline: shape.newline, quoteChar: shape.quote })
  let open = ''
  let row = 1

  const parse = (isLast: boolean): SourceRow[] => {
    const parsed: Parsed = parser.parse(open, 0, !isLast)
    if (parsed.errors.some((error) => error.code === 'MissingQuotes')) {
      throw new AppError('invalid_input', 'imports.file.quote_open', { name, row: row + parsed.data.length - 1 })
    }
    const brokenRows = new Set(parsed.errors.map((error) => error.row))
    const isWhole = !open.includes(UNREADABLE)
    const records = parsed.data.map((cells, place): SourceRow => {
      const faults = [...(brokenRows.has(place) ? [broken] : []), ...(isWhole ? [] : unreadableIn(cells))]
      const record = { row: row + place, cells: withoutReturn(cells) }
      return faults.length > 0 ? { ...record, faults } : record
    })
    row += records.length
    open = open.slice(parsed.meta.cursor)
    return records
  }

  for await (const text of texts) {
    open += text
    const records = parse(false)
    if (open.length > LONGEST_RECORD) throw new AppError('invalid_input', 'imports.file.quote_open', { name, row })
    if (records.length > 0) yield records
  }
  if (open !== '') yield parse(true)
}

const unreadableIn = (cells: readonly string[]): NonNullable<SourceRow['faults']> =>
  cells.flatMap((cell, column) =>
    cell.includes(UNREADABLE)
      ? [{ column, severity: 'warn' as const, messageKey: 'imports.cell.unreadable_sign', params: { value: cell.slice(0, 200) } }]
      : [],
  )

/** Lines may end with CR LF: the CR is no part of the last cell. */
const withoutReturn = (cells: string[]): string[] => {
  const last = cells.at(-1)
  if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1)
  return cells
}
