// What a filter means, said once more in plain words: the engine's SQL must find the same rows.
import { daysAsked } from '#shared/lists/day-conditions.ts'
import { type Condition, type FilterGroup, isGroup, ME } from '#shared/lists/filter.ts'
import { folded } from '#main/db/search/archived-rows.ts'
import { type Listed, own, userIds } from './listed-office.ts'

const TODAY = '2026-03-02'
/** Shanghai has no summer time: its midnight is 16:00 of the day before in UTC. */
const dayInShanghai = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

const plain = (value: string): string => folded(value).split('\n')[0] ?? ''

const meetsText = (value: string | null, { operator, value: asked }: Condition): boolean => {
  const sought = plain(String(asked ?? '').trim())
  const [whole = '', bare = ''] = folded(value ?? '').split('\n')
  const holds = value !== null && (whole.includes(sought) || bare.includes(sought))
  switch (operator) {
    case 'is':
      return value !== null && whole === sought
    case 'isNot':
      return !(value !== null && whole === sought)
    case 'contains':
      return holds
    case 'notContains':
      return !holds
    case 'begins':
      return value !== null && whole.startsWith(sought)
    case 'ends':
      return value !== null && (whole.endsWith(sought) || bare.endsWith(sought))
    case 'empty':
      return (value ?? '') === ''
    default:
      return (value ?? '') !== ''
  }
}

const meetsNumber = (value: number | null, { operator, value: asked }: Condition): boolean => {
  if (operator === 'empty') return value === null
  if (operator === 'notEqual') return value !== asked
  if (value === null) return false
  const [low = 0, high = 0] = Array.isArray(asked) ? asked.map(Number).toSorted((a, b) => a - b) : []
  const number = Number(asked)
  switch (operator) {
    case 'equal':
      return value === number
    case 'less':
      return value < number
    case 'atMost':
      return value <= number
    case 'greater':
      return value > number
    case 'atLeast':
      return value >= number
    case 'between':
      return value >= low && value <= high
    default:
      return true
  }
}

const meetsDay = (value: string | null, condition: Condition): boolean => {
  if (condition.operator === 'empty') return value === null
  if (condition.operator === 'notEmpty') return value !== null
  const { from, to, isExcluded } = daysAsked(condition, TODAY)
  const isIn = value !== null && (from === null || value >= from) && (to === null || value <= to)
  return isExcluded ? !isIn : isIn
}

const meetsIds = (ids: readonly string[], { operator, value }: Condition): boolean => {
  const asked = Array.isArray(value) ? value.map((one) => (one === ME ? (userIds[0] ?? '') : String(one))) : []
  switch (operator) {
    case 'anyOf':
      return asked.some((one) => ids.includes(one))
    case 'noneOf':
      return !asked.some((one) => ids.includes(one))
    case 'allOf':
      return asked.every((one) => ids.includes(one))
    case 'empty':
      return ids.length === 0
    default:
      return ids.length > 0
  }
}

const listOf = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string')

const meets = (row: Listed, condition: Condition): boolean => {
  const value = row.custom[condition.field] ?? null
  switch (condition.field) {
    case 'name':
      return meetsText(row.name, condition)
    case 'city':
      return meetsText(row.city, condition)
    case 'country':
      return meetsText(row.country, condition)
    case own.text:
      return meetsText(value === null ? null : String(value), condition)
    case 'employees':
      return meetsNumber(row.employees, condition)
    case 'annualRevenueMinor': {
      const { currency } = condition
      const amount = row.revenue && (currency === undefined || row.revenue.currency === currency) ? row.revenue.amountMinor : null
      return meetsNumber(amount, condition)
    }
    case own.number:
    case own.money:
      return meetsNumber(typeof value === 'number' ? value : null, condition)
    case own.day:
      return meetsDay(value === null ? null : String(value), condition)
    case 'createdAt':
      return meetsDay(dayInShanghai(row.createdAt), condition)
    case 'ownerId':
      return meetsIds(listOf(row.ownerId), condition)
    case 'tags':
      return meetsIds(row.tags, condition)
    case own.flag:
      return (condition.operator === 'yes') === (value === true)
    default:
      return meetsIds(listOf(value), condition)
  }
}

export const passes = (row: Listed, group: FilterGroup): boolean => {
  const isMet = (item: FilterGroup['items'][number]): boolean => (isGroup(item) ? passes(row, item) : meets(row, item))
  if (group.items.length === 0) return true
  const held = group.join === 'and' ? group.items.every(isMet) : group.items.some(isMet)
  return held !== group.not
}
