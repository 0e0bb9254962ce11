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
    clock: { readonly cells: string | null; readonly at: string },
  ) => void
  /** Search documents that are held back. */
  readonly search: SearchWriter
}

export const createRowStore = (raw: RawConnection, search: SearchWriter): RowStore => {
  const updates = new Map<string, RawStatement>()
  const updateOf = ({ name }: TableLayout, columns: readonly string[]): RawStatement => {
    const key = `${name} ${columns.join()}`
    let known = updates.get(key)
    if (!known) {
      const set = columns.map((column) => `${column}=?,`).join('')
      updates.set(key, (known = raw.prepare<unknown[]>(`UPDATE ${name} SET ${set}updatedAt=?,cells=? WHERE no=?`)))
    }
    return known
  }
  const inserts = new Map<TableName, RawStatement>()
  const selects = new Map<TableName, RawStatement>()
  for (const layout of layouts.values()) {
    const columns = ['id', 'ver', 'updatedAt', ...layout.columns, ...layout.derivedColumns]
    inserts.set(
      layout.name,
      raw.prepare(`INSERT INTO ${layout.name} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`),
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
    update: (layout, { before, after }, written, { cells, at }) => {
      const derived = layout.derive(after)
      const columns = [
        ...written.filter((name) => !isCustomColumn(name)),
        ...layout.derivedColumns.filter((name) => derived[name] !== before[name]),
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
    },
  }
}
