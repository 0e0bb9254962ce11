// What can be asked of lists and views: one way for companies, contacts, deals, tickets and tasks.
import { z } from 'zod'
import { id, MAX_ROWS, reference } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { filter } from './filter.ts'
import { archiveInput, changeInput, editInput, listChanged } from './list-change.ts'
import { listEntity } from './list-entity.ts'
import { listField } from './list-field.ts'
import {
  brokenCondition,
  columnSum,
  fieldId,
  listColumns,
  listCursor,
  listGroup,
  listOutline,
  listPageInput,
  listQuestion,
  listRow,
} from './list-question.ts'
import { listView, newView, viewChanges } from './view.ts'

const view = { needs: 'lists.view' } as const
const edit = { needs: 'lists.edit' } as const

export const listsContract = {
  /** Every field of an entity, built in and of the office's own, in the order that they are offered. */
  fields: query(z.object({ entity: listEntity }), z.array(listField), view),
  /** Rows with the cells of the columns asked for. A column that is gone is left out. `next`: where the next page begins. */
  page: query(listPageInput, z.object({ rows: z.array(listRow), next: listCursor.nullable() }), view),
  count: query(listQuestion, z.object({ count: z.int() }), view),
  /** The exact number of rows and where each block of 200 begins. */
  outline: query(listQuestion, listOutline, view),
  /** The groups by a field, in its order, rows without a value last; each with its count and the sums of the columns named. */
  groups: query(
    z.object({ ...listQuestion.shape, group: fieldId, columns: listColumns.default([]) }),
    z.object({ groups: z.array(listGroup), isCut: z.boolean() }),
    { ...view, slow: true },
  ),
  totals: query(
    z.object({ ...listQuestion.shape, columns: listColumns }),
    z.object({ count: z.int(), sums: z.array(columnSum) }),
    { ...view, slow: true },
  ),
  /** The records before and behind one in its list, and its place from 1; all null if the list no longer holds it. */
  neighbours: query(
    z.object({ ...listQuestion.shape, id }),
    z.object({ previous: id.nullable(), next: id.nullable(), place: z.int().nullable(), count: z.int() }),
    view,
  ),
  /** Every row of a list, or some of them by name, in its order and group by group: the answer of one moment, for what goes over all rows. */
  ids: query(
    z.object({
      ...listQuestion.shape,
      group: fieldId.nullable().default(null),
      only: z.array(id).max(100_000).nullable().default(null),
      except: z.array(id).max(100_000).default([]),
    }),
    z.object({ ids: z.array(id) }),
    { ...view, slow: true },
  ),
  /** Rows by id, in use or archived, in the order asked for. Those that are gone are left out. */
  rows: query(z.object({ entity: listEntity, columns: listColumns, ids: z.array(id).max(MAX_ROWS) }), z.array(listRow), view),
  /** Which conditions of a filter are broken, and the names of the ids in it. A broken condition is passed over by every other procedure. */
  explain: query(
    z.object({ entity: listEntity, filter }),
    z.object({ broken: z.array(brokenCondition), names: z.array(reference) }),
    view,
  ),
  /** Inline edit and a pasted block: one operation. */
  edit: mutation(editInput, listChanged, edit),
  /** Sets fields of all rows of a selection: one operation, taken back by one undo. */
  change: mutation(changeInput, listChanged, { ...edit, bulk: true }),
  archive: mutation(archiveInput, listChanged, { ...edit, bulk: true }),
  restore: mutation(archiveInput, listChanged, { ...edit, bulk: true }),
}

export const viewsContract = {
  /** One's own views and the shared ones, in order. */
  list: query(z.object({ entity: listEntity }), z.array(listView), view),
  create: mutation(newView, listView, edit),
  update: mutation(viewChanges, listView, edit),
  archive: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
  /** Puts a view before another; null: to the end. */
  move: mutation(z.object({ id, beforeId: id.nullable() }), listView, edit),
}
