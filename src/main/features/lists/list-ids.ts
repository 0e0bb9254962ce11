// Lists for what goes over all of their rows: the ids first, by one statement, then the rows by their ids. So a long run neither misses a row
// nor meets one twice, whatever is written meanwhile.
import { sql, type SqlBool } from 'kysely'
import { canGroup } from '#shared/lists/built-in-field.ts'
import { type ListRow, listQuestion } from '#shared/lists/list-question.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { allOf, type AskedList, askList } from './asked-list.ts'
import { currentRows } from './changes/rows-to-change.ts'
import { raw, type Sql } from './columns/list-column.ts'
import { groupSql, placeSql } from './list-groups.ts'
import { segmentsOf } from './segments.ts'

export interface WantedIds {
  readonly group: string | null
  /** Null: all that the list holds. */
  readonly only: readonly string[] | null
  readonly except: readonly string[]
  readonly timeZone: string
}

/** The ids of a list's rows in its order. Rows that are named one by one may have left the filter, not the state. */
export const idsInOrder = (db: Db, list: AskedList, { group, only, except, timeZone }: WantedIds): string[] => {
  const id = raw(`${list.table}.id`)
  const named = only === null ? list.asked : [sql<SqlBool>`${id} in (select value from json_each(${JSON.stringify(only)}))`]
  const { key, direction } = list.order
  const way = sql.raw(direction)
  const blank = segmentsOf(list.order)[1]
  const order: Sql[] = [
    ...(group === null ? [] : groupOrder(db, list, group, timeZone)),
    ...(blank ? [allOf(blank.where)] : []),
    sql`${key} ${way}`,
    sql`${id} ${way}`,
  ]
  const left = new Set(except)
  return db
    .all(
      compileSql(sql<{ id: string }>`select ${id} as id from ${sql.table(list.table)}
        where ${allOf([...list.rows, ...named])} order by ${sql.join(order)}`),
    )
    .flatMap((row) => (left.has(row.id) ? [] : [row.id]))
}

const groupOrder = (db: Db, list: AskedList, field: string, timeZone: string): Sql[] => {
  const column = list.columnOf(field)
  if (!column || !canGroup(column.type)) return []
  const group = groupSql(db, list, column, timeZone)
  const place = column.type === 'day' || column.type === 'moment' ? group : placeSql(column)
  const way = sql.raw(list.question.sort?.field === field ? list.question.sort.direction : 'asc')
  return [sql`${group} is null`, sql`${place} ${way}`, group]
}

export const rowsById = (
  context: CallContext,
  entity: ListEntity,
  columns: readonly string[],
  ids: readonly string[],
): ListRow[] => {
  const list = askList(context, listQuestion.parse({ entity }), columns)
  const rows = currentRows(list, columns)(context.db, ids)
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row ? [{ id, title: row.title, cells: { ...row.cells } }] : []
  })
}
