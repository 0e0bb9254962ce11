// The SQL of one stretch of a list: along an index of the rows, along one of the records they are sorted by, or sorting what is found.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { ListCursor } from '#shared/lists/list-question.ts'
import { allOf, type AskedList } from './asked-list.ts'
import { raw, type Sql, type Walk } from './columns/list-column.ts'
import { isBeside, orderSql, type Segment } from './segments.ts'
import type { Way } from './way-of-finding.ts'

interface AskedStretch extends Way {
  readonly segment: Segment
  /** What is selected behind the id. */
  readonly more: readonly Sql[]
  readonly joins: Sql
  readonly after: ListCursor | null
  readonly limit: number
}

export const stretchSql = (list: AskedList, asked: AskedStretch): RawBuilder<unknown> => {
  const { segment, more, joins, limit, isAlongOrder } = asked
  const table = sql.table(list.table)
  const id = raw(`${list.table}.id`)
  const walk = segment.key === null ? undefined : list.order.walk
  if (isAlongOrder && walk === undefined) {
    return sql`select ${sql.join([id, ...more])} from ${table} ${joins} where ${allOf(conditionsOf(asked, segment, id))}
      order by ${orderSql(segment, id)} limit ${limit}`
  }
  // The rows are picked first, so that cells are read of those alone that are shown.
  const picked = isAlongOrder && walk !== undefined ? walkedSql(list, walk, asked) : sortedSql(list, asked)
  const shown = { ...segment, key: segment.key === null ? null : raw('picked.sortedBy') }
  return sql`select ${sql.join([raw('pickedId'), ...more])} from (${picked}) as picked
    cross join ${table} on ${raw(`${list.table}.no`)} = picked.pickedNo ${joins} order by ${orderSql(shown, raw('pickedId'))}`
}

const conditionsOf = ({ where, after }: AskedStretch, segment: Segment, id: Sql): RawBuilder<SqlBool>[] => [
  ...where,
  ...segment.where,
  ...(after === null ? [] : [isBeside(segment, id, after, 'behind')]),
]

const pickedFrom = ({ table }: AskedList, key: Sql): Sql =>
  sql`select ${raw(`${table}.no`)} as pickedNo, ${raw(`${table}.id`)} as pickedId, ${key} as sortedBy from`

const sortedSql = (list: AskedList, asked: AskedStretch): Sql => {
  const { segment, limit } = asked
  const id = raw(`${list.table}.id`)
  const sorted = segment.key === null ? segment : { ...segment, key: sql`+${segment.key}` }
  return sql`${pickedFrom(list, segment.key ?? sql`null`)} ${sql.table(list.table)}
    where ${allOf(conditionsOf(asked, segment, id))} order by ${orderSql(sorted, id)} limit ${limit}`
}

/** The first rows of each part of the walk, then the first of those. SQLite sorts the rows of one name at a time, and stops when it has enough. */
const walkedSql = (list: AskedList, { from, on, key, parts }: Walk, asked: AskedStretch): Sql => {
  const { segment, after, limit } = asked
  const id = raw(`${list.table}.id`)
  const walked: Segment = { key: raw(key), direction: segment.direction, where: [sql<SqlBool>`${raw(key)} is not null`] }
  // Said of the name alone, too, for its index.
  const near = after === null ? [] : [sql<SqlBool>`${raw(key)} ${raw(segment.direction === 'asc' ? '>=' : '<=')} ${after.key}`]
  const found = parts.map(
    (part) => sql`select * from (${pickedFrom(list, raw(key))} ${raw(from)} cross join ${sql.table(list.table)} on ${raw(on)}
      where ${allOf([sql<SqlBool>`${raw(part)}`, ...near, ...conditionsOf(asked, walked, id)])}
      order by ${orderSql(walked, id)} limit ${limit})`,
  )
  if (found.length === 1) return sql.join(found)
  const shown: Segment = { ...walked, key: raw('sortedBy') }
  return sql`select * from (${sql.join(found, sql` union all `)}) order by ${orderSql(shown, raw('pickedId'))} limit ${limit}`
}
