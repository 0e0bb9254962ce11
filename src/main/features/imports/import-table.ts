// A file as a table: its headings, then its rows, in the dialect that was recognised or chosen.
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/base/app-error.ts'
import { isSeparatorHint, sniffShape } from '#shared/imports/csv-shape.ts'
import type { CsvDialect } from '#shared/imports/import.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { type CsvRecord, readRecords } from './csv-records.ts'
import { decodeChunks, recogniseEncoding } from './encoding.ts'
import { type ImportFile, openImportFile } from './import-file.ts'

export const MAX_ROWS = 500_000
export const MAX_COLUMNS = 500

export interface ImportTable {
  readonly file: ImportFile
  readonly dialect: CsvDialect
  readonly headings: readonly string[]
  /** The rows below the headings, blank ones left out, a batch at a time. */
  readonly batches: () => Generator<readonly CsvRecord[]>
}

type Reading = Pick<CallContext, 'progress' | 'checkCancelled'>

/** Opens the file and reads its headings. Without `dialect` encoding and delimiter are recognised. */
export const openImportTable = (path: string, dialect: CsvDialect | null): ImportTable => {
  const file = openImportFile(path)
  const encoding = dialect?.encoding ?? recogniseEncoding(file.chunks)
  const shape = sniffShape(firstText(file, encoding))
  const delimiter = dialect?.delimiter ?? shape.delimiter
  const records = () => readRecords(decodeChunks(file.chunks(), encoding), { ...shape, delimiter })

  const heading = headingOf(records(), delimiter)
  if (!heading) throw new AppError('invalid_input', 'imports.file.empty')
  const headings = heading.cells.map((cell) => cell.replace(/\s+/gu, ' ').trim())
  if (headings.length > MAX_COLUMNS) {
    throw new AppError('invalid_input', 'imports.file.too_many_columns', { columns: headings.length, limit: MAX_COLUMNS })
  }
  return { file, dialect: { encoding, delimiter }, headings, batches: () => rowsBelow(records(), heading.row) }
}

/** Goes over all rows, leaving the thread to others between the batches. Answers how many there are. */
export const eachRow = async (table: ImportTable, context: Reading, visit: (record: CsvRecord) => void): Promise<number> => {
  let rows = 0
  for (const batch of table.batches()) {
    for (const record of batch) visit(record)
    rows += batch.length
    if (rows > MAX_ROWS) throw new AppError('invalid_input', 'imports.file.too_many_rows', { limit: MAX_ROWS })
    context.progress('imports.step.reading', rows, null)
    await setImmediate()
    context.checkCancelled()
  }
  if (rows === 0) throw new AppError('invalid_input', 'imports.file.headings_only')
  return rows
}

const firstText = (file: ImportFile, encoding: CsvDialect['encoding']): string => {
  for (const text of decodeChunks(file.chunks(), encoding)) return text.slice(0, 65_536)
  return ''
}

const isBlank = ({ cells }: CsvRecord): boolean => cells.every((cell) => cell.trim() === '')

const headingOf = (batches: Iterable<readonly CsvRecord[]>, delimiter: CsvDialect['delimiter']): CsvRecord | undefined => {
  for (const batch of batches) {
    const heading = batch.find((record) => !isBlank(record) && !isSeparatorHint(record.cells, delimiter))
    if (heading) return heading
  }
  return undefined
}

const rowsBelow = function* (batches: Iterable<readonly CsvRecord[]>, headingRow: number): Generator<readonly CsvRecord[]> {
  for (const batch of batches) yield batch.filter((record) => record.row > headingRow && !isBlank(record))
}
