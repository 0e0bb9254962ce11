// What an import would do, as the user is shown it before anything is written: counts, and pages of the rows behind them.
import { AppError } from '#shared/base/app-error.ts'
import { plain } from '#shared/imports/cell.ts'
import { severalIn } from '#shared/imports/several-cells.ts'
import type { ImportPreview, PreviewedRow } from '#shared/imports/preview.ts'
import type { ImportPlan, RowFate, TablePlan } from '#shared/imports/plan.ts'
import type { RowReading } from '#shared/imports/reading.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { sheetFor } from './carried-columns.ts'
import { type PreviewState, previewFor } from './preview-state.ts'
import { editsOf, type ImportFiles, mended } from './sheets.ts'
import type { RowResult } from './table-results.ts'
import { createValueTexts, type ValueTexts } from './value-texts.ts'

const COMPLAINTS = 50

export const previewOf = ({ plan, files, done }: PreviewState): ImportPreview => ({
  tables: plan.tables.map(({ entity, file, table }, place) => {
    const one = done.tables[place]
    const [counts, made] = [done.counts[place], done.made[place]]
    if (!one || !counts || !made) throw new Error(`Table ${place} was not looked at.`)
    const faults = [...one.results.faultCounts()].map(([messageKey, fault]) => ({ messageKey, ...fault }))
    const cells = (severity: 'refuse' | 'warn'): number =>
      faults.reduce((sum, fault) => sum + (fault.severity === severity ? fault.count : 0), 0)
    return {
      ...{ entity, counts, made, rows: files.sheet(file, table).spool.rows },
      ...{ refusedCells: cells('refuse'), warnedCells: cells('warn') },
      complaints: faults.toSorted((a, b) => b.count - a.count || (a.messageKey < b.messageKey ? -1 : 1)).slice(0, COMPLAINTS),
      keptByStronger: one.results.keptByStronger.count,
    }
  }),
})

interface PageAsked {
  readonly plan: ImportPlan
  readonly files: ImportFiles
  readonly table: number
  readonly fates: readonly RowFate[]
  readonly onlyProblems: boolean
  readonly offset: number
  readonly limit: number
}

export const pageOf = (context: CallContext, { offset, limit, ...asked }: PageAsked): { rows: PreviewedRow[]; total: number } => {
  const state = previewFor(context, asked)
  const table = tableOf(state.plan, asked.table)
  const one = state.done.tables[asked.table]
  if (!one) throw new AppError('conflict', 'imports.file.changed')
  const places = one.results.select(new Set(asked.fates), asked.onlyProblems)
  const results = [...places.subarray(offset, offset + limit)].map((place) => one.results.at(place))
  const { spool } = sheetFor(state.files, table)
  const edits = editsOf(state.plan, asked.table)
  const cellsOf = new Map(spool.rowsAt(results.map(({ row }) => row)).map((row) => [row.row, mended(row, edits).cells]))
  const fields = [
    ...table.columns.flatMap(({ field }) => field ?? []),
    ...table.constants.map(({ field }) => field),
    'name',
    'title',
    'stage',
  ]
  const texts = createValueTexts(context.db, table.entity, fields)
  return {
    total: places.length,
    rows: results.map((result) => shownRow(state, asked.table, { result, cells: cellsOf.get(result.row) ?? [], texts })),
  }
}

const tableOf = (plan: ImportPlan, place: number): TablePlan => {
  const table = plan.tables[place]
  if (!table) throw new AppError('invalid_input', 'imports.file.changed')
  return table
}

interface Shown {
  readonly result: RowResult
  readonly cells: readonly string[]
  readonly texts: ValueTexts
}

const shownRow = ({ plan, done }: PreviewState, place: number, { result, cells, texts }: Shown): PreviewedRow => {
  const table = tableOf(plan, place)
  const one = done.tables[place]
  const set = done.world.setOf(table.entity)
  const { row, fate, record, matchedBy, sameAsRow } = result
  const reading = one?.read(cells, row)
  const isOld = record !== null && set.isOld(record)
  const difference =
    // A row that changes nothing may have wanted to, had a stronger source not been before it.
    (fate === 'update' || (fate === 'unchanged' && isOld)) && record !== null && reading
      ? one?.changesFor(one.read(cells, row), set.idOf(record))
      : null
  return {
    ...{ row, fate, cells: [...cells], matchedBy },
    stored: reading
      ? table.columns.map((column, at) => storedText(reading, column.field, { at, cell: cells[at] ?? '', texts }))
      : [],
    problems: result.faults.map((fault) => ({ ...fault, params: { ...fault.params } })),
    record:
      record === null || fate === 'new'
        ? null
        : { id: isOld ? set.idOf(record) : null, name: set.nameOf(record), row: isOld ? null : sameAsRow },
    candidates: result.candidates
      .filter((other) => set.isOld(other))
      .map((other) => ({ id: set.idOf(other), name: set.nameOf(other) })),
    changes: [
      ...(difference?.taken ?? []).map((change) => ({ ...change, keptBy: null })),
      ...(difference?.kept ?? []).map(({ source, ...change }) => ({ ...change, keptBy: source })),
    ].map(({ column, before, after, keptBy }) => ({
      field: texts.fieldOf(column),
      before: texts.textOf(column, before, difference?.row ?? {}),
      after: texts.textOf(column, after, difference?.row ?? {}),
      keptBy,
    })),
  }
}

const storedText = (
  reading: RowReading,
  field: string | null,
  { at, cell, texts }: { readonly at: number; readonly cell: string; readonly texts: ValueTexts },
): string | null => {
  if (field === null) return null
  const several = severalIn(field.split('.')[0] ?? '', cell)
  if (several.length > 1) return several.join(' · ')
  const value = reading.values[field]
  if (value !== undefined) return texts.readText(field, value)
  const naming = reading.names[field]?.find(({ column }) => column === at)
  if (naming) return naming.text
  if (reading.points.length === 0 || !field.includes('.') || cell.trim() === '') return null
  const usual = plain(cell)
  return reading.points.some((point) => point.value === usual) ? usual : cell.trim()
}
