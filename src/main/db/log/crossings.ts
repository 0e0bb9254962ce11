// Values that crossed: the open ends beside the value a row shows, and rows that were worked on while another machine archived them.
import { unpackCustom } from '../custom/custom-columns.ts'
import type { RawConnection } from '../raw-connection.ts'
import { type Cell, layoutById, layoutFor, type StoredValues, type TableLayout } from '../registry/layout.ts'
import type { TableName } from '../registry/tables.ts'
import { cellValue, columnsOfCell } from '../write/change-set-builder.ts'
import type { ClockedRow } from '../write/row-store.ts'
import type { CellValue } from './body.ts'
import type { LogReader } from './log-reader.ts'
import { createRowLookup } from './row-lookup.ts'
import { oidOf, operationIdOf, parseCells, seqOf, versionOf, versionOfCell } from './version.ts'

/** A cell of a row in use with values that lost, or (`kept`) the archiving of a row that work elsewhere outlived. */
export interface Crossed {
  readonly kind: 'value' | 'kept'
  readonly table: TableName
  readonly row: ClockedRow
  readonly cell: Cell
  /** The change set of the value that stands; of the work that keeps the row. */
  readonly version: number
  readonly ends: readonly { readonly version: number; readonly values: StoredValues }[]
  /** When the newest of the ends was written, ISO UTC. */
  readonly at: string
}

/** A value, and who wrote it. */
export interface Claim {
  /** Names its change set on every machine. */
  readonly id: string
  readonly at: string
  readonly actorId: string | null
  readonly deviceName: string | null
  readonly values: StoredValues
}

export interface Crossing {
  readonly standing: Claim
  /** Each with what the two came from; null: it was written when the row was made. */
  readonly others: readonly (Claim & { readonly base: StoredValues | null })[]
  /** The columns that the standing change set wrote. */
  readonly written: readonly string[]
}

interface EndRow {
  readonly tbl: number
  readonly row: string
  readonly cell: number
  readonly ver: number
  readonly value: string
}

/** A cell of a row and one of its versions. */
interface CellAt {
  readonly layout: TableLayout
  readonly rowId: string
  readonly cell: Cell
}

export const createCrossings = (raw: RawConnection, log: LogReader) => {
  const selectEnds = raw.prepare<[], EndRow>('SELECT * FROM sync_conflict ORDER BY tbl, row, cell, ver')
  const selectRevived = raw.prepare<[], { tbl: number; row: string; ver: number; byVer: number; value: string }>(
    'SELECT tbl, row, ver, byVer, value FROM sync_revived',
  )
  const stored = createRowLookup(raw)
  const rowOf = (layout: TableLayout, id: string): ClockedRow | undefined => {
    const row = stored(layout, id)
    return row && layout.customFor !== null ? Object.assign(row, unpackCustom(row['custom'])) : row
  }
  const momentOf = (version: number): string => new Date(log.setOf(version)?.wall ?? 0).toISOString()

  const crossedIn = (layout: TableLayout, row: ClockedRow, { cell, ends }: { cell: Cell; ends: Crossed['ends'] }): Crossed => {
    const at = ends.reduce((newest, { version }) => (momentOf(version) > newest ? momentOf(version) : newest), '')
    const version = versionOfCell(row, parseCells(row.cells), cell.id)
    return { kind: 'value', table: layout.name, row, cell, version, ends, at }
  }

  const withEnds = (): Crossed[] =>
    [...Map.groupBy(selectEnds.all(), ({ tbl, row, cell }) => `${tbl} ${row} ${cell}`).values()].flatMap((ends) => {
      const [first] = ends
      const layout = first && layoutById(first.tbl)
      const cell = first && layout?.cellById(first.cell)
      const row = layout && rowOf(layout, first.row)
      if (!layout || !cell || row?.archivedAt !== null) return []
      const standing = JSON.stringify(cellValue(cell, row))
      const others = ends
        .filter(({ value }) => value !== standing)
        // As the merging wrote it.
        .map(({ ver, value }) => ({ version: ver, values: columnsOfCell(cell, JSON.parse(value) as CellValue) }))
      if (others.length === 0) return []
      const crossed = crossedIn(layout, row, { cell, ends: others })
      return [cell === layout.cellOfColumn('archivedAt') ? { ...crossed, kind: 'kept' as const } : crossed]
    })

  const outlived = (): Crossed[] =>
    selectRevived.all().flatMap(({ tbl, row: rowId, ver, byVer, value }) => {
      const layout = layoutById(tbl)
      const row = layout && rowOf(layout, rowId)
      const cell = layout?.cellOfColumn('archivedAt')
      if (!layout || !cell || row?.archivedAt !== null) return []
      const ends = [{ version: ver, values: columnsOfCell(cell, JSON.parse(value) as CellValue) }]
      return [{ ...crossedIn(layout, row, { cell, ends }), kind: 'kept' as const, version: byVer }]
    })

  /** The value that two versions of a cell both came from. What a version was built on came here before it. */
  const baseOf = (one: number, other: number, { layout, rowId, cell }: CellAt): StoredValues | null => {
    const place = { tableId: layout.id, rowId, cellId: cell.id }
    const lsnOf = (version: number): number => log.setOf(version)?.lsn ?? 0
    let value: CellValue = null
    for (let [left, right] = [one, other]; left !== right;) {
      const isLeft = lsnOf(left) > lsnOf(right)
      const step = log.stepOf(isLeft ? left : right, place)
      if (!step || step.base === null) return null
      value = step.old
      if (isLeft) left = step.base
      else right = step.base
    }
    return columnsOfCell(cell, value)
  }

  const claimOf = (version: number, values: StoredValues): Claim => {
    const set = log.setOf(version)
    return {
      id: operationIdOf(log.originHexOf(oidOf(version)), seqOf(version)),
      at: momentOf(version),
      actorId: set?.actor ?? null,
      deviceName: log.deviceOf(oidOf(version)),
      values,
    }
  }

  /** The columns of a row that a change set wrote. */
  const writtenIn = (version: number, layout: TableLayout, rowId: string): string[] =>
    (log.bodyOf({ oid: oidOf(version), seq: seqOf(version) })?.g ?? []).flatMap(({ t, op, c, r }) =>
      t === layout.id && op === 'u' && r.some(([id]) => id === rowId)
        ? c.flatMap((cellId) => layout.cellById(cellId)?.columns.map(({ name }) => name) ?? [])
        : [],
    )

  const told = ({ kind, table, row, cell, version, ends }: Crossed): Crossing => {
    const layout = layoutFor(table)
    const place = { layout, rowId: row.id, cell }
    const standing = claimOf(version, Object.fromEntries(cell.columns.map(({ name }) => [name, row[name] ?? null])))
    // A value that was gone back to is told as what it was.
    const source = kind === 'value' ? log.sourceOf({ version, tableId: layout.id, rowId: row.id, cellId: cell.id }) : undefined
    return {
      standing: source ? { ...claimOf(versionOf(source.oid, source.seq), standing.values), id: standing.id } : standing,
      others: ends.map((end) => ({ ...claimOf(end.version, end.values), base: baseOf(version, end.version, place) })),
      written: writtenIn(version, layout, row.id),
    }
  }

  return { all: (): Crossed[] => [...withEnds(), ...outlived()], told }
}
