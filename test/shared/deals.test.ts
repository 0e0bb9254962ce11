// The rules of a pipeline, as the sales office would say them.
import { describe, expect, test } from 'vitest'
import { firstStageOf, moveToStage, needsLossReason, roundPercent, weightedAmount } from '#shared/deals/pipeline.ts'
import type { Stage } from '#shared/deals/deal.ts'

const stage = (name: string, outcome: Stage['outcome'] = null): Stage => ({
  id: `00000000-0000-7000-8000-0000000000${name}`,
  pipelineId: '00000000-0000-7000-8000-000000000001',
  name,
  position: name,
  probability: 50,
  outcome,
})

const open = stage('10')
const won = stage('20', 'won')
const lost = stage('30', 'lost')
const openDeal = { status: 'open', closedOn: null, lossReason: null } as const
const wonDeal = { status: 'won', closedOn: '2026-01-05', lossReason: null } as const
const lostDeal = { status: 'lost', closedOn: '2026-01-05', lossReason: 'Too expensive' } as const
const today = { today: '2026-03-02', lossReason: null }

describe('moving a deal', () => {
  test('entering the won stage closes it today', () => {
    expect(moveToStage(openDeal, won, today)).toMatchObject({
      stageId: won.id,
      status: 'won',
      closedOn: '2026-03-02',
      lossReason: null,
    })
  })

  test('leaving a closing stage opens it again and forgets why and when it was closed', () => {
    expect(moveToStage(lostDeal, open, today)).toMatchObject({ status: 'open', closedOn: null, lossReason: null })
  })

  test('a won deal that changes its place among won stages keeps its day', () => {
    expect(moveToStage(wonDeal, stage('21', 'won'), today)).toMatchObject({ status: 'won', closedOn: '2026-01-05' })
  })

  test('a won deal that turns out lost was lost today', () => {
    expect(moveToStage(wonDeal, lost, { today: '2026-03-02', lossReason: 'Cancelled' })).toMatchObject({
      status: 'lost',
      closedOn: '2026-03-02',
      lossReason: 'Cancelled',
    })
  })

  test('losing asks for a reason, and blanks are none', () => {
    expect(needsLossReason(openDeal, lost, null)).toBe(true)
    expect(needsLossReason(openDeal, lost, '  ')).toBe(true)
    expect(needsLossReason(openDeal, lost, 'Too expensive')).toBe(false)
  })

  test('a deal that is lost already is not asked again and keeps its reason', () => {
    expect(needsLossReason(lostDeal, lost, null)).toBe(false)
    expect(moveToStage(lostDeal, stage('31', 'lost'), today).lossReason).toBe('Too expensive')
  })

  test('no reason is asked where nothing is lost', () => {
    expect(needsLossReason(openDeal, won, null)).toBe(false)
    expect(needsLossReason(wonDeal, open, null)).toBe(false)
  })
})

test('the first stage of an outcome is found by its flag, whatever it is called', () => {
  const stages = [open, stage('11'), stage('成交', 'won'), lost]
  expect(firstStageOf(stages, null)).toBe(open)
  expect(firstStageOf(stages, 'won')?.name).toBe('成交')
  expect(firstStageOf([open], 'won')).toBeNull()
})

describe('a weighted amount', () => {
  test('is sum × probability, rounded once, half up', () => {
    expect(weightedAmount(1000, 25)).toBe(250)
    expect(weightedAmount(101, 50)).toBe(51)
    expect(weightedAmount(1, 49)).toBe(0)
    expect(weightedAmount(1, 50)).toBe(1)
    expect(weightedAmount(999, 0)).toBe(0)
    expect(weightedAmount(999, 100)).toBe(999)
  })

  test('is exact where floating point is not', () => {
    expect(weightedAmount(9_007_199_254_740_991, 100)).toBe(9_007_199_254_740_991)
    expect(weightedAmount(9_007_199_254_740_991, 75)).toBe(6_755_399_441_055_743)
  })

  test('of several products is rounded after they are added', () => {
    expect(roundPercent(49n + 49n)).toBe(1)
  })
})
