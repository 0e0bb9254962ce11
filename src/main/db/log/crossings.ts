// Values that crossed: the open ends beside the value a row shows, and rows that were worked on while another machine archived them.
import { isCustomColumn, unpackCustom } from '../custom/custom-columns.ts'
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
export interface CrossedCell<Row extends StoredValues & { id: string } = StoredValues & { id: string }> {
  readonly kind: 'value' | 'kept'
  readonly table: TableName
  readonly row: Row
  readonly cell: Cell
  readonly ends: readonly { readonly version: number; readonly values: StoredValues }[]
}

/** With all of its row. */
export interface Crossed extends CrossedCell<ClockedRow> {
  /** The change set of the value that stands; of the work that keeps the row. */
  readonly version: number
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
  readonly cell: number
  readonly ver: number
  readonly value: string
}

/** An end with what was asked of its row. */
type EndInTable = CrossedCell['row'] & { readonly endCell: number; readonly endVer: number; readonly endValue: string }

export interface RowAt {
  readonly table: TableName
  readonly rowId: string
}

interface RevivedRow {
  readonly ver: number
  readonly byVer: number
  readonly value: string
}

/** A cell of a row and one of its versions. */
interface CellAt {
  readonly layout: TableLayout
  readonly rowId: string
  readonly cell: Cell
}

export const createCrossings = (raw: RawConnection, log: LogReader) => {
  const selectPlaces = raw.prepare<[], { tbl: number; cell: number }>('SELECT DISTINCT tbl, cell FROM sync_conflict')
  const selectRevivedTables = raw.prepare<[], { tbl: number }>('SELECT DISTINCT tbl FROM sync_revived')
  const selectEnds = raw.prepare<[number, string], EndRow>(
    'SELECT cell, ver, value FROM sync_conflict WHERE tbl = ? AND row = ? ORDER BY cell, ver',
  )
  const selectRevived = raw.prepare<[number, string], RevivedRow>(
    'SELECT ver, byVer, value FROM sync_revived WHERE tbl = ? AND row = ?',
  )
  const stored = createRowLookup(raw)
  const rowOf = (layout: TableLayout, id: string): ClockedRow | undefined => {
    const row = stored(layout, id)
    return row && layout.customFor !== null ? Object.assign(row, unpackCustom(row['custom'])) : row
  }

  /** `ends`: all of one cell. */
  const valueIn = <Row extends CrossedCell['row']>(
    layout: TableLayout,
    row: Row,
    ends: readonly EndRow[],
  ): CrossedCell<Row> | null => {
    const cell = ends[0] && layout.cellById(ends[0].cell)
    if (!cell) return null
    const standing = JSON.stringify(cellValue(cell, row))
    const others = ends
      .filter(({ value }) => value !== standing)
      // As the merging wrote it.
      .map(({ ver, value }) => ({ version: ver, values: columnsOfCell(cell, JSON.parse(value) as CellValue) }))
    if (others.length === 0) return null
    const kind = cell === layout.cellOfColumn('archivedAt') ? 'kept' : 'value'
    return { kind, table: layout.name, row, cell, ends: others }
  }

  const outlivedBy = <Row extends CrossedCell['row']>(
    layout: TableLayout,
    row: Row,
    { ver, value }: Omit<RevivedRow, 'byVer'>,
  ): CrossedCell<Row> | null => {
    const cell = layout.cellOfColumn('archivedAt')
    if (!cell) return null
    const ends = [{ version: ver, values: columnsOfCell(cell, JSON.parse(value) as CellValue) }]
    return { kind: 'kept', table: layout.name, row, cell, ends }
  }

  /** Of one table, row by row and cell by cell. Far cheaper than to look up each row: there may be tens of thousands. */
  const endsIn = (from: 'sync_conflict' | 'sync_revived', layout: TableLayout, columns: readonly string[]): EndInTable[] => {
    const end = from === 'sync_conflict' ? { cell: 'e.cell', order: 'e.row, e.cell, e.ver' } : { cell: '0', order: 'e.row' }
    return raw
      .prepare<[number], EndInTable>(
        `SELECT ${end.cell} AS endCell, e.ver AS endVer, e.value AS endValue, ${columns.map((name) => `t.${name}`).join()}
           FROM ${from} e CROSS JOIN ${layout.name} t ON t.id = e.row
           WHERE e.tbl = ? AND t.archivedAt IS NULL ORDER BY ${end.order}`,
      )
      .all(layout.id)
  }

  /** All there are, of each row only its id, what crossed and what `beside` names of its table. */
  const all = (beside: (table: TableName) => readonly string[]): CrossedCell[] => {
    const columnsOf = ({ name }: TableLayout, ...crossed: readonly string[]): string[] => [
      ...new Set(['id', ...beside(name), ...crossed]),
    ]
    const values = [...Map.groupBy(selectPlaces.all(), ({ tbl }) => tbl)].flatMap(([tbl, places]) => {
      const layout = layoutById(tbl)
      if (!layout) return []
      const columns = places
        .flatMap(({ cell }) => layout.cellById(cell)?.columns ?? [])
        .map(({ name }) => (isCustomColumn(name) ? 'custom' : name))
      const rows = endsIn('sync_conflict', layout, columnsOf(layout, ...columns))
      if (columns.includes('custom')) for (const row of rows) Object.assign(row, unpackCustom(row['custom']))
      return runsOf(rows).flatMap((run) => valueIn(layout, run[0], run.map(endOf)) ?? [])
    })
    const outlived = selectRevivedTables.all().flatMap(({ tbl }) => {
      const layout = layoutById(tbl)
      if (!layout) return []
      return endsIn('sync_revived', layout, columnsOf(layout)).flatMap((row) => outlivedBy(layout, row, endOf(row)) ?? [])
    })
    return [...values, ...outlived]
  }

  /** Of these rows, each named once, in the order in which `all` tells them. */
  const ofRows = (rows: readonly RowAt[]): Crossed[] => {
    const found = rows
      .map(({ table, rowId }) => ({ layout: layoutFor(table), rowId }))
      .toSorted((one, other) => one.layout.id - other.layout.id || (one.rowId < other.rowId ? -1 : 1))
      .flatMap(({ layout, rowId }) => {
        const row = rowOf(layout, rowId)
        return row?.archivedAt === null ? [{ layout, row }] : []
      })
    const values = found.flatMap(({ layout, row }) =>
      [...Map.groupBy(selectEnds.all(layout.id, row.id), ({ cell }) => cell).values()].flatMap((ends): Crossed[] => {
        const crossed = valueIn(layout, row, ends)
        return crossed ? [{ ...crossed, version: versionOfCell(row, parseCells(row.cells), crossed.cell.id) }] : []
      }),
    )
    const outlived = found.flatMap(({ layout, row }) => {
      const revived = selectRevived.get(layout.id, row.id)
      const crossed = revived && outlivedBy(layout, row, revived)
      return crossed ? [{ ...crossed, version: revived.byVer }] : []
    })
    return [...values, ...outlived]
  }

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
      at: new Date(set?.wall ?? 0).toISOString(),
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

  return { all, ofRows, told }
}

const endOf = ({ endCell, endVer, endValue }: EndInTable): EndRow => ({ cell: endCell, ver: endVer, value: endValue })

/** Those of one cell, which stand one behind the other. */
const runsOf = (ends: readonly EndInTable[]): (readonly [EndInTable, ...EndInTable[]])[] => {
  const runs: [EndInTable, ...EndInTable[]][] = []
  for (const end of ends) {
    const last = runs.at(-1)
    if (last?.[0].id === end.id && last[0].endCell === end.endCell) last.push(end)
    else runs.push([end])
  }
  return runs
}
