// Rows as a CSV file that any spreadsheet opens as it is meant: UTF-8 with its mark, text that stays text.
import { guarded } from '#shared/base/guarded-cell.ts'
import { BOM, csvLine } from '#shared/exports/csv-line.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import type { Sink } from './file-target.ts'
import type { OutColumn } from './out-column.ts'
import type { Calendar, Say } from './speech.ts'

export interface CsvWords {
  readonly say: Say
  readonly calendar: Calendar
  readonly days: 'iso' | 'shown'
}

export const writeCsv = async (
  sink: Sink,
  columns: readonly OutColumn[],
  pages: AsyncIterable<readonly ListRow[]>,
  words: CsvWords,
): Promise<void> => {
  await sink.write(BOM + csvLine(columns.map(({ heading }) => guarded(heading))))
  for await (const rows of pages) {
    await sink.write(rows.map((row) => csvLine(columns.map((column) => cellText(column, row, words)))).join(''))
  }
}

const cellText = (column: OutColumn, row: ListRow, { say, calendar, days }: CsvWords): string => {
  const value = column.value(row)
  if (value === null) return ''
  if (typeof value === 'boolean') return say(value ? 'lists.cell.yes' : 'lists.cell.no')
  switch (column.kind) {
    case 'day':
      return days === 'shown' ? calendar.shownDay(value) : value
    case 'moment':
    case 'number':
    case 'amount':
      // -5 is a number here, and no formula.
      return value
    default:
      return guarded(value)
  }
}
