// Conditions on numbers, amounts, days and moments: ranges of what is stored.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { addDays } from '#shared/calendar/days.ts'
import { momentAt } from '#shared/calendar/zone.ts'
import { type AskedDays, daysAsked } from '#shared/lists/day-conditions.ts'
import type { Condition } from '#shared/lists/filter.ts'
import { daysOf, period } from '#shared/lists/relative-days.ts'
import type { ListColumn } from '../columns/list-column.ts'
import type { Terms } from './terms.ts'

type Limit = string | number

interface Ends {
  readonly from?: Limit | null
  readonly to?: Limit | null
  /** The same without the ends themselves. */
  readonly above?: Limit | null
  readonly below?: Limit | null
}

/** Blanks are not in any range. A stored key stands highest where there is no value, so an open end is closed before it. */
const inRange = ({ value, storedKey }: ListColumn, { from, to, above, below }: Ends): RawBuilder<SqlBool> => {
  const compared = storedKey ?? value
  const ends: RawBuilder<SqlBool>[] = []
  if (from !== null && from !== undefined) ends.push(sql<SqlBool>`${compared} >= ${from}`)
  if (above !== null && above !== undefined) ends.push(sql<SqlBool>`${compared} > ${above}`)
  if (to !== null && to !== undefined) ends.push(sql<SqlBool>`${compared} <= ${to}`)
  else if (below !== null && below !== undefined) ends.push(sql<SqlBool>`${compared} < ${below}`)
  else ends.push(storedKey === null ? sql<SqlBool>`${value} is not null` : sql<SqlBool>`${storedKey} < char(1114111)`)
  return sql<SqlBool>`(${sql.join(ends, sql` and `)})`
}

const exceptFor = (condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> => sql<SqlBool>`not ifnull(${condition}, 0)`

const isThere = (column: ListColumn): RawBuilder<SqlBool> => inRange(column, {})

export const numberCondition = (column: ListColumn, condition: Condition): RawBuilder<SqlBool> => {
  const { operator, value, currency } = condition
  const given = typeof value === 'number' ? value : 0
  const [low = 0, high = 0] = Array.isArray(value) ? value.map(Number).toSorted((a, b) => a - b) : []
  const asked = (): RawBuilder<SqlBool> => {
    switch (operator) {
      case 'equal':
      case 'notEqual':
        return inRange(column, { from: given, to: given })
      case 'less':
        return inRange(column, { below: given })
      case 'atMost':
        return inRange(column, { to: given })
      case 'greater':
        return inRange(column, { above: given })
      case 'atLeast':
        return inRange(column, { from: given })
      case 'between':
        return inRange(column, { from: low, to: high })
      default:
        return isThere(column)
    }
  }
  const inCurrency =
    currency === undefined || column.currency === null ? sql<SqlBool>`true` : sql<SqlBool>`${column.currency} = ${currency}`
  const hit = column.currency === null ? asked() : sql<SqlBool>`(${asked()} and ${inCurrency})`
  return operator === 'notEqual' || operator === 'empty' ? exceptFor(hit) : hit
}

const dayRange = (column: ListColumn, { from, to }: AskedDays): RawBuilder<SqlBool> => inRange(column, { from, to })

const momentRange = (column: ListColumn, { from, to }: AskedDays, timeZone: string): RawBuilder<SqlBool> =>
  inRange(column, {
    from: from === null ? null : startOf(from, timeZone),
    below: to === null ? null : startOf(addDays(to, 1), timeZone),
  })

const startOf = (day: string, timeZone: string): string => new Date(momentAt(day, 0, timeZone)).toISOString()

export const dayCondition = (column: ListColumn, condition: Condition, { today, timeZone }: Terms): RawBuilder<SqlBool> => {
  if (condition.operator === 'notEmpty') return isThere(column)
  if (condition.operator === 'empty') return exceptFor(isThere(column))
  const asked = daysAsked(condition, today)
  const hit = column.type === 'moment' ? momentRange(column, asked, timeZone) : dayRange(column, asked)
  return asked.isExcluded ? exceptFor(hit) : hit
}

/** Birthdays by month and day, whatever the year; a span may run over the new year. */
export const birthdayCondition = ({ value }: ListColumn, condition: Condition, { today }: Terms): RawBuilder<SqlBool> => {
  if (condition.operator === 'empty') return sql<SqlBool>`${value} is null`
  if (condition.operator === 'notEmpty') return sql<SqlBool>`${value} is not null`
  const { from, to } =
    condition.operator === 'within' ? daysOf(period.parse(condition.value), today) : { ...daysAsked(condition, today) }
  const [first, last] = [from ?? today, to ?? today]
  if (addDays(first, 365) <= last) return sql<SqlBool>`${value} is not null`
  const [low, high] = [first.slice(5), last.slice(5)]
  const monthAndDay = sql`substr(${value}, -5)`
  return low <= high
    ? sql<SqlBool>`${monthAndDay} between ${low} and ${high}`
    : sql<SqlBool>`(${monthAndDay} >= ${low} or ${monthAndDay} <= ${high})`
}
