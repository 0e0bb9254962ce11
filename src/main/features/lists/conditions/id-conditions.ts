// Conditions on what stands for something else: choices, users, records, tags.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Condition } from '#shared/lists/filter.ts'
import type { ListColumn } from '../columns/list-column.ts'

const no = (condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> => sql<SqlBool>`not ifnull(${condition}, 0)`

/** One value is compared, so that an index can yield its rows in order; several are a set. */
const isOne = ({ value, storedKey }: ListColumn, ids: readonly string[]): RawBuilder<SqlBool> => {
  const compared = storedKey ?? value
  return ids.length === 1
    ? sql<SqlBool>`${compared} = ${ids[0]}`
    : sql<SqlBool>`${compared} in (select value from json_each(${JSON.stringify(ids)}))`
}

const holdsOne = (members: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from (${members}) as member where member.value in (select value from json_each(${JSON.stringify(ids)})))`

const holdsAll = (members: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(select count(distinct member.value) from (${members}) as member where member.value in (select value from json_each(${JSON.stringify(ids)}))) = ${new Set(ids).size}`

const memberCondition = (members: RawBuilder<unknown>, operator: Condition['operator'], ids: readonly string[]) => {
  switch (operator) {
    case 'anyOf':
      return holdsOne(members, ids)
    case 'noneOf':
      return no(holdsOne(members, ids))
    case 'allOf':
      return holdsAll(members, ids)
    case 'notEmpty':
      return sql<SqlBool>`exists (${members})`
    default:
      return sql<SqlBool>`not exists (${members})`
  }
}

export const idCondition = (column: ListColumn, { operator, value }: Condition): RawBuilder<SqlBool> => {
  const ids = Array.isArray(value) ? value.map(String) : []
  if (column.members !== null) return memberCondition(column.members, operator, ids)
  switch (operator) {
    case 'anyOf':
      return isOne(column, ids)
    case 'noneOf':
      return no(isOne(column, ids))
    case 'notEmpty':
      return sql<SqlBool>`${column.value} is not null`
    default:
      return sql<SqlBool>`${column.value} is null`
  }
}

export const flagCondition = ({ flags }: ListColumn, { operator }: Condition): RawBuilder<SqlBool> => {
  if (flags === null) throw new Error('The column is no yes or no.')
  return sql<SqlBool>`(${operator === 'yes' ? flags.yes : flags.no})`
}
