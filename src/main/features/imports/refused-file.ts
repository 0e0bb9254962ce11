// The refused rows as a CSV file that can be mended and imported again: the columns as they were, and one more with the reasons.
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import Papa from 'papaparse'
import { AppError } from '#shared/base/app-error.ts'
import type { Language } from '#shared/base/messages.ts'
import { isRefused, type RowFault } from '#shared/imports/draft.ts'
import { type ImportMessageKey, importsMessages } from '#shared/imports/imports.messages.ts'
import type { RowReading } from '#shared/imports/row-reader.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { eachRow, type ImportTable } from './import-table.ts'

/** Excel takes UTF-8 for what it is only behind a byte order mark. */
const BYTE_ORDER_MARK = '\ufeff'
const COMPUTES = /^[=+\-@\t\r]/u

interface RefusedRows {
  readonly table: ImportTable
  readonly rows: readonly RowReading[]
  readonly language: Language
}

/** Writes the file and answers how many rows it has. @throws AppError where it cannot be written. */
export const writeRefused = async (
  context: CallContext,
  target: string,
  { table, rows, language }: RefusedRows,
): Promise<number> => {
  if (resolve(target) === resolve(table.file.path)) throw new AppError('invalid_input', 'imports.target.is_source')
  const reasons = new Map(
    rows.filter(({ faults }) => isRefused(faults)).map(({ draft, faults }) => [draft.row, reasonOf(faults, table, language)]),
  )

  const lines: string[][] = [[...table.headings, say(language, 'imports.refused.reason')]]
  await eachRow(table, context, ({ cells, row }) => {
    const reason = reasons.get(row)
    if (reason === undefined) return
    const width = Math.max(cells.length, table.headings.length)
    lines.push([...Array.from({ length: width }, (_, column) => harmless(cells[column] ?? '')), reason])
  })
  const text = Papa.unparse(lines, { delimiter: table.dialect.delimiter, newline: '\r\n' })
  await save(target, `${BYTE_ORDER_MARK}${text}\r\n`)
  return lines.length - 1
}

/** A spreadsheet computes with cells that begin like a formula; behind an apostrophe it shows them. */
const harmless = (cell: string): string => (COMPUTES.test(cell) ? `'${cell}` : cell)

const reasonOf = (faults: readonly RowFault[], { headings }: ImportTable, language: Language): string =>
  faults
    .filter(({ severity }) => severity === 'refuse')
    .map(({ column, messageKey, params }) => {
      const reason = say(language, messageKey, params)
      const heading = column === null ? '' : (headings[column] ?? '')
      return heading === '' ? reason : say(language, 'imports.refused.cell', { heading, reason })
    })
    .join(language === 'zh-CN' ? '' : ' ')

const say = (language: Language, key: ImportMessageKey, params: Readonly<Record<string, string | number>> = {}): string =>
  String(new IntlMessageFormat(importsMessages[language][key], language).format({ ...params }))

/** Written beside and moved into place, so that half a file never stands for all of it. */
const save = async (target: string, text: string): Promise<void> => {
  const unfinished = `${target}.part`
  try {
    await writeFile(unfinished, text)
    await rename(unfinished, target)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    await rm(unfinished, { force: true })
    throw new AppError('unavailable', 'imports.target.unwritable', { name: basename(target) }, { cause: error })
  }
}
