// What each procedure of lists does: the question is understood once, then asked in the shape that is wanted.
import type { Handlers } from '#main/rpc/handlers.ts'
import { askList, understand } from './asked-list.ts'
import { actOnRows, changeRow, requireEditable } from './changes/change-rows.ts'
import { recordWriters } from './changes/record-writers.ts'
import { idsOf } from './changes/rows-to-change.ts'
import { listCustomFields } from './custom-fields.repository.ts'
import { fieldsOf } from './list-fields.ts'
import { groupsOf } from './list-groups.ts'
import { idsInOrder, rowsById } from './list-ids.ts'
import { neighboursOf } from './list-neighbours.ts'
import { countOf, countRows, outlineOf } from './list-outline.ts'
import { pageOf } from './list-page.ts'
import { assertMayEdit, assertMayView } from './list-rights.ts'
import { sumsOf } from './list-sums.ts'
import { usableFilter } from './usable-filter.ts'

export const listsHandlers: Handlers['lists'] = {
  fields: ({ db, actor }, { entity }) => {
    assertMayView(actor, entity)
    return fieldsOf(db, entity)
  },

  page: (context, { columns, after, limit, ...question }) => {
    assertMayView(context.actor, question.entity)
    return pageOf(context.db, understand(context, question, columns), { columns, after, limit })
  },

  count: (context, question) => {
    assertMayView(context.actor, question.entity)
    return { count: countOf(context.db, understand(context, question)) }
  },

  outline: (context, question) => {
    assertMayView(context.actor, question.entity)
    return outlineOf(context.db, askList(context, question))
  },

  groups: (context, { group, columns, ...question }) => {
    assertMayView(context.actor, question.entity)
    const list = askList(context, question, [group, ...columns])
    return groupsOf(context.db, list, group, columns, context.run('settings.get', {}).timeZone)
  },

  totals: (context, { columns, ...question }) => {
    assertMayView(context.actor, question.entity)
    const list = askList(context, question, columns)
    return { count: countRows(context.db, list), sums: sumsOf(context.db, list, columns) }
  },

  neighbours: (context, { id, ...question }) => {
    assertMayView(context.actor, question.entity)
    return neighboursOf(context.db, askList(context, question), id)
  },

  ids: (context, { group, only, except, ...question }) => {
    assertMayView(context.actor, question.entity)
    const list = askList(context, question, group === null ? [] : [group])
    return { ids: idsInOrder(context.db, list, { group, only, except, timeZone: context.run('settings.get', {}).timeZone }) }
  },

  rows: (context, { entity, columns, ids }) => {
    assertMayView(context.actor, entity)
    return rowsById(context, entity, columns, ids)
  },

  explain: ({ db, actor }, { entity, filter }) => {
    assertMayView(actor, entity)
    const { broken, names } = usableFilter(db, entity, filter, listCustomFields(db, entity), actor.userId)
    return { broken: [...broken], names: [...names] }
  },

  edit: (context, { entity, rows, onRefusal }) => {
    assertMayEdit(context.actor, entity)
    const fields = [...new Set(rows.flatMap(({ changes }) => Object.keys(changes)))]
    requireEditable(context, entity, fields)
    const changesById = new Map(rows.map(({ id, changes }) => [id, changes]))
    return actOnRows(context, [...changesById.keys()], {
      ...{ entity, onRefusal, fields },
      act: (row) => changeRow(context, entity, row, changesById.get(row.id) ?? {}),
    })
  },

  change: (context, { entity, selection, changes, onRefusal }) => {
    assertMayEdit(context.actor, entity)
    const fields = Object.keys(changes)
    requireEditable(context, entity, fields)
    return actOnRows(context, idsOf(context, entity, selection), {
      ...{ entity, onRefusal, fields },
      act: (row) => changeRow(context, entity, row, changes),
    })
  },

  archive: (context, { entity, selection, onRefusal }) => {
    assertMayEdit(context.actor, entity)
    return actOnRows(context, idsOf(context, entity, selection), {
      ...{ entity, onRefusal, fields: [] },
      act: ({ id, isArchived }) => {
        if (!isArchived) recordWriters[entity].archive(context, id)
        return !isArchived
      },
    })
  },

  restore: (context, { entity, selection, onRefusal }) => {
    assertMayEdit(context.actor, entity)
    return actOnRows(context, idsOf(context, entity, selection), {
      ...{ entity, onRefusal, fields: [] },
      act: ({ id, isArchived }) => {
        if (isArchived) recordWriters[entity].restore(context, id)
        return isArchived
      },
    })
  },
}
