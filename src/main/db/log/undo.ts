// Taking an operation back: looked at first (what stands on it?), then written as an operation of its own.
import { AppError } from '#shared/base/app-error.ts'
import type { StoredValues, TableLayout } from '../registry/layout.ts'
import type { TableName } from '../registry/tables.ts'
import { columnsOfCell } from '../write/change-set-builder.ts'
import type { RowWriter } from '../write/row-writer.ts'
import type { ObstacleFound } from './change-log.ts'
import type { DependentsOf } from './dependents.ts'
import type { LogReader, OperationRef, RowEffect } from './log-reader.ts'
import type { RowOf } from './row-lookup.ts'
import { parseCells, versionOfCell } from './version.ts'

/** What taking back looks at. */
export interface UndoSources {
  readonly log: LogReader
  readonly rowOf: RowOf
  readonly dependentsOf: DependentsOf
}

/** @throws AppError `conflict` `history.alreadyUndone`, or `history.newer` where a part of it would be left as it is. */
export const requireUndoable = (log: LogReader, operation: OperationRef): void => {
  if (log.standingUndoOf(operation)) throw new AppError('conflict', 'history.alreadyUndone')
  if (!log.isKnown(operation)) throw new AppError('conflict', 'history.newer')
}

/** What stands on an operation: later changes that its undo would overwrite, and rows that refer to one that would be gone. */
export const findObstacles = (sources: UndoSources, operation: OperationRef): ObstacleFound[] =>
  obstaclesAmong(sources, operation, sources.log.effectsOf(operation))

const obstaclesAmong = (sources: UndoSources, operation: OperationRef, effects: readonly RowEffect[]): ObstacleFound[] => [
  ...overwritten(sources, operation, effects),
  ...leftHanging(sources, operation, effects),
]

const overwritten = ({ log, rowOf }: UndoSources, operation: OperationRef, effects: readonly RowEffect[]): ObstacleFound[] =>
  effects.flatMap(({ layout, rowId, isInserted, before }) => {
    const row = rowOf(layout, rowId)
    if (!row) return []
    const versions = parseCells(row.cells)
    const cellIds = isInserted ? Object.keys(versions).map(Number) : [...before.keys()]
    return cellIds.flatMap((cellId) => {
      const version = versionOfCell(row, versions, cellId)
      if (log.standsAsLeftBy(operation, { version, tableId: layout.id, rowId, cellId })) return []
      const field = layout.cellById(cellId)?.columns[0]?.name ?? null
      return [{ table: layout.name, rowId, field, ...writerOf(log, version) }]
    })
  })

/** A deal in a stage that would be gone would stand on no board any more. What goes too, or was tied by the operation itself, hangs on nothing. */
const leftHanging = (
  { log, dependentsOf }: UndoSources,
  operation: OperationRef,
  effects: readonly RowEffect[],
): ObstacleFound[] => {
  const going = new Map<TableName, { readonly layout: TableLayout; readonly ids: Set<string> }>()
  for (const effect of effects.filter(isGoneBefore)) {
    const { layout, rowId } = effect
    const rows = going.get(layout.name) ?? { layout, ids: new Set() }
    rows.ids.add(rowId)
    going.set(layout.name, rows)
  }
  return [...going.values()].flatMap(({ layout: target, ids }) =>
    [...dependentsOf(target, ids)].flatMap(({ layout, column, row }) => {
      const cell = layout.cellOfColumn(column)
      if (!cell || going.get(layout.name)?.ids.has(row.id)) return []
      const version = versionOfCell(row, parseCells(row.cells), cell.id)
      if (log.standsAsLeftBy(operation, { version, tableId: layout.id, rowId: row.id, cellId: cell.id })) return []
      return [{ table: layout.name, rowId: row.id, field: column, ...writerOf(log, version) }]
    }),
  )
}

/** Whether the row was not there before the operation. */
export const isGoneBefore = (effect: RowEffect): boolean =>
  effect.isInserted || valuesBefore(effect)['archivedReason'] === 'undone'

const writerOf = (log: LogReader, version: number): Pick<ObstacleFound, 'at' | 'actorId'> => {
  const set = log.setOf(version)
  return { at: set ? new Date(set.wall).toISOString() : null, actorId: set?.actor ?? null }
}

export const valuesBefore = ({ layout, before }: RowEffect): StoredValues => {
  const values: StoredValues = {}
  for (const [cellId, { value }] of before) {
    const cell = layout.cellById(cellId)
    if (cell) Object.assign(values, columnsOfCell(cell, value))
  }
  return values
}

export interface TakenBack {
  readonly rows: number
  readonly tables: readonly TableName[]
}

/**
 * Writes back what an operation replaced: changed cells get their old values, rows it inserted are archived as undone. No row is deleted.
 * Runs in the open transaction. Answers how many rows it wrote, and in which tables.
 * @throws AppError `conflict` `history.alreadyUndone`, `history.newer`, or `history.obstacles` if a later change stands on it.
 */
export const undoOperation = (sources: UndoSources, rows: RowWriter, operation: OperationRef, at: string): TakenBack => {
  const { log } = sources
  requireUndoable(log, operation)
  const effects = log.effectsOf(operation)
  const obstacles = obstaclesAmong(sources, operation, effects)
  if (obstacles.length > 0) throw new AppError('conflict', 'history.obstacles', { count: obstacles.length })
  rows.undoes(operation)
  let written = 0
  const tables = new Set<TableName>()
  for (const effect of effects) {
    const row = rows.find(effect.layout, effect.rowId)
    if (!row) continue
    const values = effect.isInserted ? { archivedAt: at, archivedReason: 'undone' } : valuesBefore(effect)
    if (!rows.change(effect.layout, row, values, 'always')) continue
    written++
    tables.add(effect.layout.name)
  }
  return { rows: written, tables: [...tables] }
}
