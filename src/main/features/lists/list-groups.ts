// A list by groups: how many rows each holds and what they add up to. Each row is in exactly one group, so subtotals add up to the total.
import { type RawBuilder, sql } from 'kysely'
import { dayInZone } from '#shared/base/day.ts'
import { addDays } from '#shared/calendar/days.ts'
import { momentAt } from '#shared/calendar/zone.ts'
import { canGroup } from '#shared/lists/built-in-field.ts'
import type { Condition } from '#shared/lists/filter.ts'
import type { ListGroup } from '#shared/lists/list-question.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { allOf, type AskedList } from './asked-list.ts'
import { type ListColumn, raw, type Sql } from './columns/list-column.ts'
import { type GroupKey, sumsByGroup } from './list-sums.ts'

/** The most groups that are answered; more would be no overview. */
const MAX_GROUPS = 1000

interface GroupRow {
  readonly groupKey: GroupKey
  readonly label: string | null
  readonly count: number
}

export const groupsOf = (
  db: Db,
  list: AskedList,
  field: string,
  columns: readonly string[],
  timeZone: string,
): { groups: ListGroup[]; isCut: boolean } => {
  const column = list.columnOf(field)
  if (!column || !canGroup(column.type)) return { groups: [], isCut: false }
  const group = groupSql(db, list, column, timeZone)
  const where = allOf([...list.rows, ...list.asked])
  const direction = list.question.sort?.field === field ? list.question.sort.direction : 'asc'
  const rows = db.all(
    compileSql(sql<GroupRow>`select ${group} as groupKey, min(${labelSql(column)}) as label, count(*) as count
      from ${sql.table(list.table)} where ${where} group by 1
      order by groupKey is null, min(${placeSql(column)}) ${sql.raw(direction)}, groupKey limit ${sql.lit(MAX_GROUPS + 1)}`),
  )
  const sums = sumsByGroup(db, list, columns, group)
  return {
    groups: rows.slice(0, MAX_GROUPS).map(({ groupKey, label, count }) => ({
      key: column.type === 'boolean' ? groupKey === 1 : groupKey === null ? null : String(groupKey),
      label: isNamed(column) || isText(column) ? label : null,
      count,
      sums: sums.get(groupKey) ?? [],
      condition: conditionOf(field, column, groupKey, label),
    })),
    isCut: rows.length > MAX_GROUPS,
  }
}

const isNamed = ({ type }: ListColumn): boolean => type === 'user' || type === 'reference'
const isText = ({ type }: ListColumn): boolean => type === 'text'

/** What the rows of a group have in common. */
export const groupSql = (db: Db, list: AskedList, column: ListColumn, timeZone: string): Sql => {
  const { type, value } = column
  if (type === 'text') return sql`nullif(folded(${value}), ${'\n'})`
  if (type === 'day') return sql`substr(${value}, 1, 7)`
  return type === 'moment' ? monthSql(db, list, value, timeZone) : value
}

const labelSql = ({ joined, value }: ListColumn): Sql =>
  joined === null ? value : sql`(select ${raw(joined.name)} from ${raw(joined.table)} as at where at.id = ${value})`

/** What groups stand in order by. */
export const placeSql = ({ type, sort, value }: ListColumn): Sql =>
  type === 'day' || type === 'moment' ? value : (sort?.key ?? value)

/** The month that a moment falls in where the office is: months begin at the office's midnight. */
const monthSql = (db: Db, list: AskedList, value: Sql, timeZone: string): Sql => {
  const ends = db.get(
    compileSql(sql<{ first: string | null; last: string | null }>`select min(${value}) as first, max(${value}) as last
      from ${sql.table(list.table)} where ${allOf([...list.rows, ...list.asked])}`),
  )
  if (!ends?.first || !ends.last) return sql`null`
  const cases: RawBuilder<unknown>[] = []
  const last = dayInZone(ends.last, timeZone).slice(0, 7)
  for (let month = dayInZone(ends.first, timeZone).slice(0, 7); ; month = monthAfter(month)) {
    const end = new Date(momentAt(`${monthAfter(month)}-01`, 0, timeZone)).toISOString()
    cases.push(sql`when ${value} < ${end} then ${month}`)
    if (month >= last) break
  }
  return sql`case when ${value} is null then null ${sql.join(cases, sql` `)} end`
}

const monthAfter = (month: string): string => addDays(`${month}-01`, 31).slice(0, 7)

const lastDayOf = (month: string): string => addDays(`${monthAfter(month)}-01`, -1)

const conditionOf = (field: string, { type }: ListColumn, key: GroupKey, label: string | null): Condition => {
  if (type === 'boolean') return { field, operator: key === 1 ? 'yes' : 'no', value: null }
  if (key === null) return { field, operator: 'empty', value: null }
  if (type === 'text') return { field, operator: 'is', value: label }
  if (type === 'day' || type === 'moment') {
    const month = String(key)
    return { field, operator: 'between', value: [`${month}-01`, lastDayOf(month)] }
  }
  return { field, operator: 'anyOf', value: [String(key)] }
}
