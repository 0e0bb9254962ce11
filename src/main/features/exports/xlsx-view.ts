// Rows as a workbook with types: numbers, amounts, days and yes or no as such, everything else as text that stays text.
import { writeXlsxStream } from 'hucre/xlsx'
import type { ListRow } from '#shared/lists/list-question.ts'
import type { Sink } from './file-target.ts'
import type { OutColumn } from './out-column.ts'

type XlsxValue = string | number | boolean | Date | null

/** The workbook grows in the file as rows come, so that its size costs no memory. Beyond 1,048,575 rows another sheet goes on. */
export const writeXlsx = async (
  sink: Sink,
  columns: readonly OutColumn[],
  pages: AsyncIterable<readonly ListRow[]>,
  sheetName: string,
): Promise<void> => {
  const stream = writeXlsxStream(cellsOf(columns, pages), {
    name: safeSheetName(sheetName),
    columns: columns.map((column) => ({ width: Math.max(8, column.width), ...formatOf(column) })),
    freezePane: { rows: 1 },
  })
  for await (const piece of stream) await sink.write(piece)
}

const cellsOf = async function* (
  columns: readonly OutColumn[],
  pages: AsyncIterable<readonly ListRow[]>,
): AsyncGenerator<XlsxValue[]> {
  yield columns.map(({ heading }) => xmlText(heading))
  for await (const rows of pages) for (const row of rows) yield columns.map((column) => cellValue(column, row))
}

const formatOf = ({ kind, digits = 2 }: OutColumn): { numFmt?: string } => {
  switch (kind) {
    case 'text':
      return { numFmt: '@' }
    case 'day':
      return { numFmt: 'yyyy-mm-dd' }
    case 'moment':
      return { numFmt: 'yyyy-mm-dd hh:mm' }
    case 'amount':
      return { numFmt: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}` }
    default:
      return {}
  }
}

const cellValue = (column: OutColumn, row: ListRow): XlsxValue => {
  const value = column.value(row)
  if (value === null || typeof value === 'boolean') return value
  switch (column.kind) {
    case 'number':
    case 'amount':
      return exactNumber(value)
    case 'day':
      return dateOf(`${value}T00:00:00.000Z`, value)
    case 'moment':
      return dateOf(`${value.replace(' ', 'T')}:00.000Z`, value)
    default:
      return xmlText(value)
  }
}

/** A spreadsheet's numbers have fifteen digits; longer ones stay text, so that none is lost. */
const exactNumber = (value: string): string | number => (value.replace(/\D/gu, '').length > 15 ? value : Number(value))

/** Spreadsheets know no day before 1900. */
const FIRST_DAY = Date.UTC(1900, 0, 1)

const dateOf = (iso: string, text: string): Date | string => {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) || date.getTime() < FIRST_DAY ? text : date
}

/** What XML cannot hold becomes the sign for it; `_x000D_` written out stays what it is. */
const xmlText = (text: string): string => text.replace(/[\uFFFE\uFFFF]/gu, '\uFFFD').replace(/_x(?=[0-9a-f]{4}_)/giu, '_x005F_x')

const safeSheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/gu, ' ')
    .replace(/^'+|'+$/gu, '')
    .trim()
    .slice(0, 31) || 'Kith'
