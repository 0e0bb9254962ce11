// The figures of the pipeline report, from summed facts.
import { describe, expect, test } from 'vitest'
import { type PipelineFact, sectionsOf } from '#shared/reports/pipeline-figures.ts'
import type { Stage } from '#shared/deals/deal.ts'

const stage = (id: string, probability: number, outcome: Stage['outcome'] = null): Stage => ({
  ...{ id, probability, outcome },
  ...{ pipelineId: 'sales', name: id, position: id },
})
const stages = [stage('offer', 25), stage('talks', 75), stage('won', 100, 'won'), stage('lost', 0, 'lost')]
const owners = [
  { id: 'anna', name: 'Anna' },
  { id: 'zoe', name: 'Zoë' },
]

const fact = (changes: Partial<PipelineFact>): PipelineFact => ({
  ...{ stageId: 'offer', ownerId: 'anna', status: 'open', currency: 'EUR', month: '2026-04', isOverdue: false },
  ...{ deals: 1, withoutAmount: 0, amountMinor: 1000 },
  ...changes,
})
const report = (facts: readonly PipelineFact[]) => sectionsOf(facts, { stages, owners, homeCurrency: 'EUR' })

test('money of two currencies is never added, and the home currency comes first', () => {
  const { currencies, stages: rows } = report([fact({}), fact({ currency: 'CNY', amountMinor: 70 }), fact({ ownerId: null })])
  expect(currencies).toEqual(['EUR', 'CNY'])
  expect(rows[0]?.figures).toEqual([
    { currency: 'EUR', deals: 2, withoutAmount: 0, amountMinor: 2000, weightedMinor: 500 },
    { currency: 'CNY', deals: 1, withoutAmount: 0, amountMinor: 70, weightedMinor: 18 },
  ])
})

test('a weighted amount over several stages is rounded once', () => {
  const { owners: rows } = report([fact({ amountMinor: 1 }), fact({ stageId: 'talks', amountMinor: 1 })])
  expect(rows[0]?.open[0]?.weightedMinor).toBe(1)
})

test('a stage without deals is still there, without figures', () => {
  expect(report([fact({})]).stages.map(({ name, figures }) => [name, figures.length])).toEqual([
    ['offer', 1],
    ['talks', 0],
    ['won', 0],
    ['lost', 0],
  ])
})

describe('owners', () => {
  test('are named in order, then the deals that nobody owns, and no deal is left out', () => {
    const { owners: rows } = report([fact({ ownerId: null }), fact({ ownerId: 'zoe' }), fact({ ownerId: 'gone' }), fact({})])
    expect(rows.map(({ ownerId, name }) => [ownerId, name])).toEqual([
      ['anna', 'Anna'],
      ['zoe', 'Zoë'],
      [null, null],
      ['gone', null],
    ])
  })

  test('carry what they won and lost', () => {
    const { owners: rows } = report([
      fact({ stageId: 'won', status: 'won', month: null, deals: 3, amountMinor: 900 }),
      fact({ stageId: 'lost', status: 'lost', month: null, deals: 2 }),
    ])
    expect(rows[0]).toMatchObject({ wonDeals: 3, lostDeals: 2, open: [] })
    expect(rows[0]?.won[0]?.amountMinor).toBe(900)
  })
})

test('overdue deals stand before the months, undated ones after them, closed ones in none', () => {
  const { months } = report([
    fact({ month: '2026-05' }),
    fact({ month: null }),
    fact({ month: '2026-04' }),
    fact({ month: null, isOverdue: true }),
    fact({ status: 'won', stageId: 'won', month: null }),
  ])
  expect(months.map(({ month, isOverdue, figures }) => [month, isOverdue, figures[0]?.deals])).toEqual([
    [null, true, 1],
    ['2026-04', false, 1],
    ['2026-05', false, 1],
    [null, false, 1],
  ])
})

test('the win rate is of closed deals only, and unknown while none is closed', () => {
  expect(report([fact({})]).totals.winRate).toBeNull()
  expect(
    report([fact({ status: 'won', stageId: 'won', deals: 3 }), fact({ status: 'lost', stageId: 'lost', deals: 1 })]).totals,
  ).toMatchObject({ openDeals: 0, wonDeals: 3, lostDeals: 1, winRate: 0.75 })
})

test('a report of nothing is empty, not broken', () => {
  expect(report([])).toMatchObject({ currencies: [], owners: [], months: [], totals: { openDeals: 0, open: [], won: [] } })
})
