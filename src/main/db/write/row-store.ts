// Rows of synced tables in the file: with what is derived from them and with what they are found by. It captures nothing.
import type { RawConnection, RawStatement } from '../raw-connection.ts'
import { isCustomColumn, unpackCustom } from '../custom/custom-columns.ts'
import { layoutFor, layouts, type StoredValue, type StoredValues, type TableLayout } from '../registry/layout.ts'
import type { TableName } from '../registry/tables.ts'
import type { SearchWriter } from './search-writer.ts'

/** A row with its clock, as the file holds it. */
export interface ClockedRow extends StoredValues {
  no: number
  id: string
  ver: number
  cells: string | null
  updatedAt: string
  archivedAt: string | null
}

/** What a write has to know of a row whose other values stay. */
export type RowClock = Pick<ClockedRow, 'no' | 'id' | 'ver' | 'cells' | 'updatedAt' | 'archivedAt'>

interface Clock {
  readonly cells: string | null
  readonly at: string
}

export interface RowStore {
  readonly find: (layout: TableLayout, id: string) => ClockedRow | undefined
  /** `values` has every column. */
  readonly insert: (layout: TableLayout, values: StoredValues, clock: { readonly ver: number; readonly at: string }) => void
  /**
   * Writes the named columns of `after`, and what is derived from them. A row was changed last when the newest of its changes says, whatever the
   * order in which they come: `at` never sets it back.
   */
  readonly update: (
    layout: TableLayout,
    rows: { readonly before: ClockedRow; readonly after: ClockedRow },
    written: readonly string[],
    clock: Clock,
  ) => void
  /** The same for a row of which only the clock was read: the rest is read if something hangs on the columns of `changes`. */
  readonly set: (layout: TableLayout, row: RowClock, changes: StoredValues, clock: Clock) => void
  /** Search documents that are held back. */
  readonly search: SearchWriter
}

export const createRowStore = (raw: RawConnection, search: SearchWriter): RowStore => {
  const updates = new Map<TableName, Map<string, RawStatement>>()
  const updateOf = ({ name }: TableLayout, columns: readonly string[]): RawStatement => {
    let ofTable = updates.get(name)
    if (!ofTable) updates.set(name, (ofTable = new Map()))
    const key = columns.length === 1 && columns[0] !== undefined ? columns[0] : columns.join()
    let known = ofTable.get(key)
    if (!known) {
      const set = columns.map((column) => `${column}=?,`).join('')
      // One row, of which nothing is written if it fails. To abort, which is the default, has SQLite keep a copy of each page beforehand.
      known = raw.prepare<unknown[]>(`UPDATE OR FAIL ${name} SET ${set}updatedAt=?,cells=? WHERE no=?`)
      ofTable.set(key, known)
    }
    return known
  }
  const inserts = new Map<TableName, RawStatement>()
  const selects = new Map<TableName, RawStatement>()
  for (const layout of layouts.values()) {
    const columns = ['id', 'ver', 'updatedAt', ...layout.columns, ...layout.derivedColumns]
    inserts.set(
      layout.name,
      raw.prepare(`INSERT OR FAIL INTO ${layout.name} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`),
    )
    selects.set(layout.name, raw.prepare(`SELECT * FROM ${layout.name} WHERE id = ?`))
  }

  const find = (layout: TableLayout, id: string): ClockedRow | undefined => {
    const select = selects.get(layout.name)
    // The row has the columns that the migrations made; a test compares them with the registry.
    const row = select?.get(id) as ClockedRow | undefined
    return row && layout.customFor !== null ? Object.assign(row, unpackCustom(row['custom'])) : row
  }

  /** A further phone number or address is found with its record, whose document is made again. */
  const foundAnew = ({ recordType, recordId }: StoredValues): void => {
    const layout = layoutFor(recordType === 'company' ? 'companies' : 'contacts')
    const record = find(layout, String(recordId))
    if (record?.archivedAt === null) search.set(layout, record.no, true, record)
  }

  const update: RowStore['update'] = (layout, { before, after }, written, { cells, at }) => {
    const derived = written.some(layout.feedsDerived) ? layout.derive(after) : {}
    const columns = [
      ...written.filter((name) => !isCustomColumn(name)),
      ...layout.derivedColumns.filter((name) => name in derived && derived[name] !== before[name]),
    ]
    const values = columns.map((name) => (name in derived ? derived[name] : after[name]) ?? null)
    updateOf(layout, columns).run(...values, before.updatedAt > at ? before.updatedAt : at, cells, before.no)
    const searched = layout.search
    if (searched) {
      const wasFound = before.archivedAt === null
      const isFound = after.archivedAt === null
      if (wasFound !== isFound || (isFound && written.some(searched.reads))) {
        search.set(layout, before.no, wasFound, isFound ? after : null)
      }
    }
    if (layout.name === 'contactPoints') {
      foundAnew(after)
      // It went over to another record, as in a merge: the one it left is not found by it any more.
      if (before['recordId'] !== after['recordId']) foundAnew(before)
    }
  }

  return {
    find,
    search,
    insert: (layout, values, { ver, at }) => {
      const derived = layout.derive(values)
      const bound: StoredValue[] = [values['id'] ?? null, ver, at]
      for (const column of layout.columns) bound.push(values[column] ?? null)
      for (const column of layout.derivedColumns) bound.push(derived[column] ?? null)
      const { lastInsertRowid } = inserts.get(layout.name)?.run(...bound) ?? {}
      if (layout.search && values['archivedAt'] === null) search.set(layout, Number(lastInsertRowid), false, values)
      if (layout.name === 'contactPoints') foundAnew(values)
    },
    update,
    set: (layout, row, changes, clock) => {
      const written = Object.keys(changes)
      if (written.every((column) => standsAlone(layout, column))) {
        const at = row.updatedAt > clock.at ? row.updatedAt : clock.at
        updateOf(layout, written).run(...Object.values(changes), at, clock.cells, row.no)
        return
      }
      const before = find(layout, row.id)
      if (!before) throw new Error(`${layout.name} ${row.id} went away while it was written.`)
      update(layout, { before, after: { ...before, ...changes } }, written, clock)
    },
  }
}

/** Nothing is derived from the column, and nothing found by it. */
const standsAlone = ({ name, search, feedsDerived }: TableLayout, column: string): boolean =>
  column !== 'archivedAt' && name !== 'contactPoints' && !feedsDerived(column) && !search?.reads(column)
