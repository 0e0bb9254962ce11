// A question about a list, understood: its fields looked up, its broken conditions left out, its days known.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { AppError } from '#shared/base/app-error.ts'
import { dayInZone } from '#shared/base/day.ts'
import { addDays } from '#shared/calendar/days.ts'
import { movesWithTheDay } from '#shared/lists/day-conditions.ts'
import { type Condition, conditionsOf, type FilterGroup, isGroup } from '#shared/lists/filter.ts'
import { firstSort, listFields } from '#shared/lists/list-fields.ts'
import type { ListQuestion } from '#shared/lists/list-question.ts'
import { searchKindOf } from '#main/db/registry/search-kinds.ts'
import { isFound } from '#main/db/selection.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { builtInColumns } from './columns/columns-of.ts'
import { customColumn } from './columns/custom-columns.ts'
import type { ListColumn, SortKey } from './columns/list-column.ts'
import { type ColumnOf, conditionSql, conditionsSql } from './conditions/filter-sql.ts'
import type { Terms } from './conditions/terms.ts'
import { type CustomFieldRow, isCustomKey, listCustomFields } from './custom-fields.repository.ts'
import { rowsOf, tableOf } from './list-table.ts'
import { customKeysIn, usableFilter } from './usable-filter.ts'

export interface ListOrder extends SortKey {
  readonly direction: 'asc' | 'desc'
}

export interface AskedList {
  readonly question: ListQuestion
  readonly table: ReturnType<typeof tableOf>
  readonly order: ListOrder
  /** What the rows of the list are before any filter. */
  readonly rows: readonly RawBuilder<SqlBool>[]
  /** What the text and the filter ask besides. */
  readonly asked: readonly RawBuilder<SqlBool>[]
  /** Those of `asked` that an index could find the rows of. */
  readonly found: readonly RawBuilder<SqlBool>[]
  readonly columnOf: ColumnOf
  /** Says what the SQL of this question depends on; null if it depends on too much to be kept. */
  readonly shape: string | null
}

const FINDING: readonly string[] = [
  'is',
  'equal',
  'anyOf',
  'between',
  'on',
  'within',
  'lastDays',
  'nextDays',
  'less',
  'atMost',
].concat(['greater', 'atLeast', 'before', 'until', 'after', 'since', 'moreThanDaysAgo', 'moreThanDaysAhead', 'yes'])

/** The office's own fields that a question or its columns name. */
const customFieldsIn = ({ db }: CallContext, question: ListQuestion, fields: readonly string[]): readonly CustomFieldRow[] => {
  const isNamed = [...fields, question.sort?.field ?? ''].some(isCustomKey) || customKeysIn(question.filter).length > 0
  return isNamed ? listCustomFields(db, question.entity) : []
}

/** The day that “today” is: the one the window said, which may be a day off the engine's clock around midnight, and no more. */
const todayOf = ({ now }: CallContext, question: ListQuestion, timeZone: string): string => {
  const own = dayInZone(now(), timeZone)
  const said = question.today ?? own
  if (said < addDays(own, -1) || said > addDays(own, 1)) throw new AppError('invalid_input', 'lists.wrongDay', { said, own })
  return said
}

const needsDays = (filter: FilterGroup, columnOf: ColumnOf): boolean =>
  conditionsOf(filter).some(({ condition }) => {
    const type = columnOf(condition.field)?.type
    return type === 'moment' || type === 'birthday' || movesWithTheDay(condition)
  })

/** `fields`: further fields that are asked for, such as the columns. */
export const askList = (context: CallContext, question: ListQuestion, fields: readonly string[] = []): AskedList => {
  const { db, actor, run, search } = context
  const { entity, state, text } = question
  const table = tableOf(entity)
  const custom = customFieldsIn(context, question, fields)
  const columnOf = columnsOf(entity, custom, actor.userId)
  const { filter } = usableFilter(db, entity, question.filter, custom, actor.userId)
  const isDated = needsDays(filter, columnOf)
  const timeZone = isDated ? run('settings.get', {}).timeZone : 'UTC'
  const today = isDated ? todayOf(context, question, timeZone) : ''
  const terms: Terms = { today, timeZone, state, table, find: (sought) => search.condition(sought, searchKindOf(table), state) }
  const conditions = conditionsSql(filter, columnOf, terms)
  const typed = text.trim() === '' ? null : search.condition(text, searchKindOf(table), state)
  const searched = typed === null ? [] : [isFound(table, typed)]
  const order = orderOf(question, columnOf)
  return {
    ...{ question, table, order, columnOf, rows: rowsOf(entity, state) },
    asked: [...searched, ...conditions],
    found: [...searched, ...findersIn(filter, columnOf, terms)],
    shape: typed === null ? JSON.stringify([entity, state, filter, question.sort, today, timeZone, custom, actor.userId]) : null,
  }
}

const columnsOf = (entity: ListQuestion['entity'], custom: readonly CustomFieldRow[], me: string | null): ColumnOf => {
  const builtIn = builtInColumns(entity, me)
  const made = new Map<string, ListColumn>()
  return (id) => {
    const known = builtIn[id] ?? made.get(id)
    if (known) return known
    const field = custom.find(({ key }) => key === id)
    if (!field) return undefined
    const column = customColumn(tableOf(entity), field)
    made.set(id, column)
    return column
  }
}

const orderOf = ({ entity, sort }: ListQuestion, columnOf: ColumnOf): ListOrder => {
  const asked = sort === null ? null : columnOf(sort.field)?.sort
  if (asked && sort) return { ...asked, direction: sort.direction }
  const own = firstSort[entity]
  const key = columnOf(own.field)?.sort
  if (!key) throw new Error(`${entity} have no order of their own.`)
  return { ...key, direction: own.direction }
}

const findersIn = (filter: FilterGroup, columnOf: ColumnOf, terms: Terms): RawBuilder<SqlBool>[] => {
  if (filter.join === 'or' && filter.items.length > 1) return []
  if (filter.not) return []
  return filter.items.flatMap((item) => {
    if (isGroup(item)) return findersIn(item, columnOf, terms)
    const column = columnOf(item.field)
    return column?.isIndexed && isFinding(item) ? [conditionSql(column, item, terms)] : []
  })
}

const isFinding = ({ operator }: Condition): boolean => FINDING.includes(operator)

export const allOf = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`

/** Whether the rows are all in use, unfiltered: an index on them yields exactly these. */
export const isWhole = ({ question, asked }: AskedList): boolean =>
  question.state === 'active' && question.entity !== 'tasks' && asked.length === 0

export const isBuiltIn = (entity: ListQuestion['entity'], id: string): boolean =>
  listFields[entity].some((field) => field.id === id)
