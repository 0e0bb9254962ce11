// What the board of a pipeline shows: cards, counts and sums.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BoardColumn } from '#shared/deals/deal.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const columnsOf = async (): Promise<readonly BoardColumn[]> => (await app.ask('deals.board', {})).columns
const columnAt = async (name: string): Promise<BoardColumn> => {
  const column = (await columnsOf()).find(({ stage }) => stage.name === name)
  if (!column) throw new Error(`No column ${name}`)
  return column
}
const stageId = async (name: string): Promise<string> => (await columnAt(name)).stage.id
const titles = async (name: string): Promise<string[]> => (await columnAt(name)).cards.map(({ title }) => title)
const create = (title: string, fields: { amountMinor?: number | null; currency?: string; stageId?: string } = {}) =>
  app.ask('deals.create', { title, ...fields })

describe('the board', () => {
  test('sums each currency apart and counts the deals without an amount', async () => {
    await create('A', { amountMinor: 10_001 })
    await create('B', { amountMinor: 5 })
    await create('C', { amountMinor: 700, currency: 'CNY' })
    await create('D', { amountMinor: null, currency: 'USD' })

    expect(await columnAt('First contact')).toMatchObject({
      count: 4,
      withoutAmount: 1,
      sums: [
        { currency: 'CNY', amountMinor: 700, weightedMinor: 70 },
        { currency: 'EUR', amountMinor: 10_006, weightedMinor: 1001 },
      ],
    })
  })

  test('counts all deals of a column, however few cards were asked for', async () => {
    for (const title of ['A', 'B', 'C']) await create(title)
    const { columns } = await app.ask('deals.board', { cards: 2 })

    expect(columns[0]).toMatchObject({ count: 3, cards: [{ title: 'A' }, { title: 'B' }] })
  })

  test('gives the rest of a column behind the last card, no card twice', async () => {
    for (let number = 0; number < 25; number++) await create(`Deal ${number}`)
    const stage = await stageId('First contact')
    const seen: string[] = []
    for (let after: { position: string; id: string } | null = null; ;) {
      const cards: { id: string; title: string; position: string }[] = await app.ask('deals.column', {
        ...{ stageId: stage, after, limit: 7 },
      })
      seen.push(...cards.map(({ title }) => title))
      const last = cards.at(-1)
      if (!last) break
      after = { position: last.position, id: last.id }
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, number) => `Deal ${number}`))
  })

  test('shows one owner’s deals alone, in cards, counts and sums', async () => {
    const owner = await app.ask('users.me', {})
    await app.ask('deals.create', { title: 'Mine', ownerId: owner.id, amountMinor: 100 })
    await create('Nobody’s', { amountMinor: 900 })
    const { columns } = await app.ask('deals.board', { ownerId: owner.id })

    expect(columns[0]).toMatchObject({
      count: 1,
      sums: [{ amountMinor: 100 }],
      cards: [{ title: 'Mine', ownerName: 'Anna Berg' }],
    })
  })

  test('shows on a card its company and the task that is due next', async () => {
    const company = await app.ask('companies.create', { name: '上海华腾软件' })
    const deal = await app.ask('deals.create', { title: 'With tasks', companyId: company.id })
    const task = (title: string, dueOn: string | null) =>
      app.ask('activities.log', { kind: 'task', recordType: 'deal', recordId: deal.id, title, dueOn })
    await task('Some day', null)
    const done = await task('Done', '2026-03-01')
    await task('Later', '2026-03-09')
    await task('Next', '2026-03-05')
    await app.ask('activities.complete', { id: done.id, done: true })

    expect((await columnAt('First contact')).cards).toMatchObject([
      { company: { id: company.id, name: '上海华腾软件' }, nextTask: { title: 'Next', dueOn: '2026-03-05' } },
    ])
  })

  test('leaves archived deals out, and restores them to their place', async () => {
    const [, b] = [await create('A'), await create('B'), await create('C')]
    await app.ask('deals.archive', { id: b.id })
    expect(await columnAt('First contact')).toMatchObject({ count: 2 })

    await app.ask('deals.restore', { id: b.id })
    expect(await titles('First contact')).toEqual(['A', 'B', 'C'])
  })

  test('of a pipeline that is not there is refused', async () => {
    expect(await app.call('deals.board', { pipelineId: '01900000-0000-7000-8000-0000000000ff' })).toMatchObject({
      ok: false,
      error: { code: 'not_found', messageKey: 'deals.pipelineGone' },
    })
  })
})

test('a card whose place is none, as a damaged machine may send it, is in nobody’s way', async () => {
  const { id: first } = await create('A')
  const { id: second } = await create('B')
  app.writer.write({ actor: 'somebody', procedure: 'test' }, (tx) => tx.update('deals', second, { position: '~' }))
  const { id: third } = await create('C')
  expect(await titles('First contact')).toEqual(['A', 'B', 'C'])
  app.writer.write({ actor: 'somebody', procedure: 'test' }, (tx) => tx.update('deals', third, { position: '~~' }))
  await app.ask('deals.move', { id: first, stageId: await stageId('First contact'), beforeId: null })
  expect(await titles('First contact')).toEqual(['B', 'C', 'A'])
})
