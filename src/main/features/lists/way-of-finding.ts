// Which way to the first rows is short: along the list's own order, leaving out what does not fit, or from an index on a condition, sorting
// what it finds. Where a condition fits many rows the first is faster, where it fits few the second; SQLite, without statistics, cannot know.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { allOf, type AskedList } from './asked-list.ts'

/** The rows of a first screen and a little more. */
const WANTED = 100

/**
 * From how many rows on a condition counts as fitting many. Along the order, `WANTED · all / fitting` rows are looked at until enough fit; from
 * the index, all that fit. The two are equal at the root of `WANTED · all`.
 */
const manyOf = (db: Db, { table }: AskedList): number =>
  Math.ceil(
    Math.sqrt(
      WANTED *
        (db.get(compileSql(sql<{ last: number }>`select coalesce(max(no), 0) as last from ${sql.table(table)}`))?.last ?? 0),
    ),
  )

export interface Way {
  readonly where: readonly RawBuilder<SqlBool>[]
  /** Walks the index of the order, that of the rows or of the records they are sorted by: they come sorted, and what is not shown is not read. */
  readonly isAlongOrder: boolean
}

const fitsMany = (db: Db, list: AskedList, condition: RawBuilder<SqlBool>, many: number): boolean => {
  const rows = sql`select 1 from ${sql.table(list.table)} where ${allOf([...list.rows, condition])} limit ${many}`
  return (db.get(compileSql(sql<{ count: number }>`select count(*) as count from (${rows})`))?.count ?? 0) >= many
}

/** What an index must not be tempted by: the same, as an expression. */
const withoutIndex = (condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> => sql<SqlBool>`(${condition}) is true`

export const wayTo = (db: Db, list: AskedList): Way => {
  const where = [...list.rows, ...list.asked]
  const isWalkable = list.order.isIndexed || list.order.walk !== undefined
  if (!isWalkable || list.question.state !== 'active') return { where, isAlongOrder: false }
  if (list.asked.length === 0) return { where, isAlongOrder: true }
  // One index for both: the rows of one owner by name.
  if (list.found.length === 1 && list.found[0]?.isOrdered) return { where, isAlongOrder: true }
  const many = manyOf(db, list)
  if (list.found.some(({ condition }) => !fitsMany(db, list, condition, many))) return { where, isAlongOrder: false }
  return { where: [...list.rows, ...list.asked.map(withoutIndex)], isAlongOrder: true }
}
