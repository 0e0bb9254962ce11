// Whether blank cells below a firm or an order mean the same one again, as in lists that are written for the eye.
import { proposeColumns } from './propose-columns.ts'
import type { CarriedDown, InspectedColumn } from './inspection.ts'
import type { ImportEntity } from './plan.ts'

/** What stands once above several rows, and what each of these rows has of its own. */
const GROUPS: readonly (readonly [rows: ImportEntity, above: string, own: readonly string[]])[] = [
  ['contact', 'company', ['name', 'familyName', 'givenName']],
  ['orderLine', 'order', ['product', 'name', 'quantity']],
  ['deal', 'company', ['title']],
  ['order', 'company', ['number']],
]

interface Leader {
  readonly column: number
  /** The columns of which each row below has one filled. */
  readonly members: readonly number[]
}

/** Columns with gaps that stand before those that each row has of its own. */
export const leadersOf = (columns: readonly InspectedColumn[], rows: number): Leader[] => {
  const found = new Map<number, Leader>()
  const gaps = columns.map(({ filled }) => filled > 0 && filled < rows)
  if (!gaps.includes(true)) return []
  for (const [entity, above, own] of GROUPS) {
    const fields = proposeColumns(entity, columns)
    const members = fields.flatMap((field, place) => (field !== null && own.includes(field.field) ? [place] : []))
    const column = fields.findIndex((field, place) => field?.field === above && gaps[place] === true)
    if (column >= 0 && !found.has(column) && members.some((place) => place > column) && !members.includes(column))
      found.set(column, { column, members: members.filter((place) => place > column) })
  }
  return [...found.values()]
}

interface Rows {
  /** Rows in which the column is filled, and rows that would be filled from them. */
  readonly leading: number
  readonly below: number
  /** Of these those with nothing of their own. */
  readonly alone: number
  readonly isRepeated: boolean
  /** Of the other columns in how many rows they are filled. */
  readonly others: readonly { readonly leading: number; readonly below: number }[]
}

/** A list that repeats a firm leaves out none; nor does one that has a few people without a firm, unless more of the firm is left out with it. */
export const isNamedBefore = ({ leading, below, alone, isRepeated, others }: Rows): CarriedDown | null => {
  if (below === 0) return null
  const isOfGroup = others.some((column) => column.below === 0 && column.leading * 5 >= leading * 4)
  const isOften = below * 4 >= leading + below
  return { rows: below, isLikely: !isRepeated && alone * 5 <= below && (isOften || (isOfGroup && below > 1)) }
}
