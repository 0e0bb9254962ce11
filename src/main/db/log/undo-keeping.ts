// Taking an operation back days later: what nobody touched goes back, what somebody worked on since stays as it is.
import type { TableLayout } from '../registry/layout.ts'
import type { TableName } from '../registry/tables.ts'
import { columnsOfCell } from '../write/change-set-builder.ts'
import type { RowWriter } from '../write/row-writer.ts'
import type { OperationRef, RowEffect } from './log-reader.ts'
import { isGoneBefore, requireUndoable, type TakenBack, type UndoSources } from './undo.ts'
import { parseCells, versionOfCell } from './version.ts'

/** What belongs to a record and stays with it. */
const PARTS: ReadonlySet<TableName> = new Set([
  'contactPoints',
  'recordTags',
  'lifecycleMoves',
  'companyContacts',
  'orderLines',
  'ticketMessages',
])

const keyOf = (layout: TableLayout, id: string): string => `${layout.id}:${id}`

/** @throws AppError `conflict` `history.alreadyUndone` or `history.newer`. */
export const undoKeeping = (
  sources: UndoSources,
  rows: RowWriter,
  operation: OperationRef,
  at: string,
): TakenBack & { readonly kept: number } => {
  const { log } = sources
  requireUndoable(log, operation)
  const effects = log.effectsOf(operation)
  const kept = keptRows(sources, operation, effects)
  rows.undoes(operation)
  let written = 0
  const tables = new Set<TableName>()
  const partly = new Set<string>()
  for (const effect of effects) {
    const { layout, rowId, isInserted, before } = effect
    const row = rows.find(layout, rowId)
    if (!row || kept.has(keyOf(layout, rowId))) continue
    const versions = parseCells(row.cells)
    const standing = [...before].filter(([cellId]) =>
      log.standsAsLeftBy(operation, { version: versionOfCell(row, versions, cellId), tableId: layout.id, rowId, cellId }),
    )
    if (!isInserted && standing.length < before.size) partly.add(keyOf(layout, rowId))
    const values = isInserted
      ? { archivedAt: at, archivedReason: 'undone' }
      : Object.assign(
          {},
          ...standing.flatMap(([cellId, { value }]) => {
            const cell = layout.cellById(cellId)
            return cell ? [columnsOfCell(cell, value)] : []
          }),
        )
    if (Object.keys(values).length === 0 || !rows.change(layout, row, values, 'always')) continue
    written += 1
    tables.add(layout.name)
  }
  return { rows: written, tables: [...tables], kept: kept.size + partly.size }
}

/** Rows that the operation made and that stay: worked on since, or needed by something that stays. */
const keptRows = (
  { log, rowOf, dependentsOf }: UndoSources,
  operation: OperationRef,
  effects: readonly RowEffect[],
): ReadonlySet<string> => {
  const made = effects.filter(isGoneBefore)
  const isMade = new Set(made.map(({ layout, rowId }) => keyOf(layout, rowId)))
  const kept = new Set<string>()
  for (const { layout, rowId } of made) {
    const row = rowOf(layout, rowId)
    if (!row) continue
    const versions = parseCells(row.cells)
    const isWorkedOn = Object.keys(versions).some(
      (cellId) =>
        !log.standsAsLeftBy(operation, {
          version: versions[cellId] ?? row.ver,
          tableId: layout.id,
          rowId,
          cellId: Number(cellId),
        }),
    )
    if (isWorkedOn && row.archivedAt === null) kept.add(keyOf(layout, rowId))
  }
  const byLayout = Map.groupBy(made, ({ layout }) => layout)
  for (let before = -1; before !== kept.size;) {
    before = kept.size
    for (const [target, some] of byLayout) {
      const ids = new Set(some.map(({ rowId }) => rowId))
      for (const { layout, column, row } of dependentsOf(target, ids)) {
        const key = keyOf(layout, row.id)
        const targetKey = keyOf(target, row.target)
        // The parts of what stays, stay.
        if (isMade.has(key) && PARTS.has(layout.name) && kept.has(targetKey) && column !== 'companyId') kept.add(key)
        if (isMade.has(key) && !kept.has(key)) continue
        const cell = layout.cellOfColumn(column)
        const isTied =
          !kept.has(key) &&
          cell !== undefined &&
          log.standsAsLeftBy(operation, {
            ...{ version: versionOfCell(row, parseCells(row.cells), cell.id), tableId: layout.id },
            ...{ rowId: row.id, cellId: cell.id },
          })
        if (!isTied) kept.add(targetKey)
      }
    }
  }
  return kept
}
