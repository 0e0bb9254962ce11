// The pipeline report on a real engine.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const report = (question: { ownerId?: string } = {}) => app.ask('reports.pipeline', question)

test('is headed by the workspace, the pipeline, the day in the office and who prepared it', async () => {
  app.pass(8 * 3_600_000)
  expect(await report()).toMatchObject({
    workspaceName: 'Test office',
    pipelineName: 'Sales',
    asOf: '2026-03-03',
    preparedBy: 'Anna Berg',
    currencies: [],
    totals: { openDeals: 0, winRate: null },
  })
})

test('says the same as the board, stage by stage', async () => {
  const { columns } = await app.ask('deals.board', {})
  for (const [index, amountMinor] of [10_001, 333, null, 77_777, 5, 12].entries()) {
    const stageId = columns[index % 4]?.stage.id ?? ''
    await app.ask('deals.create', { title: `Deal ${index}`, stageId, amountMinor, currency: index === 4 ? 'CNY' : 'EUR' })
  }

  const board = await app.ask('deals.board', {})
  const { stages } = await report()
  expect(stages.map(({ name, figures }) => [name, figures.filter((one) => one.deals > one.withoutAmount)])).toMatchObject(
    board.columns.map(({ stage, sums }) => [stage.name, sums.toSorted((a, b) => (a.currency > b.currency ? -1 : 1))]),
  )
  expect(stages.map(({ figures }) => figures.reduce((sum, { deals }) => sum + deals, 0))).toEqual(
    board.columns.map(({ count }) => count),
  )
})

test('puts each open deal into one month, the overdue ones apart from the day in the office on', async () => {
  const dates = ['2026-03-01', '2025-12-31', '2026-03-02', '2026-03-31', '2026-04-01', null]
  for (const expectedCloseOn of dates) await app.ask('deals.create', { title: 'A', expectedCloseOn, amountMinor: 100 })
  const won = await app.ask('deals.create', { title: 'Won', expectedCloseOn: '2026-01-01', amountMinor: 100 })
  await app.ask('deals.win', { id: won.id })

  const { months } = await report()
  expect(months.map(({ month, isOverdue, figures }) => [month, isOverdue, figures[0]?.deals])).toEqual([
    [null, true, 2],
    ['2026-03', false, 2],
    ['2026-04', false, 1],
    [null, false, 1],
  ])
})

test('counts what was won and lost, by owner and in total', async () => {
  const me = await app.ask('users.me', {})
  const deal = async (title: string, ownerId: string | null) =>
    (await app.ask('deals.create', { title, ownerId, amountMinor: 1000 })).id
  await app.ask('deals.win', { id: await deal('A', me.id) })
  await app.ask('deals.win', { id: await deal('B', null) })
  await app.ask('deals.lose', { id: await deal('C', me.id), lossReason: 'Price' })
  await deal('D', me.id)
  const archived = await deal('E', me.id)
  await app.ask('deals.archive', { id: archived })

  const all = await report()
  expect(all.totals).toMatchObject({ openDeals: 1, wonDeals: 2, lostDeals: 1, winRate: 2 / 3, won: [{ amountMinor: 2000 }] })
  expect(all.owners.map(({ name, wonDeals, lostDeals, open }) => [name, wonDeals, lostDeals, open[0]?.deals ?? 0])).toEqual([
    ['Anna Berg', 1, 1, 1],
    [null, 1, 0, 0],
  ])
  expect((await report({ ownerId: me.id })).totals).toMatchObject({ openDeals: 1, wonDeals: 1, lostDeals: 1 })
})

test('of a pipeline that is not there is refused', async () => {
  expect(await app.call('reports.pipeline', { pipelineId: '01900000-0000-7000-8000-0000000000ff' })).toMatchObject({
    ok: false,
    error: { code: 'not_found', messageKey: 'deals.pipelineGone' },
  })
})
