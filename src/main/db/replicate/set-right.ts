// Makes rows say again what the log says of them. The log is not written to: for the office nothing has changed.
import { decidesIndexes, followCustomFields } from '../custom/field-indexes.ts'
import type { RawConnection, RawStatement } from '../raw-connection.ts'
import { layoutById, layoutFor, layouts, type StoredValues, type TableLayout } from '../registry/layout.ts'
import { kindOf, noOf } from '../search/documents.ts'
import type { RowStore } from '../write/row-store.ts'
import type { InTransaction } from '../write/transaction.ts'
import { type Differences, HANGING, type RecordPlace, SIGHT } from './differing-records.ts'
import type { Outgoing } from './outgoing.ts'
import { replay, type Replayed } from './replay.ts'

export interface SetRightSources {
  readonly raw: RawConnection
  readonly store: RowStore
  readonly outgoing: Outgoing
  readonly inTransaction: InTransaction
}

export interface Mended {
  /** Those that showed something else, or were not found. */
  readonly records: readonly { readonly table: string; readonly id: string }[]
  /** Tables that were written. */
  readonly tables: readonly string[]
}

/**
 * Looks again at what was found to differ, for it may have been written to since, and sets right what still does. `history` held what the log said
 * then, and is told the rest.
 */
export type SetRight = (history: Replayed, found: Differences) => Mended

const SEARCH_AT_ONCE = 500
/** What hangs on rows and is shown; the rest only decides about what comes later. */
const SHOWN: ReadonlySet<string> = new Set(['sync_conflict', 'sync_revived'])

/** All of a row but its number, which is the file's own. */
const columnsOf = ({ columns, derivedColumns }: TableLayout): string[] => [
  ...['id', 'ver', 'cells', 'updatedAt'],
  ...columns,
  ...derivedColumns,
]

/** Statements by what they are for, each prepared once. */
const preparedBy = <Key>(prepare: (key: Key) => RawStatement): ((key: Key) => RawStatement) => {
  const known = new Map<Key, RawStatement>()
  return (key) => {
    let statement = known.get(key)
    if (!statement) known.set(key, (statement = prepare(key)))
    return statement
  }
}

interface Shown {
  readonly row: (layout: TableLayout, rowId: string) => StoredValues | undefined
  /** What hangs on a row in a table, each as its values. */
  readonly hanging: (table: string, place: RecordPlace) => unknown[][]
}

const shownBy = (raw: RawConnection): Shown => {
  const rows = preparedBy(({ name }: TableLayout) => raw.prepare<unknown[]>(`SELECT * FROM ${name} WHERE id = ?`))
  const hanging = preparedBy((table: string) => {
    const columns = HANGING[table]?.join()
    return raw.prepare<unknown[]>(`SELECT ${columns} FROM ${table} WHERE tbl = ? AND row = ? ORDER BY ${columns}`).raw()
  })
  return {
    // The rows have the columns that the migrations made.
    row: (layout, rowId) => rows(layout).get(rowId) as StoredValues | undefined,
    hanging: (table, { tableId, rowId }) => hanging(table).all(tableId, rowId) as unknown[][],
  }
}

/** Versions are copied as they are: throws before anything is written where they would mean something else here. */
const requireSameNumbers = (raw: RawConnection, history: RawConnection): void => {
  const numberOf = raw.prepare<[Uint8Array], number>('SELECT oid FROM sync_origin WHERE origin = ?').pluck()
  const own = history.prepare<[], number>("SELECT v FROM sync_meta WHERE k = 'oid'").pluck().get()
  for (const { oid, origin } of history
    .prepare<[], { oid: number; origin: Uint8Array }>('SELECT oid, origin FROM sync_origin')
    .all())
    if (oid !== own && numberOf.get(origin) !== oid) throw new Error(`Origin ${oid} has another number in the scratch file.`)
}

const insertInto = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`

export const createSetRight = ({ raw, store, outgoing, inTransaction }: SetRightSources): SetRight => {
  const { search } = store
  const here = shownBy(raw)
  const writes = preparedBy((layout: TableLayout) => {
    const columns = columnsOf(layout)
    const set = columns.map((column) => `${column} = excluded.${column}`).join()
    return raw.prepare(`${insertInto(layout.name, columns)} ON CONFLICT (id) DO UPDATE SET ${set}`)
  })
  const idByNo = preparedBy(({ name }: TableLayout) => raw.prepare(`SELECT id FROM ${name} WHERE no = ?`).pluck())

  /** The record with this number in the file, if there still is one, is found by what it says now. Answers its id. */
  const findAnew = (layout: TableLayout, no: number): string | undefined => {
    const id = idByNo(layout).get(no)
    const row = typeof id === 'string' ? store.find(layout, id) : undefined
    search.set(layout, no, true, row?.archivedAt === null ? row : null)
    if (search.pending() >= SEARCH_AT_ONCE) search.flush()
    return row?.id
  }

  const rowWritten = (layout: TableLayout, row: StoredValues): void => {
    if (layout.search) findAnew(layout, Number(row['no']))
    if (layout.name !== 'contactPoints') return
    const owners = layoutFor(row['recordType'] === 'company' ? 'companies' : 'contacts')
    const owner = store.find(owners, String(row['recordId']))
    if (owner) findAnew(owners, owner.no)
  }

  /** `said`: what the log says; undefined: there is no such row. Answers whether the file said something else. */
  const writeRow = (layout: TableLayout, rowId: string, said: StoredValues | undefined): boolean => {
    const columns = columnsOf(layout)
    const before = here.row(layout, rowId)
    if (said && before ? columns.every((column) => said[column] === before[column]) : said === before) return false
    if (said) writes(layout).run(...columns.map((column) => said[column]))
    else raw.prepare(`DELETE FROM ${layout.name} WHERE id = ?`).run(rowId)
    for (const row of [before, here.row(layout, rowId)]) if (row) rowWritten(layout, row)
    return true
  }

  /** Likewise. */
  const writeHanging = (table: string, place: RecordPlace, said: unknown[][]): boolean => {
    if (JSON.stringify(here.hanging(table, place)) === JSON.stringify(said)) return false
    raw.prepare(`DELETE FROM ${table} WHERE tbl = ? AND row = ?`).run(place.tableId, place.rowId)
    for (const values of said) raw.prepare(insertInto(table, HANGING[table] ?? [])).run(...values)
    return true
  }

  const writeSight = (history: Replayed): void => {
    raw.prepare('DELETE FROM sync_seen').run()
    const insert = raw.prepare<unknown[]>(insertInto('sync_seen', SIGHT))
    const said = history.raw.prepare<[], unknown[]>(`SELECT ${SIGHT.join()} FROM sync_seen`).raw()
    for (const values of said.iterate()) insert.run(...values)
  }

  return (history, { records, documents, isSightOff }) =>
    inTransaction(
      () => {
        replay(outgoing, history)
        requireSameNumbers(raw, history.raw)
        const there = shownBy(history.raw)
        const tables = new Set<string>()
        const mended = new Map<string, { readonly table: string; readonly id: string }>()
        const note = (id: string, ofTable: string, written: string): void => {
          tables.add(written)
          mended.set(`${ofTable} ${id}`, { table: ofTable, id })
        }
        for (const place of records) {
          const layout = layoutById(place.tableId)
          const name = layout?.name ?? String(place.tableId)
          if (layout && writeRow(layout, place.rowId, there.row(layout, place.rowId))) note(place.rowId, name, name)
          for (const table of Object.keys(HANGING))
            if (writeHanging(table, place, there.hanging(table, place))) {
              if (SHOWN.has(table)) note(place.rowId, name, table)
              else tables.add(table)
            }
        }
        for (const document of documents) {
          const layout = [...layouts.values()].find((one) => one.search?.kind === kindOf(document))
          const id = layout && findAnew(layout, noOf(document))
          if (layout && id !== undefined) note(id, layout.name, 'search')
        }
        if (isSightOff) {
          writeSight(history)
          tables.add('sync_seen')
        }
        search.flush()
        if ([...tables].some(decidesIndexes)) followCustomFields(raw)
        return { records: [...mended.values()], tables: [...tables] }
      },
      { isBulk: true },
    )
}
