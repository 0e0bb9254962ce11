// Writes rows of synced tables and captures each change in the running operation. Everything that changes a record comes through here.
import { AppError } from '#shared/base/app-error.ts'
import { versionOf, parseCells, versionOfCell } from '../log/version.ts'
import type { LogStore } from '../log/log-store.ts'
import type { RawConnection, RawStatement } from '../raw-connection.ts'
import { isCustomColumn, unpackCustom } from '../custom/custom-columns.ts'
import { type Cell, layoutFor, layouts, type StoredValue, type StoredValues, type TableLayout } from '../registry/layout.ts'
import type { TableName } from '../registry/tables.ts'
import { createChangeSetBuilder, type CellChange, type ChangeSetBuilder } from './change-set-builder.ts'
import type { SearchWriter } from './search-writer.ts'

const ROWS_A_SET = 500
const BYTES_A_SET = 256 * 1024

export interface OperationMeta {
  readonly actor: string | null
  readonly procedure: string
  /** Very many rows are to come. */
  readonly isBulk?: boolean
}

/** A row with its clock, as the file holds it. */
export interface ClockedRow extends StoredValues {
  no: number
  id: string
  ver: number
  cells: string | null
  archivedAt: string | null
}

export interface RowWriter {
  readonly begin: (meta: OperationMeta, wallMs: number, at: string) => void
  /** Writes what is held back. Answers the operation's first seq, or null if it wrote nothing. */
  readonly end: () => { readonly op: number | null; readonly tables: readonly string[] }
  readonly forget: () => void
  /** Names a table that was written beside the log. */
  readonly touch: (table: string) => void
  /** Marks the running operation as the taking back of another. */
  readonly undoes: (operation: { readonly oid: number; readonly op: number }) => void
  readonly find: (layout: TableLayout, id: string) => ClockedRow | undefined
  readonly insert: (layout: TableLayout, id: string, values: StoredValues) => void
  /**
   * Changes columns of a row that exists; columns of a group come with the whole group. Equal values are not written, unless `always`:
   * an undo stands in the log even where it finds the old value already there. Answers whether anything was written.
   */
  readonly change: (layout: TableLayout, row: ClockedRow, changes: StoredValues, always?: 'always') => boolean
}

interface Running {
  readonly meta: OperationMeta
  readonly wallMs: number
  readonly at: string
  readonly op: number
  readonly tables: Set<string>
  undoes: { readonly oid: number; readonly op: number } | null
  part: number
  seq: number
  version: number
  set: ChangeSetBuilder
}

export const createRowWriter = (raw: RawConnection, log: LogStore, search: SearchWriter): RowWriter => {
  const statements = new Map<string, RawStatement>()
  const statement = (sql: string): RawStatement => {
    let known = statements.get(sql)
    if (!known) statements.set(sql, (known = raw.prepare<unknown[]>(sql)))
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

  let running: Running | null = null
  const current = (): Running => {
    if (!running) throw new Error('There is no transaction to write in.')
    return running
  }

  const nextSet = (now: Running): void => {
    now.seq++
    now.part++
    now.version = versionOf(log.oid, now.seq)
    now.set = createChangeSetBuilder(log.originHexOf)
  }

  const closeSet = (now: Running, isLast: boolean): void => {
    log.append({
      actor: now.meta.actor,
      procedure: now.meta.procedure,
      seq: now.seq,
      op: now.op,
      part: now.part,
      isLast,
      undoes: now.undoes,
      rows: now.set.rows(),
      bases: now.set.bases(),
      body: now.set.encode(),
      wallMs: now.wallMs,
    })
  }

  const flushSearch = (now: Running): void => {
    if (search.pending() === 0) return
    now.tables.add('search')
    search.flush()
  }

  const makeRoom = (now: Running): void => {
    if (search.pending() >= ROWS_A_SET) flushSearch(now)
    if (now.set.rows() < ROWS_A_SET && now.set.bytes() < BYTES_A_SET) return
    closeSet(now, false)
    nextSet(now)
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
    begin: (meta, wallMs, at) => {
      const seq = log.head().seq
      running = {
        ...{ meta, wallMs, at, op: seq + 1, tables: new Set(), undoes: null, part: 0, seq, version: 0 },
        set: createChangeSetBuilder(log.originHexOf),
      }
      nextSet(running)
    },
    end: () => {
      const now = current()
      flushSearch(now)
      const wrote = now.set.rows() > 0
      if (wrote) {
        closeSet(now, true)
        now.tables.add('sync_change')
      }
      running = null
      return { op: wrote ? now.op : null, tables: [...now.tables] }
    },
    forget: () => {
      running = null
      search.forget()
    },
    touch: (table) => {
      current().tables.add(table)
    },
    undoes: (operation) => {
      current().undoes = operation
    },
    find,
    insert: (layout, id, given) => {
      const now = current()
      makeRoom(now)
      // Column by column: to spread one object of this size over another takes four times as long.
      const values: StoredValues = { id }
      for (const column of layout.columns) values[column] = null
      for (const column of Object.keys(given)) values[column] = given[column] ?? null
      const custom = layout.customFor === null ? [] : Object.keys(values).filter(isCustomColumn)
      const derived = layout.derive(values)
      const bound: StoredValue[] = [id, now.version, now.at]
      for (const column of layout.columns) bound.push(values[column] ?? null)
      for (const column of layout.derivedColumns) bound.push(derived[column] ?? null)
      const { lastInsertRowid } = inserts.get(layout.name)?.run(...bound) ?? {}
      now.set.inserted(
        layout,
        id,
        values,
        custom.flatMap((key) => layout.cellOfColumn(key) ?? []),
      )
      now.tables.add(layout.name)
      if (layout.search && values['archivedAt'] === null) search.set(layout, Number(lastInsertRowid), false, values)
      if (layout.name === 'contactPoints') foundAnew(values)
    },
    change: (layout, row, changes, always) => {
      const now = current()
      const cells = new Set<Cell>()
      for (const [column, value] of Object.entries(changes)) {
        const cell = layout.cellOfColumn(column)
        if (!cell)
          throw new AppError('internal', 'errors.internal', {}, { cause: new Error(`${layout.name} has no column ${column}`) })
        // A custom field that was never filled is no column of the row.
        if ((row[column] ?? null) !== value || always) cells.add(cell)
      }
      if (cells.size === 0) return false
      makeRoom(now)
      const versions = parseCells(row.cells)
      const changed: CellChange[] = [...cells]
        .sort((a, b) => a.id - b.id)
        .map((cell) => ({ cell, base: versionOfCell(row, versions, cell.id) }))
      // One set has one version: a cell written again needs a set of its own, or its first value would be lost on the way.
      if (changed.some(({ base }) => base === now.version)) {
        closeSet(now, false)
        nextSet(now)
      }
      for (const { cell } of changed) versions[cell.id] = now.version
      const after: ClockedRow = { ...row, ...changes }
      const derived = layout.derive(after)
      const written = changed.flatMap(({ cell }) => cell.columns.map(({ name }) => name))
      const columns = [
        ...written.filter((name) => !isCustomColumn(name)),
        ...layout.derivedColumns.filter((name) => derived[name] !== row[name]),
      ]
      const values = columns.map((name) => (name in derived ? derived[name] : after[name]) ?? null)
      statement(`UPDATE ${layout.name} SET ${columns.map((name) => `${name}=?`).join()},updatedAt=?,cells=? WHERE no=?`).run(
        ...values,
        now.at,
        JSON.stringify(versions),
        row.no,
      )
      now.set.updated(layout, row.id, row, after, changed)
      now.tables.add(layout.name)
      const searched = layout.search
      if (searched) {
        const wasFound = row.archivedAt === null
        const isFound = after.archivedAt === null
        if (wasFound !== isFound || (isFound && written.some(searched.reads))) {
          search.set(layout, row.no, wasFound, isFound ? after : null)
        }
      }
      if (layout.name === 'contactPoints') {
        foundAnew(after)
        // It went over to another record, as in a merge: the one it left is not found by it any more.
        if (row['recordId'] !== after['recordId']) foundAnew(row)
      }
      return true
    },
  }
}
