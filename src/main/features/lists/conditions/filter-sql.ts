// A filter as SQL. A condition may be null where a value is missing: that counts as no, also under a “not”.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { type Condition, type FilterGroup, isGroup } from '#shared/lists/filter.ts'
import type { ListColumn } from '../columns/list-column.ts'
import { flagCondition, idCondition } from './id-conditions.ts'
import { birthdayCondition, dayCondition, numberCondition } from './size-conditions.ts'
import type { Terms } from './terms.ts'
import { textCondition } from './text-conditions.ts'

export type ColumnOf = (field: string) => ListColumn | undefined

/** The condition on one field. It must be complete. */
export const conditionSql = (column: ListColumn, condition: Condition, terms: Terms): RawBuilder<SqlBool> => {
  switch (column.type) {
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'website':
      return textCondition(column, condition, terms)
    case 'number':
    case 'money':
      return numberCondition(column, condition)
    case 'day':
    case 'moment':
      return dayCondition(column, condition, terms)
    case 'birthday':
      return birthdayCondition(column, condition, terms)
    case 'boolean':
      return flagCondition(column, condition)
    case 'choice':
    case 'choices':
    case 'user':
    case 'reference':
    case 'tags':
      return idCondition(column, condition)
  }
}

/** What a group's rows fulfil, one condition each; a group of “and” only, so that an index can answer one of them. */
export const conditionsSql = (group: FilterGroup, columnOf: ColumnOf, terms: Terms): RawBuilder<SqlBool>[] => {
  const items = group.items.flatMap((item) => {
    if (isGroup(item)) return item.items.length === 0 ? [] : [groupSql(item, columnOf, terms)]
    const column = columnOf(item.field)
    return column ? [conditionSql(column, item, terms)] : []
  })
  if (items.length === 0) return []
  if (group.join === 'and' && !group.not) return items
  const joined = sql.join(items, group.join === 'and' ? sql` and ` : sql` or `)
  return [group.not ? sql<SqlBool>`not ifnull((${joined}), 0)` : sql<SqlBool>`(${joined})`]
}

const groupSql = (group: FilterGroup, columnOf: ColumnOf, terms: Terms): RawBuilder<SqlBool> => {
  const conditions = conditionsSql(group, columnOf, terms)
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}
