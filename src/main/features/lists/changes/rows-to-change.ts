// The rows that an act is about: their ids, then what they hold now, a few hundred at a time.
import { sql, type SqlBool } from 'kysely'
import type { CellValue } from '#shared/lists/list-field.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { ListSelection } from '#shared/lists/list-question.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { preparedValues } from '#main/db/prepared.ts'
import { isThere } from '#main/db/selection.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { allOf, type AskedList, askList } from '../asked-list.ts'
import { cellsOf } from '../columns/cells.ts'
import { raw } from '../columns/list-column.ts'
import { titleOf } from '../list-table.ts'

/** The ids of a selection, each once. Those of a question are all of its rows, however many. */
export const idsOf = (context: CallContext, entity: ListEntity, selection: ListSelection): string[] => {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const { table, rows, asked } = askList(context, { ...selection.question, entity })
  const except = new Set(selection.except)
  return context.db
    .all(compileSql(sql<{ id: string }>`select id from ${sql.table(table)} where ${allOf([...rows, ...asked])}`))
    .flatMap(({ id }) => (except.has(id) ? [] : [id]))
}

export interface CurrentRow {
  readonly id: string
  readonly title: string
  readonly isArchived: boolean
  readonly cells: Readonly<Record<string, CellValue>>
}

/** Reads rows by id with the cells of some fields. Rows that are gone are left out. */
export const currentRows = (
  list: AskedList,
  fields: readonly string[],
): ((db: Db, ids: readonly string[]) => Map<string, CurrentRow>) => {
  const { table, question } = list
  const own = [`${table}.id`, titleOf(question.entity), `${table}.archivedAt`].map(raw)
  const cells = cellsOf(fields, list.columnOf, table, own.length)
  const read = preparedValues<{ ids: string }>((param) => ({
    compile: () => {
      const isAsked = sql<SqlBool>`${raw(`${table}.id`)} in (select value from json_each(${param('ids')}))`
      return compileSql(
        sql`select ${sql.join([...own, ...cells.selected])} from ${sql.table(table)} ${cells.joins}
          where ${allOf([isAsked, isThere(table)])}`,
      )
    },
  }))
  return (db, ids) =>
    new Map(
      read(db, { ids: JSON.stringify(ids) }).map((row) => {
        const [id, title, archivedAt] = row
        return [
          String(id),
          {
            id: String(id),
            title: typeof title === 'string' ? title : '',
            isArchived: archivedAt !== null,
            cells: cells.read(row),
          },
        ]
      }),
    )
}
