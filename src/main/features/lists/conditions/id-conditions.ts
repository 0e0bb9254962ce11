// Conditions on what stands for something else: choices, users, records, tags.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Condition } from '#shared/lists/filter.ts'
import type { ListColumn, Sql } from '../columns/list-column.ts'

const no = (condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> => sql<SqlBool>`not ifnull(${condition}, 0)`

const listed = (ids: readonly string[]): Sql => sql`(select value from json_each(${JSON.stringify(ids)}))`

/** One value is compared, so that an index can yield its rows in order; several are a set. */
const isOneOf = (compared: Sql, ids: readonly string[]): RawBuilder<SqlBool> =>
  ids.length === 1 ? sql<SqlBool>`${compared} = ${ids[0]}` : sql<SqlBool>`${compared} in ${listed(ids)}`

const isAny = ({ value, storedKey, among }: ListColumn, ids: readonly string[]): RawBuilder<SqlBool> => {
  const exact = isOneOf(storedKey ?? value, ids)
  return among === null ? exact : sql<SqlBool>`(${among(JSON.stringify(ids))} and ${exact})`
}

const holdsOne = (members: Sql, among: ListColumn['among'], ids: readonly string[]): RawBuilder<SqlBool> =>
  among === null
    ? sql<SqlBool>`exists (select 1 from (${members}) as member where member.value in ${listed(ids)})`
    : among(JSON.stringify(ids))

const holdsAll = (members: Sql, ids: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(select count(distinct member.value) from (${members}) as member where member.value in ${listed(ids)}) = ${new Set(ids).size}`

export const idCondition = (column: ListColumn, { operator, value }: Condition): RawBuilder<SqlBool> => {
  const ids = Array.isArray(value) ? value.map(String) : []
  const { members, among } = column
  switch (operator) {
    case 'anyOf':
      return members === null ? isAny(column, ids) : holdsOne(members, among, ids)
    case 'noneOf':
      return no(members === null ? isAny(column, ids) : holdsOne(members, among, ids))
    case 'allOf':
      return members === null ? isAny(column, ids) : holdsAll(members, ids)
    case 'notEmpty':
      return members === null ? sql<SqlBool>`${column.value} is not null` : sql<SqlBool>`exists (${members})`
    default:
      return members === null ? sql<SqlBool>`${column.value} is null` : sql<SqlBool>`not exists (${members})`
  }
}

export const flagCondition = ({ flags }: ListColumn, { operator }: Condition): RawBuilder<SqlBool> => {
  if (flags === null) throw new Error('The column is no yes or no.')
  return sql<SqlBool>`(${operator === 'yes' ? flags.yes : flags.no})`
}
