// All rows of a file, each read into a draft with what is wrong with its cells. No database is asked here.
import { AppError } from '#shared/base/app-error.ts'
import type { Language } from '#shared/base/messages.ts'
import { rowFault } from '#shared/imports/draft.ts'
import type { ImportPlan } from '#shared/imports/import.ts'
import { rowReader, type RowReading } from '#shared/imports/row-reader.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { ownFieldsOf } from './own-fields.ts'
import { eachRow, type ImportTable, openImportTable } from './import-table.ts'

export interface ImportInput {
  readonly file: string
  readonly plan: ImportPlan
}

export interface ReadRows {
  readonly table: ImportTable
  readonly plan: ImportPlan
  /** What amounts are in that name no currency. */
  readonly currency: string
  readonly rows: readonly RowReading[]
  /** What the complaints of the office's rules are said in. */
  readonly language: Language
}

export const readRows = async (context: CallContext, { file, plan }: ImportInput): Promise<ReadRows> => {
  const settings = context.run('settings.get', {})
  const currency = plan.currency ?? settings.currency
  const read = rowReader(plan, currency, ownFieldsOf(context, plan.entity))
  const table = openImportTable(file, plan.dialect)
  if (table.headings.length !== plan.columns.length) throw new AppError('conflict', 'imports.file.changed')

  const rows: RowReading[] = []
  await eachRow(table, context, ({ cells, row, isBroken }) => {
    const reading = read(cells, row)
    if (isBroken) reading.faults.push(rowFault({ severity: 'refuse', messageKey: 'imports.row.quote_broken', params: {} }))
    rows.push(reading)
  })
  return { table, plan, currency, rows, language: settings.language }
}
