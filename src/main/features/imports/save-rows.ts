// Rows of some fates as a CSV file that can be mended and imported again: the columns as they were, and one more with the reasons.
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import Papa from 'papaparse'
import { AppError } from '#shared/base/app-error.ts'
import { guarded } from '#shared/base/guarded-cell.ts'
import type { Language } from '#shared/base/messages.ts'
import type { ImportPlan, RowFate } from '#shared/imports/plan.ts'
import type { RowFault } from '#shared/imports/reading.ts'
import { messages } from '#shared/messages.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { sheetFor } from './carried-columns.ts'
import { previewFor } from './preview-state.ts'
import { editsOf, type ImportFiles, mended } from './sheets.ts'

/** Excel takes UTF-8 for what it is only behind a byte order mark. */
const BYTE_ORDER_MARK = '\ufeff'

interface Asked {
  readonly plan: ImportPlan
  readonly files: ImportFiles
  readonly table: number
  readonly fates: readonly RowFate[]
  readonly target: string
}

/** Writes the file and answers how many rows it has. @throws AppError where it cannot be written. */
export const saveRows = async (context: CallContext, { table: place, fates, target, ...asked }: Asked): Promise<number> => {
  const { plan, files, done } = previewFor(context, asked)
  const table = plan.tables[place]
  const one = done.tables[place]
  if (!table || !one) throw new AppError('conflict', 'imports.file.changed')
  if (files.files.some(({ path }) => resolve(path) === resolve(target)))
    throw new AppError('invalid_input', 'imports.target.is_source')
  const { language } = context.run('settings.get', {})
  const { spool } = sheetFor(files, table)
  const edits = editsOf(plan, place)
  const reasons = new Map(
    [...one.results.select(new Set(fates), false)].map((at) => {
      const { row, faults, fate, sameAsRow } = one.results.at(at)
      const said = reasonOf(faults, { headings: spool.head.headings, language, isRefused: fate === 'refused' })
      const same = sameAsRow === null ? '' : say(language, 'imports.saved.same_as', { row: sameAsRow })
      return [row, [same, said].filter((text) => text !== '').join(' ')] as const
    }),
  )

  const lines: string[][] = [[...spool.head.headings.map(guarded), say(language, 'imports.refused.reason')]]
  for (const batch of spool.batches()) {
    for (const row of batch) {
      const reason = reasons.get(row.row)
      if (reason !== undefined) lines.push([...mended(row, edits).cells.map(guarded), reason])
    }
  }
  const text = Papa.unparse(lines, { delimiter: files.fileAt(table.file)?.dialect?.delimiter ?? ',', newline: '\r\n' })
  await save(target, `${BYTE_ORDER_MARK}${text}\r\n`)
  return lines.length - 1
}

const reasonOf = (
  faults: readonly RowFault[],
  {
    headings,
    language,
    isRefused,
  }: { readonly headings: readonly string[]; readonly language: Language; readonly isRefused: boolean },
): string =>
  faults
    .filter(({ severity }) => !isRefused || severity === 'refuse')
    .map(({ column, messageKey, params }) => {
      const reason = say(language, messageKey, params)
      const heading = column === null ? '' : (headings[column] ?? '')
      return heading === '' ? reason : say(language, 'imports.refused.cell', { heading, reason })
    })
    .join(language === 'zh-CN' ? '' : ' ')

const say = (language: Language, key: string, params: Readonly<Record<string, string | number>> = {}): string => {
  // Faults of a file's shape come with keys of another catalogue.
  const sentence = messages[language].get(key) ?? key
  return String(new IntlMessageFormat(sentence, language).format({ ...params }))
}

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
