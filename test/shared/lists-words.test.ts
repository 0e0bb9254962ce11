// A filter as a sentence, and the days that move.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '#shared/base/messages.ts'
import { daysAsked } from '#shared/lists/day-conditions.ts'
import type { Condition, FilterGroup, FilterItem } from '#shared/lists/filter.ts'
import { filterWords, type Speech } from '#shared/lists/filter-words.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import { listFields } from '#shared/lists/list-fields.ts'
import { daysOf, period } from '#shared/lists/relative-days.ts'
import { createTranslate } from '#renderer/i18n/translate.ts'

const fields = listFields.companies.map((field): ListField => ({ ...field, choices: [] }))

const speech = (language: Language): Speech => {
  const translate = createTranslate(language)
  return {
    t: (key, params) => translate.known(key, 'lists.words.gone_field', params),
    field: (id) => fields.find((field) => field.id === id),
    name: (id) => ({ u1: '张伟', t1: '黑名单' })[id],
    number: String,
    money: (minor, currency) => `${currency} ${minor / 100}`,
    day: (day) => day,
    currency: 'CNY',
  }
}

const and = (...items: FilterItem[]): FilterGroup => ({ join: 'and', not: false, items })
const or = (...items: FilterItem[]): FilterGroup => ({ join: 'or', not: false, items })
const city: Condition = { field: 'city', operator: 'is', value: '杭州' }
const longAgo: Condition = { field: 'lastActivityAt', operator: 'moreThanDaysAgo', value: 90 }
const never: Condition = { field: 'lastActivityAt', operator: 'empty', value: null }
const notListed: Condition = { field: 'tags', operator: 'noneOf', value: ['t1'] }

describe('in words', () => {
  test('the last contact is long ago or never was', () => {
    const filter = and(city, or(longAgo, never), notListed)
    expect(filterWords(filter, speech('en'))).toBe(
      'City is 杭州 and (Last contact more than 90 days ago or Last contact is empty) and Tags is not 黑名单',
    )
    expect(filterWords(filter, speech('zh-CN'))).toBe('城市为杭州，且（最近联系在 90 天以前，或最近联系为空），且标签不为黑名单')
  })

  test.each([
    ['Everything', and()],
    ['Owner is me or 张伟', and({ field: 'ownerId', operator: 'anyOf', value: ['me', 'u1'] })],
    ['not (City is 杭州)', { ...and(city), not: true }],
    ['Annual revenue ≥ EUR 12', and({ field: 'annualRevenueMinor', operator: 'atLeast', value: 1200, currency: 'EUR' })],
    ['Employees from 5 to 9', and({ field: 'employees', operator: 'between', value: [5, 9] })],
    ['Added this month', and({ field: 'createdAt', operator: 'within', value: 'thisMonth' })],
    ['Next task before today', and({ field: 'nextTaskOn', operator: 'before', value: 'today' })],
    ['Owner is something that is gone', and({ field: 'ownerId', operator: 'anyOf', value: ['u9'] })],
    ['a field that is gone …', and({ field: 's0123456789ab', operator: 'is', value: 'x' })],
    ['Employees …', and({ field: 'employees', operator: 'less', value: null })],
  ])('%s', (words, filter) => {
    expect(filterWords(filter, speech('en'))).toBe(words)
  })
})

describe('days that move', () => {
  test.each([
    // A Sunday ends its week; weeks begin on Monday.
    ['thisWeek', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['nextWeek', '2026-11-22', '2026-11-23', '2026-11-29'],
    ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['nextMonth', '2026-12-31', '2027-01-01', '2027-01-31'],
    ['lastQuarter', '2026-02-10', '2025-10-01', '2025-12-31'],
    ['nextQuarter', '2026-11-22', '2027-01-01', '2027-03-31'],
    ['lastYear', '2024-02-29', '2023-01-01', '2023-12-31'],
    ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
  ] as const)('%s of %s', (asked, today, from, to) => {
    expect(daysOf(asked, today)).toEqual({ from, to })
  })

  test('this and the next period meet without a gap, whatever the day', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(day, fc.constantFrom('Week', 'Month', 'Quarter', 'Year'), (today, unit) => {
        const [last, current, following] = ['last', 'this', 'next'].map((which) => daysOf(period.parse(`${which}${unit}`), today))
        expect(current && current.from <= today && today <= current.to).toBe(true)
        expect([next(last?.to ?? ''), next(current?.to ?? '')]).toEqual([current?.from, following?.from])
      }),
    )
  })

  test('the last seven days hold today, and more than seven days ago begins behind them', () => {
    const asked = (operator: Condition['operator'], value: number) => daysAsked({ field: 'x', operator, value }, '2026-03-02')
    expect(asked('lastDays', 7)).toEqual({ from: '2026-02-24', to: '2026-03-02', isExcluded: false })
    expect(asked('nextDays', 1)).toEqual({ from: '2026-03-02', to: '2026-03-02', isExcluded: false })
    expect(asked('moreThanDaysAgo', 7)).toEqual({ from: null, to: '2026-02-22', isExcluded: false })
  })
})
