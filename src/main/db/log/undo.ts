// Taking an operation back: looked at first (what stands on it?), then written as an operation of its own.
import { AppError } from '#shared/base/app-error.ts'
import type { RawConnection } from '../raw-connection.ts'
import type { StoredValues, TableLayout } from '../registry/layout.ts'
import { columnsOfCell } from '../write/change-set-builder.ts'
import type { ClockedRow, RowWriter } from '../write/row-writer.ts'
import type { ObstacleFound } from './change-log.ts'
import type { LogReader, OperationRef, RowEffect } from './log-reader.ts'
import { parseCells, versionOfCell } from './version.ts'

type RowOf = (layout: TableLayout, id: string) => ClockedRow | undefined

export const createRowLookup = (raw: RawConnection): RowOf => {
  const statements = new Map<string, ReturnType<RawConnection['prepare']>>()
  return (layout, id) => {
    let statement = statements.get(layout.name)
    if (!statement) statements.set(layout.name, (statement = raw.prepare(`SELECT * FROM ${layout.name} WHERE id = ?`)))
    return statement.get(id) as ClockedRow | undefined
  }
}

/** Later changes that an undo of the operation would overwrite. */
export const findObstacles = (log: LogReader, rowOf: RowOf, operation: OperationRef): ObstacleFound[] => {
  const found: ObstacleFound[] = []
  for (const { layout, rowId, isInserted, before } of log.effectsOf(operation)) {
    const row = rowOf(layout, rowId)
    if (!row) continue
    const versions = parseCells(row.cells)
    const cellIds = isInserted ? Object.keys(versions).map(Number) : [...before.keys()]
    for (const cellId of cellIds) {
      const version = versionOfCell(row, versions, cellId)
      if (log.standsAsLeftBy(operation, { version, tableId: layout.id, rowId, cellId })) continue
      const set = log.setOf(version)
      found.push({
        table: layout.name,
        rowId,
        field: layout.cellById.get(cellId)?.columns[0]?.name ?? null,
        at: set ? new Date(set.wall).toISOString() : null,
        actorId: set?.actor ?? null,
      })
    }
  }
  return found
}

const valuesBefore = ({ layout, before }: RowEffect): StoredValues => {
  const values: StoredValues = {}
  for (const [cellId, { value }] of before) {
    const cell = layout.cellById.get(cellId)
    if (cell) Object.assign(values, columnsOfCell(cell, value))
  }
  return values
}

/**
 * Writes back what an operation replaced: changed cells get their old values, rows it inserted are archived as undone. No row is deleted.
 * Runs in the open transaction. Answers how many rows it wrote.
 * @throws AppError `conflict` `history.alreadyUndone`, or `history.obstacles` if a later change stands on it.
 */
export const undoOperation = (log: LogReader, rows: RowWriter, operation: OperationRef, at: string): number => {
  if (log.standingUndoOf(operation)) throw new AppError('conflict', 'history.alreadyUndone')
  const obstacles = findObstacles(log, rows.find, operation)
  if (obstacles.length > 0) throw new AppError('conflict', 'history.obstacles', { count: obstacles.length })
  rows.undoes(operation)
  let written = 0
  for (const effect of log.effectsOf(operation)) {
    const row = rows.find(effect.layout, effect.rowId)
    if (!row) continue
    const values = effect.isInserted ? { archivedAt: at, archivedReason: 'undone' } : valuesBefore(effect)
    if (rows.change(effect.layout, row, values, 'always')) written++
  }
  return written
}
