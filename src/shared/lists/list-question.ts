// What is asked of a list, and what comes back.
import { z } from 'zod'
import { type Cursor, cursor, day, direction, id, line, MAX_ROWS, outline, rowState } from '#shared/base/fields.ts'
import { condition, EVERYTHING, filter } from './filter.ts'
import { listEntity } from './list-entity.ts'
import { cellValue } from './list-field.ts'

export const fieldId = z.string().min(1).max(100)

export const listSort = z.object({ field: fieldId, direction: direction.default('asc') })
export type ListSort = z.infer<typeof listSort>

export const listQuestion = z.object({
  entity: listEntity,
  state: rowState.default('active'),
  /** What the user typed into the list's search box; empty: everything. */
  text: line(200).default(''),
  filter: filter.default(EVERYTHING),
  /** Only the records that this import made or changed. */
  importId: id.nullable().default(null),
  /** Null: the entity's own order. A field that cannot be sorted by is passed over likewise. */
  sort: listSort.nullable().default(null),
  /** The day that “today” means: part of the question, so that an answer of yesterday is not shown today. Null: the engine's own. */
  today: day.nullable().default(null),
})
export type ListQuestion = z.output<typeof listQuestion>

/** After which row a page begins. */
export const listCursor = cursor
export type ListCursor = Cursor

export const listColumns = z.array(fieldId).max(200)

export const listPageInput = z.object({
  ...listQuestion.shape,
  columns: listColumns,
  after: listCursor.nullable().default(null),
  limit: z.int().min(1).max(MAX_ROWS).default(200),
})
export const listRow = z.object({ id, title: z.string(), cells: z.record(z.string(), cellValue) })
export type ListRow = z.infer<typeof listRow>

export const listOutline = outline
export type ListOutline = z.infer<typeof listOutline>

/** A sum of one column; of amounts one for each currency, in minor units. */
export const columnSum = z.object({ field: z.string(), currency: z.string().nullable(), sum: z.number() })

export const listGroup = z.object({
  /** A choice's value, an id, a month (`2026-11`), a text; null: the rows without a value. */
  key: z.union([z.string(), z.boolean()]).nullable(),
  /** The name of a user, record or tag; of other types the window says the key itself. */
  label: z.string().nullable(),
  count: z.int(),
  sums: z.array(columnSum),
  /** Added to the filter, it leaves this group's rows. */
  condition,
})
export type ListGroup = z.infer<typeof listGroup>

/** Rows to act on: named one by one, or all that a question answers but some. */
export const listSelection = z.union([
  z.object({ ids: z.array(id).max(100_000) }),
  z.object({ question: listQuestion, except: z.array(id).max(100_000).default([]) }),
])
export type ListSelection = z.output<typeof listSelection>

export const brokenCondition = z.object({
  /** The place of the condition: an index for each group on the way. */
  path: z.array(z.int()),
  /** The field is gone; what it is compared with is gone (all of it, or some); it is not complete. */
  reason: z.enum(['field', 'value', 'someValues', 'incomplete']),
})
export type BrokenCondition = z.infer<typeof brokenCondition>
