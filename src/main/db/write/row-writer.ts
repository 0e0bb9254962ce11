// Writes rows of synced tables and captures each change in the running operation. Everything that changes a record comes through here.
import { AppError } from '#shared/base/app-error.ts'
import { encodeBody } from '../log/body.ts'
import { versionOf, parseCells, versionOfCell } from '../log/version.ts'
import type { ChangeSet, LogStore } from '../log/log-store.ts'
import { isCustomColumn } from '../custom/custom-columns.ts'
import type { Cell, StoredValues, TableLayout } from '../registry/layout.ts'
import { createChangeSetBuilder, type CellChange, type ChangeSetBuilder } from './change-set-builder.ts'
import { storable } from '../registry/column-values.ts'
import { eachGround } from '../registry/standing.ts'
import type { OperationRef } from '../log/log-reader.ts'
import type { OpenEnds } from '../replicate/open-ends.ts'
import type { NoteTouches } from '../replicate/touches.ts'
import type { ClockedRow, RowStore } from './row-store.ts'

const ROWS_A_SET = 500
const BYTES_A_SET = 256 * 1024

export interface OperationMeta {
  readonly actor: string | null
  readonly procedure: string
  /** Very many rows are to come. */
  readonly isBulk?: boolean
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
  /**
   * Writes a cell for good: values of others that lost against it are decided about, too, and so is an archiving that work elsewhere outlived.
   * `changes` has all its columns; what the running change set wrote already is not written again.
   */
  readonly decide: (layout: TableLayout, row: ClockedRow, changes: StoredValues) => void
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

export interface RowWriterSources {
  readonly ends: OpenEnds
  readonly noteTouches: NoteTouches
  /** Told of each operation that was taken back or stands again. */
  readonly settle: (undone: OperationRef) => void
}

export const createRowWriter = (store: RowStore, log: LogStore, { ends, noteTouches, settle }: RowWriterSources): RowWriter => {
  const { search } = store
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
    const saw = log.unsaid()
    const body = now.set.body(saw)
    const set: ChangeSet = {
      actor: now.meta.actor,
      procedure: now.meta.procedure,
      seq: now.seq,
      op: now.op,
      part: now.part,
      isLast,
      undoes: now.undoes,
      rows: now.set.rows(),
      bases: now.set.bases(),
      body: encodeBody(body),
      wallMs: now.wallMs,
    }
    log.append(set, saw)
    noteTouches(body, now.version)
    if (!now.undoes || now.part > 1) return
    settle(now.undoes)
    now.tables.add('sync_conflict')
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

  const change: RowWriter['change'] = (layout, row, given, always) => {
    const now = current()
    const changes: StoredValues = {}
    for (const column of Object.keys(given)) changes[column] = storable(given[column] ?? null)
    const cells = new Set<Cell>()
    for (const [column, value] of Object.entries(changes)) {
      const cell = layout.cellOfColumn(column)
      if (!cell)
        throw new AppError('internal', 'errors.internal', {}, { cause: new Error(`${layout.name} has no column ${column}`) })
      // A custom field that was never filled is no column of the row.
      if ((row[column] ?? null) !== value || always) cells.add(cell)
    }
    for (const { id, columns } of cells) {
      if (layout.appendOnly.has(id))
        throw new Error(`${columns.map(({ name }) => name).join()} of ${layout.name} is written once: another row corrects it.`)
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
    const written = changed.flatMap(({ cell }) => cell.columns.map(({ name }) => name))
    store.update(layout, { before: row, after }, written, { cells: JSON.stringify(versions), at: now.at })
    if (written.includes('archivedAt')) {
      ends.forgetRevival(layout.id, row.id)
      now.tables.add('sync_revived')
    }
    now.set.updated(layout, row.id, row, after, changed)
    eachGround(layout.name, after, written, now.set.stoodOn)
    now.tables.add(layout.name)
    return true
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
    find: store.find,
    insert: (layout, id, given) => {
      const now = current()
      makeRoom(now)
      // Column by column: to spread one object of this size over another takes four times as long.
      const values: StoredValues = { id }
      for (const column of layout.columns) values[column] = null
      for (const column of Object.keys(given)) values[column] = storable(given[column] ?? null)
      const custom = layout.customFor === null ? [] : Object.keys(values).filter(isCustomColumn)
      store.insert(layout, values, { ver: now.version, at: now.at })
      now.set.inserted(
        layout,
        id,
        values,
        custom.flatMap((key) => layout.cellOfColumn(key) ?? []),
      )
      eachGround(layout.name, values, null, now.set.stoodOn)
      now.tables.add(layout.name)
    },
    change,
    decide: (layout, row, changes) => {
      const now = current()
      const cells = new Set(Object.keys(changes).flatMap((column) => layout.cellOfColumn(column) ?? []))
      const outlived = 'archivedAt' in changes ? ends.revivalOf(layout.id, row.id) : null
      const versions = parseCells(row.cells)
      const isWritten =
        [...cells].every((cell) => versionOfCell(row, versions, cell.id) === now.version) &&
        Object.entries(changes).every(([column, value]) => (row[column] ?? null) === value)
      if (!isWritten) change(layout, row, changes, 'always')
      for (const cell of cells) {
        const place = { tableId: layout.id, rowId: row.id, cellId: cell.id }
        const open = [...ends.ofCell(place), ...(outlived && cell === layout.cellOfColumn('archivedAt') ? [outlived] : [])]
        for (const end of open) {
          ends.close({ oid: log.oid, op: now.op }, place, end)
          now.set.closed(layout, row.id, cell, end.version)
        }
      }
      now.tables.add('sync_conflict')
    },
  }
}
