// The filter builder's questions against the same rows in memory: every operator, nested as deep as it goes.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operandOf, operatorsOf, type FieldType } from '#shared/lists/field-type.ts'
import type { Condition, FilterGroup } from '#shared/lists/filter.ts'
import { period } from '#shared/lists/relative-days.ts'
import type { TestApp } from '../../support/test-app.ts'
import { choiceIds, type Listed, openOffice, own, tagIds, userIds } from './listed-office.ts'
import { passes } from './plain-filter.ts'

let app: TestApp
let rows: Listed[]
beforeAll(async () => {
  ;({ app, rows } = await openOffice())
})
afterAll(() => app.close())

const types: Readonly<Record<string, FieldType>> = {
  ...{ name: 'text', city: 'text', country: 'text', employees: 'number', annualRevenueMinor: 'money', createdAt: 'moment' },
  ...{ ownerId: 'user', tags: 'tags', [own.text]: 'text', [own.number]: 'number', [own.day]: 'day', [own.choice]: 'choice' },
  ...{ [own.choices]: 'choices', [own.flag]: 'boolean', [own.money]: 'money' },
}

const idsFor = (type: FieldType): string[] => (type === 'user' ? [...userIds, 'me'] : type === 'tags' ? tagIds : choiceIds)

const day = fc.constantFrom('2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03', 'today', 'yesterday', 'tomorrow')
const number = fc.oneof(fc.integer({ min: -12, max: 40 }), fc.constantFrom(2.5, -10.5, 4000))
const text = fc.constantFrom(
  '华',
  '华腾',
  '重庆',
  'berlin',
  'BERLIN',
  'müller',
  'acme',
  'e',
  'Full',
  '2',
  '北光',
  'ürü',
  '甲',
  'Al',
  'gmbh 2',
)

const operand = (type: FieldType, operator: Condition['operator']): fc.Arbitrary<Condition['value']> => {
  switch (operandOf(type, operator)) {
    case 'none':
      return fc.constant(null)
    case 'text':
      return text
    case 'number':
      return number
    case 'numbers':
      return fc.tuple(number, number).map(([a, b]) => [a, b])
    case 'day':
      return day
    case 'days':
      return fc.tuple(day, day).map(([a, b]) => [a, b])
    case 'period':
      return fc.constantFrom(...period.options)
    case 'count':
      return fc.integer({ min: 1, max: 400 })
    case 'ids':
      return fc.uniqueArray(fc.constantFrom(...idsFor(type)), { minLength: 1, maxLength: 3 })
  }
}

const conditionOn = (field: string, operator: Condition['operator']): fc.Arbitrary<Condition> => {
  const type = types[field] ?? 'text'
  const currency = type === 'money' && field !== own.money ? fc.constantFrom(undefined, 'CNY', 'EUR') : fc.constant(undefined)
  return fc
    .tuple(operand(type, operator), currency)
    .map(([value, code]) => ({ field, operator, value, ...(code ? { currency: code } : {}) }))
}

const anyCondition = fc
  .constantFrom(...Object.entries(types).flatMap(([field, type]) => operatorsOf[type].map((operator) => ({ field, operator }))))
  .chain(({ field, operator }) => conditionOn(field, operator))

const groupOf = (depth: number): fc.Arbitrary<FilterGroup> =>
  fc.record({
    join: fc.constantFrom('and', 'or'),
    not: fc.boolean(),
    items: fc.array(
      depth > 1 ? fc.oneof({ weight: 2, arbitrary: anyCondition }, { weight: 1, arbitrary: groupOf(depth - 1) }) : anyCondition,
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  })

const found = async (filter: FilterGroup, sort: string | null = null): Promise<string[]> => {
  const { rows: page } = await app.ask('lists.page', {
    ...{ entity: 'companies', filter, columns: [], limit: 1000 },
    sort: sort === null ? null : { field: sort, direction: 'desc' },
  })
  return page.map(({ id }) => id).sort()
}

const expected = (filter: FilterGroup): string[] =>
  rows
    .filter((row) => passes(row, filter))
    .map(({ id }) => id)
    .sort()

const each = Object.entries(types).flatMap(([field, type]) => operatorsOf[type].map((operator) => [field, operator] as const))

test.each(each)('%s %s finds the rows that it names', async (field, operator) => {
  await fc.assert(
    fc.asyncProperty(conditionOn(field, operator), fc.boolean(), async (condition, not) => {
      const filter: FilterGroup = { join: 'and', not, items: [condition] }
      expect(await found(filter)).toEqual(expected(filter))
    }),
    { numRuns: 12 },
  )
})

test('nested groups mean what they say, in any order of the list', async () => {
  await fc.assert(
    fc.asyncProperty(
      groupOf(4),
      fc.constantFrom(null, 'city', 'employees', own.number, own.day, 'ownerId'),
      async (filter, sort) => {
        expect(await found(filter, sort)).toEqual(expected(filter))
      },
    ),
    { numRuns: 150 },
  )
})

test('the count is that of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(groupOf(3), async (filter) => {
      expect(await app.ask('lists.count', { entity: 'companies', filter })).toEqual({ count: expected(filter).length })
    }),
    { numRuns: 60 },
  )
})
