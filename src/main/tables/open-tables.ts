// Opens any file of rows: finds out what it is, and the headings of each of its tables.
import { AppError } from '#shared/base/app-error.ts'
import { readCsv } from './csv/read-csv.ts'
import { type FileBytes, firstPiece, openFileBytes } from './file-bytes.ts'
import { containerOf } from './file-kind.ts'
import { areDownward, readDownward } from './downward-cards.ts'
import { readCalendarTable } from './entries/calendar-table.ts'
import { readCardTables } from './entries/cards-table.ts'
import { findHeadings, LOOKED_AT } from './heading-row.ts'
import { nameHeadings } from './name-headings.ts'
import { readWebPage } from './workbook/older-books.ts'
import { readCompound } from './workbook/read-compound.ts'
import { readXmlWorkbook } from './workbook/xml-workbook.ts'
import { readZipped } from './workbook/read-zipped.ts'
import type { OpenOptions, RowSource, SourceRow, TableFile, TableHead } from './table-file.ts'

type Content = Pick<TableFile, 'kind' | 'dialect' | 'encodings' | 'sources' | 'pictures'>

/** What was opened last: a file is asked about several times before its rows come in. */
const opened = new Map<string, TableFile>()
const MOST_KEPT = 6
const MOST_BYTES = 100 * 1024 * 1024

/** @throws AppError with a sentence for every file that no table can be read from. */
export const openTables = async (path: string, options: OpenOptions = {}): Promise<TableFile> => {
  const file = await openFileBytes(path)
  const key = JSON.stringify([path, file.identity, options])
  const table = opened.get(key) ?? (await openAnew(file, options))
  opened.delete(key)
  opened.set(key, table)
  forgetOldest()
  return table
}

const forgetOldest = (): void => {
  let bytes = [...opened.values()].reduce((sum, file) => sum + file.bytes, 0)
  for (const [key, file] of opened) {
    if (opened.size === 1 || (opened.size <= MOST_KEPT && bytes <= MOST_BYTES)) return
    opened.delete(key)
    bytes -= file.bytes
  }
}

const openAnew = async (file: FileBytes, options: OpenOptions): Promise<TableFile> => {
  const content = await contentOf(file, options)
  const found: FoundTable[] = []
  for (const source of content.sources) {
    const table = await tableOf(source, options.headingRows?.[found.length] ?? null)
    if (table) found.push(table)
  }
  if (found.length === 0) throw new AppError('invalid_input', 'imports.file.empty', { name: file.name })
  return {
    ...content,
    path: file.path,
    name: file.name,
    bytes: file.bytes,
    identity: file.identity,
    tables: found.map(({ head }) => head),
    sources: found.map(({ source }) => source),
  }
}

const contentOf = async (file: FileBytes, options: OpenOptions): Promise<Content> => {
  const container = containerOf(await firstPiece(file), file.name)
  if (container === 'zip') return { ...noDialect, ...(await readZipped(file)) }
  if (container === 'ole') return { ...noDialect, kind: 'xls', sources: await readCompound(file) }
  if (container === 'xml') return { ...noDialect, kind: 'xls', sources: await readXmlWorkbook(file) }
  if (container === 'html') return { ...noDialect, kind: 'html', sources: [await readWebPage(file)] }
  if (container === 'vcard') return { ...noDialect, kind: 'vcard', ...(await readCardTables(file)) }
  if (container === 'ics') {
    const zone = options.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
    return { ...noDialect, kind: 'ics', sources: [await readCalendarTable(file, zone)] }
  }
  const { dialect, encodings, source } = await readCsv(file, options.dialect ?? null)
  return { kind: 'csv', dialect, encodings, sources: [source] }
}

const noDialect = { dialect: null, encodings: [] }

interface FoundTable {
  readonly head: TableHead
  readonly source: RowSource
}

const withHeadings = (source: RowSource, headings: readonly string[], isDownward: boolean): FoundTable | null => {
  const { name, isHidden } = source
  const width = headings.length
  return width === 0
    ? null
    : { head: { name, isHidden, headings: nameHeadings(headings, width), headingRow: 0, width, isDownward }, source }
}

/** `null` for a table that holds nothing. */
const tableOf = async (source: RowSource, chosen: number | null): Promise<FoundTable | null> => {
  const { name, isHidden } = source
  if (source.headings) return withHeadings(source, source.headings, false)
  const rows: SourceRow[] = []
  for await (const batch of source.batches()) {
    rows.push(...batch.slice(0, LOOKED_AT - rows.length))
    if (rows.length >= LOOKED_AT) break
  }
  // Cells of nothing but separators are left by a file that holds nothing else.
  const filled = rows.map(({ cells }) => cells.findLastIndex((cell) => /[^\s,;|\t]/u.test(cell)) + 1)
  if (filled.every((width) => width === 0)) return null

  // Where the user names the row of the headings they stand in a row.
  if (chosen === null && areDownward(rows)) {
    const cards = await readDownward(source)
    return withHeadings(cards, cards.headings ?? [], true)
  }
  const { headingRow, headings } = findHeadings(rows, chosen)
  // In a CSV file the headings say how many columns there are; a row that has more has gone wrong.
  const width = source.isRagged && headingRow > 0 ? headings.length : Math.max(headings.length, ...filled)
  return { head: { name, isHidden, headings: nameHeadings(headings, width), headingRow, width, isDownward: false }, source }
}
