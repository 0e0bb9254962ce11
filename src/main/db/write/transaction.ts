// One operation, one transaction: begun, captured, committed or gone without a trace.
import { AppError } from '#shared/base/app-error.ts'
import type { CustomValue } from '#shared/custom-fields/custom-values.ts'
import { storedCustom } from '../custom/custom-columns.ts'
import { decidesIndexes, followCustomFields } from '../custom/field-indexes.ts'
import type { Db, NewRow, WriteTx } from '../database.ts'
import type { LogStore } from '../log/log-store.ts'
import { operationIdOf } from '../log/version.ts'
import { BULK_CACHE_MB, type RawConnection, setCache, WRITER_CACHE_MB } from '../raw-connection.ts'
import { createReadDoor } from '../read-door.ts'
import { layoutFor, type StoredValue, type StoredValues, type TableLayout } from '../registry/layout.ts'
import type { TableName } from '../registry/tables.ts'
import { bindable, type Statements } from '../statements.ts'
import type { Guard } from './guard.ts'
import { naturalIdOf } from './ids.ts'
import type { ClockedRow } from './row-store.ts'
import { prepareIsGiven, setSeriesLetter } from './number-series.ts'
import type { OperationMeta, RowWriter } from './row-writer.ts'

export interface Written<Value> {
  readonly value: Value
  /** The operation's id; null if nothing was changed. */
  readonly operation: string | null
  readonly tables: readonly string[]
  readonly rev: number
}

export interface TransactionParts {
  readonly raw: RawConnection
  readonly statements: Statements
  readonly log: LogStore
  readonly rows: RowWriter
  readonly guard: Guard
  readonly inTransaction: InTransaction
  readonly newId: () => string
  readonly nowMs: () => number
}

export type Write = <Value>(meta: OperationMeta, work: (tx: WriteTx) => Value) => Written<Value>

/** The values as they are stored, put over those of `result`. */
const stored = (values: Readonly<Record<string, unknown>>, result: StoredValues = {}): StoredValues => {
  // Values come typed by the registry; undefined means "not given".
  for (const name of Object.keys(values)) {
    const value = values[name]
    if (name === 'custom') {
      for (const [key, own] of Object.entries((value ?? {}) as Record<string, CustomValue>)) result[key] = storedCustom(own)
    } else if (value !== undefined) result[name] = bindable(value) as StoredValue
  }
  return result
}

/** Runs work in the one transaction that there may be at a time; what it throws leaves no trace, in the file and in memory. */
export type InTransaction = <Value>(work: () => Value, options: { readonly isBulk: boolean }) => Value

export const createInTransaction = ({
  raw,
  log,
  rows,
  guard,
}: Pick<TransactionParts, 'raw' | 'log' | 'rows' | 'guard'>): InTransaction => {
  const begin = raw.prepare('BEGIN IMMEDIATE')
  const commit = raw.prepare('COMMIT')
  const rollback = raw.prepare('ROLLBACK')
  let isOpen = false

  return (work, { isBulk }) => {
    if (isOpen) throw new Error('A transaction cannot begin inside another.')
    isOpen = true
    const before = log.head()
    if (isBulk) setCache(raw, BULK_CACHE_MB)
    try {
      guard.open()
      begin.run()
      log.assertHead()
      const value = work()
      log.pack()
      commit.run()
      return value
    } catch (error) {
      // What is in memory first: a disk that fails at the commit may fail at the rollback too.
      rows.forget()
      log.restoreHead(before)
      if (raw.inTransaction) rollback.run()
      throw error
    } finally {
      guard.close()
      isOpen = false
      if (isBulk) {
        setCache(raw, WRITER_CACHE_MB)
        raw.pragma('shrink_memory')
      }
    }
  }
}

export const createWrite =
  (parts: TransactionParts): Write =>
  (meta, work) => {
    const { raw, log, rows } = parts
    const wallMs = parts.nowMs()
    return parts.inTransaction(
      () => {
        const at = new Date(wallMs).toISOString()
        rows.begin(meta, wallMs, at)
        const value = work(createTx(parts, at))
        if (value instanceof Promise)
          throw new Error(`${meta.procedure} answered a promise: nothing may be awaited in a transaction.`)
        const { op, tables } = rows.end()
        // Inside the transaction, so that a field never stands without its index.
        if (tables.some(decidesIndexes)) followCustomFields(raw)
        return { value, operation: op === null ? null : operationIdOf(log.originHex, op), tables, rev: log.head().lsn }
      },
      { isBulk: meta.isBulk === true },
    )
  }

const createTx = ({ raw, statements, log, rows, newId }: TransactionParts, at: string): WriteTx => {
  const db: Db = createReadDoor(statements, new Set())
  const prepareNextNumbers = () =>
    raw.prepare<[string], { letter: string; number: number }>(
      'UPDATE number_series SET next = next + 1 WHERE prefix = ? RETURNING letter, next - 1 AS number',
    )
  let numbers: ReturnType<typeof prepareNextNumbers> | null = null
  // Once a transaction: an import asks for one a row.
  const nextNumbers = () => (numbers ??= prepareNextNumbers())
  const nextInSeries = (series: string): { readonly letter: string; readonly number: number } => {
    const taken = nextNumbers().get(series)
    if (taken) return taken
    // The letter is the machine's own, the same in all its series.
    raw.prepare('INSERT INTO number_series (prefix, letter, next) SELECT ?, letter, 1 FROM number_series LIMIT 1').run(series)
    const first = nextNumbers().get(series)
    if (!first) throw new Error('This workspace has no number series.')
    return first
  }
  const isGiven = prepareIsGiven(raw)

  const require = (layout: TableLayout, id: string): ClockedRow => {
    const row = rows.find(layout, id)
    if (!row) throw new AppError('not_found', 'errors.gone', { table: layout.name, id })
    return row
  }

  const insert = <T extends TableName>(table: T, row: NewRow<T>): string => {
    const { id = newId() } = row
    rows.insert(layoutFor(table), id, stored(row, { createdAt: at, archivedAt: null, archivedReason: null, isSample: 0 }))
    return id
  }

  const naturalId = (table: TableName, ...key: readonly string[]): string => naturalIdOf(log.workspaceId, table, key)

  return {
    ...db,
    at,
    insert,
    update: (table, id, changes) => {
      const layout = layoutFor(table)
      return rows.change(layout, require(layout, id), stored(changes))
    },
    archive: (table, id, reason = 'user') => {
      const layout = layoutFor(table)
      const row = require(layout, id)
      if (row.archivedAt === null) rows.change(layout, row, { archivedAt: at, archivedReason: reason })
    },
    restore: (table, id) => {
      const layout = layoutFor(table)
      rows.change(layout, require(layout, id), { archivedAt: null, archivedReason: null })
    },
    decide: (table, id, values) => {
      const layout = layoutFor(table)
      rows.decide(layout, require(layout, id), { ...values })
    },
    settle: (table, id, column) => {
      const layout = layoutFor(table)
      const row = require(layout, id)
      const columns = layout.cellOfColumn(column)?.columns ?? []
      rows.decide(layout, row, Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])))
    },
    naturalId,
    put: (table, key, row) => {
      const layout = layoutFor(table)
      const id = naturalId(table, ...key)
      const existing = rows.find(layout, id)
      if (!existing) return insert(table, { ...row, id })
      rows.change(layout, existing, { archivedAt: null, archivedReason: null, ...stored({ ...row, id: undefined }) })
      return id
    },
    keep: ({ userId, scope, key }, value) => {
      if (value === null)
        raw.prepare('DELETE FROM local_state WHERE userId = ? AND scope = ? AND key = ?').run(userId, scope, key)
      else {
        raw
          .prepare(
            `INSERT INTO local_state (userId, scope, key, value, at) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT DO UPDATE SET value = excluded.value, at = excluded.at`,
          )
          .run(userId, scope, key, value, at)
      }
      rows.touch('local_state')
    },
    nextNumber: (prefix) => {
      for (;;) {
        const { letter, number } = nextInSeries(prefix)
        const given = `${prefix}-${letter}-${number}`
        if (!isGiven(prefix, given)) return given
      }
    },
    takeLetter: (letter) => {
      setSeriesLetter(raw, letter)
      rows.touch('number_series')
    },
    nextInSeries,
  }
}
