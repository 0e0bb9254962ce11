// Filters and views outlive what they name: fields, users, choices and tags go, and days pass.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Condition, FilterGroup } from '#shared/lists/filter.ts'
import type { TestApp } from '../../support/test-app.ts'
import { choiceIds, type Listed, openOffice, own, tagIds, userIds } from './listed-office.ts'

let app: TestApp
let rows: Listed[]
beforeEach(async () => {
  ;({ app, rows } = await openOffice(60))
})
afterEach(() => app.close())

const city = { field: 'city', operator: 'is', value: '杭州' } as const
const inHangzhou = () => rows.filter((row) => row.city === '杭州').length
const and = (...items: FilterGroup['items']): FilterGroup => ({ join: 'and', not: false, items })
const count = async (filter: FilterGroup) => (await app.ask('lists.count', { entity: 'companies', filter })).count
const explain = (filter: FilterGroup) => app.ask('lists.explain', { entity: 'companies', filter })
const archive = (table: 'users' | 'tags' | 'fieldChoices' | 'customFields', id: string) =>
  app.writer.write({ actor: null, procedure: 'test.archive' }, (tx) => tx.archive(table, id))
const fieldId = (key: string): string =>
  (app.writer.raw.prepare('select id from customFields where key = ?').get(key) as { id: string }).id

const removals: readonly (readonly [what: string, reason: string, condition: Condition, remove: () => void])[] = [
  ['a field', 'field', { field: own.number, operator: 'greater', value: 3 }, () => archive('customFields', fieldId(own.number))],
  [
    'a user',
    'value',
    { field: 'ownerId', operator: 'anyOf', value: [userIds[1] ?? ''] },
    () => archive('users', userIds[1] ?? ''),
  ],
  [
    'a choice',
    'value',
    { field: own.choice, operator: 'noneOf', value: [choiceIds[0] ?? ''] },
    () => archive('fieldChoices', choiceIds[0] ?? ''),
  ],
  ['a tag', 'value', { field: 'tags', operator: 'noneOf', value: [tagIds[0] ?? ''] }, () => archive('tags', tagIds[0] ?? '')],
]

test.each(removals)(
  'a condition on %s that was removed is passed over and said to be broken',
  async (_what, reason, condition, remove) => {
    const filter = and(city, condition)
    expect((await explain(filter)).broken).toEqual([])
    remove()
    expect((await explain(filter)).broken).toEqual([{ path: [1], reason }])
    expect(await count(filter)).toBe(inHangzhou())
  },
)

test('of several users the ones still there are asked for', async () => {
  const filter = and({ join: 'or', not: false, items: [{ field: 'ownerId', operator: 'anyOf', value: [...userIds] }] })
  archive('users', userIds[1] ?? '')
  const { broken, names } = await explain(filter)
  expect(broken).toEqual([{ path: [0, 0], reason: 'someValues' }])
  expect(names).toContainEqual({ id: userIds[1], name: '钱二' })
  expect(await count(filter)).toBe(rows.filter(({ ownerId }) => ownerId === userIds[0]).length)
})

test('a condition that is still being made, or does not fit its field, is passed over', async () => {
  const filter = and(
    city,
    { field: 'employees', operator: 'greater', value: null },
    { field: 'name', operator: 'less', value: 3 },
  )
  expect((await explain(filter)).broken).toEqual([
    { path: [1], reason: 'incomplete' },
    { path: [2], reason: 'incomplete' },
  ])
  expect(await count(filter)).toBe(inHangzhou())
})

test('a column and an order that are gone are left out, and the list opens in its own order', async () => {
  const { rows: page } = await app.ask('lists.page', {
    ...{ entity: 'companies', columns: ['name', 's0000000000ff'], sort: { field: 's0000000000ff', direction: 'desc' }, limit: 3 },
  })
  const usual = await app.ask('lists.page', { entity: 'companies', columns: ['name'], limit: 3 })
  expect(page).toEqual(usual.rows)
})

test('today is the day that the window says, and yesterday’s list is another question', async () => {
  const filter = and({ field: 'createdAt', operator: 'within', value: 'today' })
  const on = (day: string) =>
    rows.filter(({ createdAt }) => new Date(Date.parse(createdAt) + 8 * 3_600_000).toISOString().startsWith(day)).length
  expect(await app.ask('lists.count', { entity: 'companies', filter, today: '2026-03-02' })).toEqual({ count: on('2026-03-02') })
  // Midnight in Shanghai is 16:00 UTC: the window's day is ahead of the engine's by a moment.
  app.pass(7 * 3_600_000)
  expect(await app.ask('lists.count', { entity: 'companies', filter, today: '2026-03-03' })).toEqual({ count: on('2026-03-03') })
  expect(await count(filter)).toBe(on('2026-03-03'))
})

test('a day that is far from the engine’s own is refused', async () => {
  const filter = and({ field: 'createdAt', operator: 'within', value: 'today' })
  const reply = await app.call('lists.count', { entity: 'companies', filter, today: '2026-03-05' })
  expect(reply).toMatchObject({ ok: false, error: { messageKey: 'lists.wrongDay' } })
})

test('a filter that is nested too deep or too long is refused', async () => {
  const nested = (depth: number): object => (depth === 0 ? city : { items: [nested(depth - 1)] })
  const deep = await app.call('lists.count', { entity: 'companies', filter: nested(6) })
  const long = await app.call('lists.count', { entity: 'companies', filter: { items: Array.from({ length: 101 }, () => city) } })
  expect([deep.ok, long.ok]).toEqual([false, false])
})

test('a view keeps what it was given, and opens without the parts that cannot be read', async () => {
  const config = {
    columns: [{ field: 'city' }, { field: own.text, width: 222 }],
    filter: and(city),
    group: 'ownerId',
    sort: { field: 'city' },
  }
  const made = await app.ask('views.create', { entity: 'companies', name: '杭州客户', config })
  expect(made).toMatchObject({
    isShared: false,
    config: {
      columns: [
        { field: 'city', width: null },
        { field: own.text, width: 222 },
      ],
    },
  })
  const damaged = JSON.stringify({ ...made.config, sort: 'sideways', density: 'huge' })
  app.writer.write({ actor: null, procedure: 'test.damage' }, (tx) => tx.update('views', made.id, { config: damaged }))
  const [opened] = await app.ask('views.list', { entity: 'companies' })
  expect(opened?.config).toMatchObject({ sort: null, density: null, group: 'ownerId', filter: and(city) })
})

test('a private view is nobody else’s to see, a shared one is everybody’s', async () => {
  const other = { userId: userIds[1] ?? '', name: '钱二', rights: ['*'] }
  const own = await app.ask('views.create', { entity: 'companies', name: 'Mine', config: {} })
  await app.ask('views.create', { entity: 'companies', name: 'Ours', isShared: true, config: {} })
  const seen = await app.call('views.list', { entity: 'companies' }, other)
  expect(seen.ok && (seen.data as { name: string }[]).map(({ name }) => name)).toEqual(['Ours'])
  expect(await app.call('views.update', { id: own.id, name: 'Stolen' }, other)).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  })
})

test('views stand in the order they are put in, and come back when their removal is undone', async () => {
  const [a, b, c] = [
    await app.ask('views.create', { entity: 'companies', name: 'A', config: {} }),
    await app.ask('views.create', { entity: 'companies', name: 'B', config: {} }),
    await app.ask('views.create', { entity: 'companies', name: 'C', config: {} }),
  ]
  const names = async () => (await app.ask('views.list', { entity: 'companies' })).map(({ name }) => name)
  await app.ask('views.move', { id: c.id, beforeId: a.id })
  await app.ask('views.move', { id: a.id, beforeId: null })
  expect(await names()).toEqual(['C', 'B', 'A'])
  await app.ask('views.archive', { id: b.id })
  expect(await names()).toEqual(['C', 'A'])
  await app.ask('history.undoLast', {})
  expect(await names()).toEqual(['C', 'B', 'A'])
})

test('views whose keys two machines made alike are parted by a move between them', async () => {
  for (const name of ['A', 'B', 'C']) await app.ask('views.create', { entity: 'companies', name, config: {} })
  const views = () => app.ask('views.list', { entity: 'companies' })
  const [a, b, c] = await views()
  app.writer.write({ actor: null, procedure: 'test' }, (tx) => {
    for (const view of [a, b, c]) tx.update('views', view?.id ?? '', { position: 'a0' })
  })
  await app.ask('views.move', { id: c?.id ?? '', beforeId: b?.id ?? '' })
  expect((await views()).map(({ name }) => name)).toEqual(['A', 'C', 'B'])
})
