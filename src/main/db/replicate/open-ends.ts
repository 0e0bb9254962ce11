// The open ends of cells: values that lost against another and that nobody has decided about, and deletions that an edit outlived.
import type { CellValue } from '../log/body.ts'
import type { OperationRef } from '../log/log-reader.ts'
import type { RawConnection } from '../raw-connection.ts'
import type { TableLayout } from '../registry/layout.ts'
import { createRowsWithEnds, type RowWithEnds } from './row-with-ends.ts'

/** A cell of a row, by the permanent numbers of table and cell. */
export interface CellPlace {
  readonly tableId: number
  readonly rowId: string
  readonly cellId: number
}

export interface OpenEnd {
  readonly version: number
  readonly value: CellValue
}

/** A row that was archived by `version` while `byVersion` worked on it elsewhere, so that it stays. */
export interface Revival {
  readonly version: number
  readonly byVersion: number
  /** What the archiving wrote. */
  readonly value: CellValue
}

export interface OpenEnds {
  /** Undefined: it is not here. */
  readonly rowOf: (layout: TableLayout, rowId: string) => RowWithEnds | undefined
  readonly add: (place: CellPlace, end: OpenEnd) => void
  /** Somebody built on this value: it is no end any more. */
  readonly buildOn: (place: CellPlace, version: number) => void
  readonly ofCell: (place: CellPlace) => OpenEnd[]
  readonly ofRow: (tableId: number, rowId: string) => (OpenEnd & { readonly cellId: number })[]
  /** An operation decides about an end. `value`: what it says, where it is none of the cell's open ends but an archiving that was outlived. */
  readonly close: (
    operation: OperationRef,
    place: CellPlace,
    end: { readonly version: number; readonly value?: CellValue },
  ) => void
  /** An operation was taken back, or stands again: what it had closed is as its standing says. */
  readonly settle: (operation: OperationRef, stands: (operation: OperationRef) => boolean) => void
  readonly revivalOf: (tableId: number, rowId: string) => Revival | null
  readonly revive: (tableId: number, rowId: string, revival: Revival) => void
  /** The archive cell was written anew. */
  readonly forgetRevival: (tableId: number, rowId: string) => void
}

interface EndRow {
  readonly tbl: number
  readonly row: string
  readonly cell: number
  readonly ver: number
  readonly value: string
}

/** As `add` and `revive` wrote it. */
const valueOf = (json: string): CellValue => JSON.parse(json) as CellValue

export const createOpenEnds = (raw: RawConnection): OpenEnds => {
  const PLACE = 'tbl = ? AND row = ? AND cell = ?'
  const insert = raw.prepare<[number, string, number, number, string]>(
    'INSERT OR IGNORE INTO sync_conflict VALUES (?, ?, ?, ?, ?)',
  )
  const remove = raw.prepare<[number, string, number, number], EndRow>(
    `DELETE FROM sync_conflict WHERE ${PLACE} AND ver = ? RETURNING tbl, row, cell, ver, value`,
  )
  const drop = raw.prepare<[number, string, number, number]>(`DELETE FROM sync_conflict WHERE ${PLACE} AND ver = ?`)
  const selectCell = raw.prepare<[number, string, number], EndRow>(`SELECT * FROM sync_conflict WHERE ${PLACE}`)
  const selectRow = raw.prepare<[number, string], EndRow>('SELECT * FROM sync_conflict WHERE tbl = ? AND row = ?')
  const insertClosed = raw.prepare<[number, number, number, string, number, number, string]>(
    'INSERT OR IGNORE INTO sync_closed VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const removeClosed = raw.prepare<[number, string, number, number]>(`DELETE FROM sync_closed WHERE ${PLACE} AND ver = ?`)
  const closersOf = raw.prepare<[number, string, number, number], OperationRef & { value: string }>(
    `SELECT oid, op, value FROM sync_closed WHERE ${PLACE} AND ver = ?`,
  )
  const closedBy = raw.prepare<[number, number], EndRow>(
    'SELECT tbl, row, cell, ver, value FROM sync_closed WHERE oid = ? AND op = ?',
  )
  const selectRevival = raw.prepare<[number, string], { ver: number; byVer: number; value: string }>(
    'SELECT ver, byVer, value FROM sync_revived WHERE tbl = ? AND row = ?',
  )
  const insertRevival = raw.prepare<[number, string, number, number, string]>(
    'INSERT OR REPLACE INTO sync_revived VALUES (?, ?, ?, ?, ?)',
  )
  const removeRevival = raw.prepare<[number, string]>('DELETE FROM sync_revived WHERE tbl = ? AND row = ?')

  const endOf = ({ cell, ver, value }: EndRow) => ({ cellId: cell, version: ver, value: valueOf(value) })

  return {
    rowOf: createRowsWithEnds(raw),
    add: ({ tableId, rowId, cellId }, { version, value }) =>
      void insert.run(tableId, rowId, cellId, version, JSON.stringify(value)),
    buildOn: ({ tableId, rowId, cellId }, version) => {
      drop.run(tableId, rowId, cellId, version)
      removeClosed.run(tableId, rowId, cellId, version)
    },
    ofCell: ({ tableId, rowId, cellId }) => selectCell.all(tableId, rowId, cellId).map(endOf),
    ofRow: (tableId, rowId) => selectRow.all(tableId, rowId).map(endOf),
    close: ({ oid, op }, { tableId, rowId, cellId }, { version, value }) => {
      // Closed by two who knew nothing of each other, it stays closed while either stands.
      const known = remove.get(tableId, rowId, cellId, version)?.value ?? closersOf.get(tableId, rowId, cellId, version)?.value
      const json = known ?? (value === undefined ? undefined : JSON.stringify(value))
      if (json !== undefined) insertClosed.run(oid, op, tableId, rowId, cellId, version, json)
    },
    settle: ({ oid, op }, stands) => {
      for (const { tbl, row, cell, ver, value } of closedBy.all(oid, op)) {
        if (closersOf.all(tbl, row, cell, ver).some(stands)) drop.run(tbl, row, cell, ver)
        else insert.run(tbl, row, cell, ver, value)
      }
    },
    revivalOf: (tableId, rowId) => {
      const found = selectRevival.get(tableId, rowId)
      return found ? { version: found.ver, byVersion: found.byVer, value: valueOf(found.value) } : null
    },
    revive: (tableId, rowId, { version, byVersion, value }) =>
      void insertRevival.run(tableId, rowId, version, byVersion, JSON.stringify(value)),
    forgetRevival: (tableId, rowId) => void removeRevival.run(tableId, rowId),
  }
}
