// The rows that an act is about: their ids, then what they hold now, a few hundred at a time.
import { sql, type SqlBool } from 'kysely'
import type { CellValue } from '#shared/lists/list-field.ts'
import type { ListSelection } from '#shared/lists/list-question.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isThere } from '#main/db/selection.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { allOf, type AskedList, askList } from '../asked-list.ts'
import type { CellRow } from '../columns/list-column.ts'
import { raw } from '../columns/list-column.ts'
import { titleOf } from '../list-table.ts'

/** The ids of a selection, each once. Those of a question are all of its rows, however many. */
export const idsOf = (context: CallContext, selection: ListSelection): string[] => {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const { table, rows, asked } = askList(context, selection.question)
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
  const cells = fields.flatMap((field, place) => {
    const column = list.columnOf(field)
    return column ? [{ field, alias: `c${place}`, column }] : []
  })
  const parts = cells.flatMap(({ alias, column }) =>
    Object.entries(column.parts).map(([suffix, value]) => sql`${value} as ${sql.ref(`${alias}${suffix}`)}`),
  )
  const read = prepared<{ ids: string }>()((param) => ({
    compile: () =>
      compileSql(sql<CellRow>`select ${sql.join([raw(`${table}.id`), raw(`${titleOf(question.entity)} as title`), raw(`${table}.archivedAt as archivedAt`), ...parts])}
        from ${sql.table(table)} where ${allOf([sql<SqlBool>`${raw(`${table}.id`)} in (select value from json_each(${param('ids')}))`, isThere(table)])}`),
  }))
  return (db, ids) =>
    new Map(
      read(db, { ids: JSON.stringify(ids) }).map((row) => [
        String(row['id']),
        {
          id: String(row['id']),
          title: String(row['title'] ?? ''),
          isArchived: row['archivedAt'] !== null,
          cells: Object.fromEntries(cells.map(({ field, alias, column }) => [field, column.read(row, alias)])),
        },
      ]),
    )
}
