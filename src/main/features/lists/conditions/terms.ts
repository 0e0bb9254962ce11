// What the meaning of a condition depends on besides its field.
import type { RowState } from '#shared/base/fields.ts'
import type { SearchCondition } from '#main/db/selection.ts'

export interface Terms {
  readonly today: string
  /** Where the office's days begin and end. */
  readonly timeZone: string
  readonly state: RowState
  /** Rows that may hold a text, from the search index; null if it cannot tell. */
  readonly find: (text: string) => SearchCondition | null
  readonly table: string
}
