// A column of an exported file: its heading, what it holds, and how a row gives its value.
import type { ListRow } from '#shared/lists/list-question.ts'

/** `text` must never become a number in a spreadsheet; `longText` may be longer than a spreadsheet's text format shows. */
export type OutKind = 'text' | 'longText' | 'number' | 'amount' | 'day' | 'moment' | 'boolean'

/** Numbers and amounts are exact decimals as text, days `2026-11-22`, moments `2026-11-22 14:05`; null is an empty cell. */
export type OutValue = string | boolean | null

export interface OutColumn {
  readonly heading: string
  readonly kind: OutKind
  /** Letters wide. */
  readonly width: number
  /** Of amounts: digits behind the decimal mark. */
  readonly digits?: number
  readonly value: (row: ListRow) => OutValue
}
