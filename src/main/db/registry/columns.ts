// The vocabulary of the registry: columns and tables with permanent numbers, so that a rename costs nothing and a log can be read for ever.

import type { FieldedType } from '#shared/base/fields.ts'

/** `real` is a number as JSON writes it; only custom fields have it. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'real'

/** One column. `Value` is what code sees; SQLite holds text or integers, booleans as 0 and 1. */
export interface Column<Value = unknown> {
  readonly id: number
  readonly type: ColumnType
  readonly nullable: boolean
  /** Only a carrier of the type. */
  readonly value?: Value
}

export const text = <Value extends string = string>(id: number): Column<Value> => ({ id, type: 'text', nullable: false })
export const optionalText = <Value extends string = string>(id: number): Column<Value | null> => ({
  id,
  type: 'text',
  nullable: true,
})
export const integer = (id: number): Column<number> => ({ id, type: 'integer', nullable: false })
export const optionalInteger = (id: number): Column<number | null> => ({ id, type: 'integer', nullable: true })
export const flag = (id: number): Column<boolean> => ({ id, type: 'boolean', nullable: false })

export type Columns = Readonly<Record<string, Column>>

/** The values of a table's columns. */
export type ValuesOf<C extends Columns> = { -readonly [Name in keyof C]: C[Name] extends Column<infer Value> ? Value : never }

/** How a record stands in the search index. */
export interface SearchText {
  readonly name: string | null
  readonly phones: readonly (string | null)[]
  /** Words found by their beginning: e-mail, city, subject, notes. */
  readonly words: readonly (string | null)[]
  /** Codes and addresses found by any part of three characters or more. */
  readonly parts: readonly (string | null)[]
}

export interface Table<C extends Columns = Columns, Derived extends Columns = Columns> {
  /** Permanent, never used again for anything else. */
  readonly id: number
  /** What the log captures. Numbers are permanent within the table. */
  readonly columns: C
  /** Computed from the others at each write, the same on every machine; not captured. */
  readonly derived: Derived
  readonly derive: (row: ValuesOf<C>) => ValuesOf<Derived>
  /** The columns that `derive` reads; it is given no others. */
  readonly derivedFrom: readonly (keyof C & string)[]
  /** Columns that only change together: one cell, one version. The first one's number is the cell's. */
  readonly groups: readonly (readonly (keyof C & string)[])[]
  /**
   * Columns that only the insert writes, on every machine and for good: what was sent, what was booked. To correct such a row is to add another one, to
   * take it back is to archive it. Columns that name other rows are not among them: those follow when two records are merged.
   */
  readonly appendOnly?: readonly (keyof C & string)[]
  readonly search: null | {
    /** Permanent; also the order of kinds among hits, highest first. */
    readonly kind: number
    readonly columns: readonly (keyof C & string)[]
    readonly text: (row: ValuesOf<C>) => SearchText
    /** Whether further phone numbers and addresses (contactPoints) are found with the record. */
    readonly hasContactPoints?: true
  }
  /** Whether the office may give it fields of its own: the kind of record they are made for. */
  readonly customFor?: FieldedType
}

/** Columns that every synced table has. */
export const stamps = {
  createdAt: text(1),
  archivedAt: optionalText(2),
  /** Why it is archived: by its user, because its creation was undone, because the samples were removed, or because another took its place. */
  archivedReason: optionalText<'user' | 'undone' | 'sample' | 'merged'>(3),
  isSample: flag(4),
} as const

export const archiveGroup = ['archivedAt', 'archivedReason'] as const
