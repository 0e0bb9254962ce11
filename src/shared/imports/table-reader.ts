// A table's plan made into the function that reads each of its rows. Compiled once, so that a row costs little.
import { AppError } from '#shared/base/app-error.ts'
import { unguarded } from '#shared/base/guarded-cell.ts'
import { plain, refused, saysNothing, visible } from './cell.ts'
import { isAddressField } from './address-parts.ts'
import type { Assign } from './assign.ts'
import { columnReader, type ReadingRules } from './column-readers.ts'
import { fieldSpec } from './entities/entity-specs.ts'
import { isImportable } from './own-fields.ts'
import { type ColumnPlan, columnPlan, type TablePlan } from './plan.ts'
import { rowFault, type RowReading } from './reading.ts'

export type TableReader = (cells: readonly string[], row: number) => RowReading

const MAX_SHOWN = 200
/** Words for nothing are short, whatever spaces stand around them. */
const LONGEST_NOTHING = 12

interface PlannedColumn {
  readonly column: number
  readonly plan: ColumnPlan
  readonly assign: Assign
}

/** Refuses a plan with a field that its kind of record does not have, or that has none at all. */
export const tableReader = (plan: TablePlan, rules: ReadingRules): TableReader => {
  const planned = plan.columns.flatMap((column, place) =>
    column.field === null ? [] : [{ column: place, plan: column, assign: assigner(plan, column, rules) }],
  )
  const constants = plan.constants.map(({ field, value }) => {
    const column = columnPlan.parse({ field })
    return { value, assign: assigner(plan, column, rules) }
  })
  if (planned.length + constants.length === 0) throw new AppError('invalid_input', 'imports.plan.nothing')
  // What is the same in all rows comes first, so that a column may say otherwise; a currency before its amounts.
  const columns = planned
    .toSorted((one, other) => addressSize(one) - addressSize(other))
    .toSorted((one, other) => Number(isCurrency(other)) - Number(isCurrency(one)))
  const width = plan.columns.length
  return (cells, row) => {
    const reading: RowReading = { row, values: {}, names: {}, points: [], faults: [] }
    const state = { nextType: null }
    readCells(columns, cells, reading, { state, isClearing: plan.isClearing })
    for (const { value, assign } of constants) assign(reading, value, { column: -1, state })
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      const { fault } = refused('imports.row.too_many_cells', { cells: cells.length, columns: width })
      if (fault) reading.faults.push(rowFault(fault, { value: shown(cells.slice(width).join(' ')) }))
    }
    return reading
  }
}

const isCurrency = ({ plan }: PlannedColumn): boolean => plan.field === 'currency'
/** The parts of an address come in from the street up, whatever their order in the file. */
const addressSize = ({ plan }: PlannedColumn): number => (isAddressField(plan.field) ? plan.addressSize : 0)

const assigner = (table: TablePlan, column: ColumnPlan, rules: ReadingRules): Assign => {
  const field = column.field ?? ''
  const own = rules.own.definitions.find(({ key }) => key === field)
  if (!fieldSpec(table.entity, field) && !(own && isImportable(own)))
    throw new AppError('invalid_input', 'imports.plan.unknown_field', { field })
  return columnReader(table, column, rules)
}

const readCells = (
  columns: readonly PlannedColumn[],
  cells: readonly string[],
  reading: RowReading,
  { state, isClearing }: { readonly state: { nextType: string | null }; readonly isClearing: boolean },
): void => {
  for (const { column, plan, assign } of columns) {
    const cell = cells[column]
    const isEmpty =
      cell === undefined || cell === '' || (plan.isNothingEmpty && cell.length <= LONGEST_NOTHING && saysNothing(plain(cell)))
    if (isEmpty) {
      // What an empty number was is not what the next one is.
      if (plan.field?.includes('.') || plan.field === 'nextType') state.nextType = null
      if (isClearing && plan.field !== null && !(plan.field in reading.values)) reading.values[plan.field] = null
      continue
    }
    const fault = assign(reading, visible(unguarded(cell)), { column, state })
    if (fault) reading.faults.push(rowFault(fault, { column, field: plan.field ?? '', value: shown(cell) }))
  }
}

const shown = (cell: string): string => (cell.length > MAX_SHOWN ? `${cell.slice(0, MAX_SHOWN)}…` : cell)
