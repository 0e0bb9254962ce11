// A question about a list, understood: its fields looked up, its broken conditions left out, its days known. The SQL is made only when it is
// needed, since most questions were asked before.
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
import { columnsOf } from './columns/columns-of.ts'
import { typeOfCustom } from './columns/custom-columns.ts'
import type { SortKey } from './columns/list-column.ts'
import { type ColumnOf, conditionSql, conditionsSql } from './conditions/filter-sql.ts'
import type { Terms } from './conditions/terms.ts'
import { type CustomFieldRow, isCustomKey, listNamedFields } from './custom-fields.repository.ts'
import { importCondition } from './import-rows.ts'
import { rowsOf, tableOf } from './list-table.ts'
import { customKeysIn, usableFilter } from './usable-filter.ts'

export interface ListOrder extends SortKey {
  readonly direction: 'asc' | 'desc'
}

export interface Finder {
  readonly condition: RawBuilder<SqlBool>
  /** The index yields the rows in the list's own order. */
  readonly isOrdered: boolean
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
  readonly found: readonly Finder[]
  readonly columnOf: ColumnOf
}

export interface UnderstoodList {
  /** Says all that the SQL of this question depends on; null if the search index or the log is asked, too. */
  readonly shape: string | null
  readonly build: () => AskedList
}

/** The operators whose rows an index can find. */
const FINDING: ReadonlySet<string> = new Set<Condition['operator']>([
  ...(['is', 'equal', 'anyOf', 'between', 'on', 'within', 'lastDays', 'nextDays', 'less', 'atMost', 'greater'] as const),
  ...(['atLeast', 'before', 'until', 'after', 'since', 'moreThanDaysAgo', 'moreThanDaysAhead', 'yes'] as const),
])

/** `fields`: further fields that are asked for, such as the columns. */
export const understand = (context: CallContext, question: ListQuestion, fields: readonly string[] = []): UnderstoodList => {
  const { db, actor } = context
  const { entity, state, text, importId } = question
  const me = actor.userId
  const custom = customFieldsIn(context, question, fields)
  const { filter } = usableFilter(db, entity, question.filter, custom, me)
  const isDated = needsDays(filter, question, custom)
  const timeZone = isDated ? context.run('settings.get', {}).timeZone : 'UTC'
  const today = isDated ? todayOf(context, question, timeZone) : ''
  const table = tableOf(entity)
  const find = (sought: string) => context.search.condition(sought, searchKindOf(table), state)
  const typed = text.trim() === '' ? null : find(text)
  return {
    // What an import wrote is a list of its own, too long to be kept.
    shape:
      typed === null && importId === null
        ? JSON.stringify([entity, state, filter, question.sort, today, timeZone, custom, me])
        : null,
    build: () => {
      const columnOf = columnsOf(entity, custom, me)
      const terms: Terms = { today, timeZone, state, table, find }
      const searched = [
        ...(typed === null ? [] : [isFound(table, typed)]),
        ...(importId === null ? [] : [importCondition(context, importId, table)]),
      ]
      const sortField = question.sort?.field ?? firstSort[entity].field
      return {
        ...{ question, table, columnOf, order: orderOf(question, columnOf), rows: rowsOf(entity, state, me) },
        asked: [...searched, ...conditionsSql(filter, columnOf, terms)],
        found: [
          ...searched.map((condition) => ({ condition, isOrdered: false })),
          ...findersIn(filter, columnOf, terms, sortField),
        ],
      }
    },
  }
}

export const askList = (context: CallContext, question: ListQuestion, fields: readonly string[] = []): AskedList =>
  understand(context, question, fields).build()

/** The office's own fields that a question or its columns name. */
const customFieldsIn = ({ db }: CallContext, question: ListQuestion, fields: readonly string[]): readonly CustomFieldRow[] => {
  const named = new Set([...fields, question.sort?.field ?? '', ...customKeysIn(question.filter)].filter(isCustomKey))
  return named.size === 0 ? [] : listNamedFields(db, question.entity, [...named])
}

/** The day that “today” is: the one the window said, which may be a day off the engine's clock around midnight, and no more. */
const todayOf = ({ now }: CallContext, question: ListQuestion, timeZone: string): string => {
  const own = dayInZone(now(), timeZone)
  const said = question.today ?? own
  if (said < addDays(own, -1) || said > addDays(own, 1)) throw new AppError('invalid_input', 'lists.wrongDay', { said, own })
  return said
}

const needsDays = (filter: FilterGroup, { entity }: ListQuestion, custom: readonly CustomFieldRow[]): boolean =>
  conditionsOf(filter).some(({ condition }) => {
    const own = custom.find(({ key }) => key === condition.field)
    const type = own ? typeOfCustom(own) : listFields[entity].find(({ id }) => id === condition.field)?.type
    return type === 'moment' || type === 'birthday' || movesWithTheDay(condition)
  })

const orderOf = ({ entity, sort }: ListQuestion, columnOf: ColumnOf): ListOrder => {
  const asked = sort === null ? null : columnOf(sort.field)?.sort
  if (asked && sort) return { ...asked, direction: sort.direction }
  const own = firstSort[entity]
  const key = columnOf(own.field)?.sort
  if (!key) throw new Error(`${entity} have no order of their own.`)
  return { ...key, direction: own.direction }
}

const findersIn = (filter: FilterGroup, columnOf: ColumnOf, terms: Terms, sortField: string): Finder[] => {
  if (filter.not || (filter.join === 'or' && filter.items.length > 1)) return []
  return filter.items.flatMap((item) => {
    if (isGroup(item)) return findersIn(item, columnOf, terms, sortField)
    const column = columnOf(item.field)
    if (!column?.isIndexed || !FINDING.has(item.operator)) return []
    const isOne = item.operator === 'anyOf' && Array.isArray(item.value) && item.value.length === 1
    return [{ condition: conditionSql(column, item, terms), isOrdered: isOne && column.ordersBy === sortField }]
  })
}

export const allOf = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`

/** Whether the rows are all in use, unfiltered: an index on them yields exactly these. */
export const isWhole = ({ question, asked }: AskedList): boolean =>
  question.state === 'active' && question.entity !== 'tasks' && asked.length === 0
