// Asking the search index. Rows come out by how well they fit, then by kind, newest first.
import type { RowState } from '#shared/base/fields.ts'

/** A row of the index: the table's search kind and the row's `no` in that table. */
export interface SearchRow {
  readonly kind: number
  readonly no: number
  /** How well it fits, 0 best: a name that begins so or sounds so, a name that holds the words, a part of the sound, anything else. */
  readonly step: number
}

export interface SearchIndex {
  /**
   * Rows that hold every word of `text`, the best `limit` and more: as many of each kind, until one way of fitting fills the page. `kinds` (permanent numbers of the registry) narrows; empty: all.
   * Answers [] for a text without a word.
   */
  readonly find: (text: string, options: { readonly kinds?: readonly number[]; readonly limit: number }) => SearchRow[]
  /**
   * The same as a condition for a list: SQL that yields the `no` of every row of one kind that fits, and its parameters;
   * `null` if the text holds no word. Archived rows stand in no index: they are looked through one by one.
   */
  readonly condition: (
    text: string,
    kind: number,
    state: RowState,
  ) => { readonly sql: string; readonly parameters: readonly unknown[] } | null
}
