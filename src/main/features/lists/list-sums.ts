// Sums of the columns of a list, of all rows or by group. Money of different currencies is never added.
import { sql, type SqlBool } from 'kysely'
import type { z } from 'zod'
import type { columnSum } from '#shared/lists/list-question.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { allOf, type AskedList } from './asked-list.ts'
import type { ListColumn, Sql } from './columns/list-column.ts'

export type ColumnSum = z.output<typeof columnSum>
export type GroupKey = string | number | null

interface SumRow {
  readonly groupKey: GroupKey
  readonly currency: string | null
  readonly total: number | null
}

const sumsOfColumn = (db: Db, list: AskedList, field: string, { value, currency }: ListColumn, group: Sql) =>
  db
    .all(
      compileSql(sql<SumRow>`select ${group} as groupKey, ${currency ?? sql`null`} as currency, sum(${value}) as total
        from ${sql.table(list.table)} where ${allOf([...list.rows, ...list.asked, sql<SqlBool>`${value} is not null`])} group by 1, 2 order by 1, 2`),
    )
    .map(({ groupKey, currency: code, total }) => ({ groupKey, sum: { field, currency: code, sum: total ?? 0 } }))

/** The sums of those columns that can be summed, by group; `group` is the same for all rows where there are none. */
export const sumsByGroup = (db: Db, list: AskedList, columns: readonly string[], group: Sql): Map<GroupKey, ColumnSum[]> => {
  const sums = [...new Set(columns)].flatMap((field) => {
    const column = list.columnOf(field)
    return column && isSummable(field, column) ? sumsOfColumn(db, list, field, column, group) : []
  })
  return new Map([...Map.groupBy(sums, ({ groupKey }) => groupKey)].map(([key, found]) => [key, found.map(({ sum }) => sum)]))
}

const UNSUMMABLE: readonly string[] = ['foundedYear', 'openDeals', 'openTickets', 'unitPriceE4']
const isSummable = (field: string, { type }: ListColumn): boolean =>
  (type === 'money' || type === 'number') && !UNSUMMABLE.includes(field)

/** The sums of all rows. */
export const sumsOf = (db: Db, list: AskedList, columns: readonly string[]): ColumnSum[] =>
  [...sumsByGroup(db, list, columns, sql`null`).values()].flat()
