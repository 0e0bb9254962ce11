// The database as the rest of the engine sees it: reads with Kysely's builder, writes through one transaction object.
import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { CustomValue, CustomValues } from '#shared/custom-fields/custom-values.ts'
import type { TableName, RowValues, Registry } from './registry/tables.ts'
import type { ValuesOf } from './registry/columns.ts'

/** Tables whose rows carry the office's own fields. */
export type CustomTable = 'companies' | 'contacts' | 'deals' | 'tickets'

interface CustomColumns {
  /** By field key; answered as an object, `{}` where there is none. */
  custom: CustomValues
  /** JSON: what each field sorts by. */
  customKeys: string | null
}

/** What only this machine remembers for a user: drafts, what was opened last. Neither logged nor sent to others. */
export interface LocalStateRow {
  userId: string
  scope: string
  key: string
  value: string
  at: string
}

/** A row as the file holds it: what the log captures, what is derived, and the row's own clock. */
export type StoredRow<T extends TableName> = RowValues<T> &
  (T extends CustomTable ? CustomColumns : unknown) &
  ValuesOf<Registry[T]['derived']> & {
    /** The row's number in this file only; the search index speaks of it. */
    no: number
    id: string
    updatedAt: string
    /** Version of every cell that `cells` does not name: `oid · 2^36 + seq`. */
    ver: number
    /** Cells with a version of their own, as JSON `{cell: version}`. */
    cells: string | null
  }

/** This machine's own numbers: what it has given, and the letter that keeps them apart from those of others. */
export interface NumberSeriesRow {
  readonly prefix: string
  readonly letter: string
  readonly next: number
}

export type Tables = { [T in TableName]: StoredRow<T> } & { local_state: LocalStateRow; number_series: NumberSeriesRow }

/** A query that Kysely built, or SQL compiled by `compileSql`. */
export type Query<Row> = Compilable<Row> | CompiledQuery<Row>

/** The reading side of a connection. Statements that write are refused. */
export interface Db {
  readonly all: <Row>(query: Query<Row>) => Row[]
  readonly get: <Row>(query: Query<Row>) => Row | undefined
  /** Each row as its values alone, in the order selected and as SQLite answers them: yes and no are 1 and 0, custom fields are JSON. */
  readonly values: (query: Query<unknown>) => unknown[][]
}

/** Custom fields to set, by key; null empties one, what is left out stays. */
interface CustomChanges {
  custom?: Readonly<Record<string, CustomValue>> | undefined
}
type CustomPart<T extends TableName> = T extends CustomTable ? CustomChanges : unknown

type Optional<T> = { [K in keyof T as null extends T[K] ? K : never]?: T[K] | undefined }
type Required<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] }
type Stamps = 'createdAt' | 'archivedAt' | 'archivedReason' | 'isSample'

/** A row to insert: empty columns may be left out; the stamps are set by the transaction unless given. */
export type NewRow<T extends TableName> = Optional<Omit<RowValues<T>, Stamps>> &
  Required<Omit<RowValues<T>, Stamps>> & {
    id?: string | undefined
    createdAt?: string | undefined
    isSample?: boolean | undefined
  } & CustomPart<T>

/** Columns that only an insert writes. */
type AppendOnly<T extends TableName> = Registry[T] extends { readonly appendOnly: readonly (infer K)[] } ? K & string : never

/** Columns to change; what is left out or undefined stays. */
export type RowChanges<T extends TableName> = {
  [K in keyof Omit<RowValues<T>, Stamps | AppendOnly<T>>]?: RowValues<T>[K] | undefined
} & CustomPart<T>

export type ArchiveReason = 'user' | 'sample' | 'merged'

/** The writing side: the only way to change a synced table. Every change is captured in the log, in the same transaction. */
export interface WriteTx extends Db {
  /** The moment of the transaction, ISO UTC: the same for all its writes. */
  readonly at: string
  /** Inserts a row and answers its id (a new UUIDv7 unless given). */
  readonly insert: <T extends TableName>(table: T, row: NewRow<T>) => string
  /** Changes columns of a row; equal values are not written. Answers whether anything changed. Throws if there is no such row. */
  readonly update: <T extends TableName>(table: T, id: string, changes: RowChanges<T>) => boolean
  readonly archive: (table: TableName, id: string, reason?: ArchiveReason) => void
  readonly restore: (table: TableName, id: string) => void
  /**
   * Writes all columns of a cell for good, also where they hold that already: values of other machines that lost against it are decided about.
   */
  readonly decide: (table: TableName, id: string, values: Readonly<Record<string, string | number | null>>) => void
  /** Lets a column's present value stand for good: values of other machines that lost against it are decided about. */
  readonly settle: (table: TableName, id: string, column: string) => void
  /** An id that every machine computes alike from the same key, for links and natural keys (UUIDv8 of SHA-256). */
  readonly naturalId: (table: TableName, ...key: readonly string[]) => string
  /** Inserts the row of a natural key, or restores and updates the one that exists. Answers its id. */
  readonly put: <T extends TableName>(table: T, key: readonly string[], row: NewRow<T>) => string
  /** The next number of this machine's series, `T-A-1042` for `T`: one that stands on no record. The series may be new. */
  readonly nextNumber: (prefix: string) => string
  /** All numbers of this machine have this letter from now on, and begin anew. */
  readonly takeLetter: (letter: string) => void
  /** The next number of a series that may be new, from 1, and the letter of this machine, which keeps it unique in the office. */
  readonly nextInSeries: (series: string) => { readonly letter: string; readonly number: number }
  /**
   * Remembers something on this machine only, for one user: not logged, not undone, not sent to others. `null` forgets it. Read it in
   * `local_state`.
   */
  readonly keep: (place: { readonly userId: string; readonly scope: string; readonly key: string }, value: string | null) => void
}

/** Kysely as a builder of queries; it has no connection and cannot run them. */
export type Builder = Kysely<Tables>
