// A field of a list as SQL: what conditions compare, what cells are read from, and what the list is sorted by.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { CellValue } from '#shared/lists/list-field.ts'
import type { FieldType } from '#shared/lists/field-type.ts'

export type Sql = RawBuilder<unknown>
/** The values of a row in the order selected. Made anew for each call, so it may be written to. */
export type CellRow = unknown[]

/** `key` never mixes types. Blanks: a key behind all others ('highest'), no key ('null'), or rows always have one ('never'). */
export interface SortKey {
  readonly key: Sql
  readonly blanks: 'highest' | 'null' | 'never'
  /** An index on the rows in use yields this order. */
  readonly isIndexed: boolean
  /** Of names of other records: the order is walked along those records, whose own index yields it. */
  readonly walk?: Walk
}

/** From another record, called `walked`, to the rows of the list that are sorted by its name. */
export interface Walk {
  /** The tables on the way, in the order of their nesting. */
  readonly from: string
  /** Joins the list's rows, each to one record at the most. */
  readonly on: string
  /** SQL, `walked.…`: what the key is of each row. */
  readonly key: string
  /** The other records in parts, each of which has an index in that order. */
  readonly parts: readonly string[]
}

export interface Joined {
  readonly table: string
  /** The name of that row, called `at`, and what a list sorts by. */
  readonly name: string
  readonly sortName: string
}

/** Where the search index finds every row that holds a text, and perhaps others. */
export type TextFinder = 'name' | 'parts' | 'phone'

export interface ListColumn {
  readonly type: FieldType
  /** What conditions compare: text, number, day, moment, 0 or 1, an id. */
  readonly value: Sql
  readonly sort: SortKey | null
  /** What a cell needs, by name; that of the value itself is empty. */
  readonly parts: Readonly<Record<string, Sql>>
  /** The row that the value is the id of: joined, which is cheaper than asking for each row. */
  readonly joined: Joined | null
  /** Made once for all rows, from the place of each part in a row; that of a joined row's name is `name`. */
  readonly readAt: (placeOf: (part: string) => number) => (row: CellRow) => CellValue
  /** Of the office's own fields: where the value stands in the row's JSON, which is read once for all of them. */
  readonly customKey: string | null
  /** Of amounts: the currency of each row, or of all. */
  readonly currency: Sql | null
  /** Of texts: the stored sort key, which an index holds. */
  readonly storedKey: Sql | null
  readonly finder: TextFinder | null
  /** Of tags and several choices: SQL that yields the ids of a row, as `value`. */
  readonly members: Sql | null
  /** Rows that may hold one of these ids (a JSON list), found by an index that the value itself does not have. */
  readonly among: ((ids: string) => RawBuilder<SqlBool>) | null
  /** Of yes and no: each as a condition that never is null. */
  readonly flags: { readonly yes: Sql; readonly no: Sql } | null
  /** Equal values are found by an index. */
  readonly isIndexed: boolean
  /** That index holds the rows of one value in the order of this field. */
  readonly ordersBy: string | null
}

export const raw = (text: string): Sql => sql.raw(text)

/** The cell is what the column holds: text, a number, or null. */
export const asIs: ListColumn['readAt'] = (placeOf) => {
  const place = placeOf('')
  return (row) => row[place] as CellValue
}
