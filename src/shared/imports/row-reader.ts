// A plan made into the function that reads each row of the file. Compiled once, so that a row costs little.
import { AppError } from '#shared/base/app-error.ts'
import { refused } from './cell.ts'
import { columnReader, type ColumnReader } from './column-readers.ts'
import { type Draft, emptyDraft, type RowFault, rowFault } from './draft.ts'
import { importFields, type ImportPlan } from './import.ts'
import { fillMainPoints } from './points.ts'
import { isImportable, noOwnFields, type OwnFields } from './own-fields.ts'

export interface RowReading {
  readonly draft: Draft
  readonly faults: RowFault[]
}

export type RowReader = (cells: readonly string[], row: number) => RowReading

const GUARDED = /^'[=+\-@\d]/u
const AS_TEXT = /^="(?<text>[\s\S]*)"$/u
const MAX_SHOWN = 200

/** A cell without the wrapping that keeps a spreadsheet from computing with it: `="0571"`, `'+86…`. */
export const unguarded = (cell: string): string => {
  const first = cell.charCodeAt(0)
  if (first === 61) return AS_TEXT.exec(cell)?.groups?.['text']?.replaceAll('""', '"') ?? cell
  return first === 39 && GUARDED.test(cell) ? cell.slice(1) : cell
}

/** Refuses a plan with a field that its kind of record does not have, or that two columns claim. `currency` is the workspace's. */
export const rowReader = (plan: ImportPlan, currency: string, own: OwnFields = noOwnFields): RowReader => {
  checkFields(plan, own)
  const columns = plan.columns
    .flatMap((field, column) => (field === null ? [] : [{ column, field, read: columnReader(plan, field, currency, own) }]))
    .toSorted((one, other) => Number(other.field === 'currency') - Number(one.field === 'currency'))
  return (cells, row) => readRow(columns, plan.columns.length, cells, row)
}

const checkFields = (plan: ImportPlan, { definitions }: OwnFields): void => {
  const known: readonly string[] = [...importFields[plan.entity], ...definitions.filter(isImportable).map(({ key }) => key)]
  const seen = new Set<string>()
  for (const field of plan.columns) {
    if (field === null) continue
    if (!known.includes(field)) throw new AppError('invalid_input', 'imports.plan.unknown_field', { field })
    if (seen.has(field)) throw new AppError('invalid_input', 'imports.plan.field_twice', { field })
    seen.add(field)
  }
  if (seen.size === 0) throw new AppError('invalid_input', 'imports.plan.nothing')
}

interface PlannedColumn {
  readonly column: number
  readonly field: string
  readonly read: ColumnReader
}

const readRow = (columns: readonly PlannedColumn[], width: number, cells: readonly string[], row: number): RowReading => {
  const draft = emptyDraft(row)
  const faults: RowFault[] = []
  for (const { column, field, read } of columns) {
    const cell = cells[column]
    if (cell === undefined || cell === '') continue
    const fault = read(draft, unguarded(cell))
    if (fault) faults.push(rowFault(fault, { column, field, value: shown(cell) }))
  }
  fillMainPoints(draft)
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
    const { fault } = refused('imports.row.too_many_cells', { cells: cells.length, columns: width })
    if (fault) faults.push(rowFault(fault, { value: shown(cells.slice(width).join(' ')) }))
  }
  return { draft, faults }
}

const shown = (cell: string): string => (cell.length > MAX_SHOWN ? `${cell.slice(0, MAX_SHOWN)}…` : cell)
