// What the board shows while moves are under way.
import { expect, test } from 'vitest'
import { columnAfter } from '#renderer/features/deals/board-moves.ts'
import type { BoardColumn, DealCard } from '#shared/deals/deal.ts'

const card = (id: string, amountMinor: number | null = 1000): DealCard => ({
  id,
  title: id,
  stageId: 'a',
  position: id,
  status: 'open',
  amountMinor,
  currency: 'EUR',
  expectedCloseOn: null,
  closedOn: null,
  company: null,
  ownerName: null,
  nextTask: null,
})

const column = (id: string, cards: readonly DealCard[], count = cards.length): BoardColumn => ({
  stage: { id, pipelineId: 'p', name: id, position: id, probability: 25, outcome: null },
  count,
  withoutAmount: 0,
  sums: [{ currency: 'EUR', amountMinor: 1000 * count, weightedMinor: 250 * count }],
  cards: [...cards],
})

const ids = ({ cards }: BoardColumn) => cards.map(({ id }) => id)

test('a card leaves its stage and stands before the other, and counts and sums go with it', () => {
  const move = { card: card('1'), stageId: 'b', beforeId: '3' }

  const from = columnAfter(column('a', [card('1'), card('2')]), [move])
  const to = columnAfter(column('b', [card('3')]), [move])

  expect([ids(from), ids(to)]).toEqual([['2'], ['1', '3']])
  expect([from.count, to.count]).toEqual([1, 2])
  expect(to.sums).toEqual([{ currency: 'EUR', amountMinor: 2000, weightedMinor: 500 }])
})

test('a move that the board knows of already changes nothing', () => {
  const after = column('b', [card('1'), card('3')])

  expect(columnAfter(after, [{ card: card('1'), stageId: 'b', beforeId: '3' }])).toMatchObject({
    count: 2,
    sums: after.sums,
    cards: [{ id: '1' }, { id: '3' }],
  })
})

test('a card that goes behind cards that are not loaded is counted, not shown', () => {
  const after = columnAfter(column('b', [card('3')], 900), [{ card: card('1'), stageId: 'b', beforeId: null }])

  expect([ids(after), after.count]).toEqual([['3'], 901])
})

test('a deal without an amount changes no sum', () => {
  const after = columnAfter(column('b', [card('3')]), [{ card: card('1', null), stageId: 'b', beforeId: null }])

  expect(after).toMatchObject({ count: 2, withoutAmount: 1, sums: [{ amountMinor: 1000 }] })
})

test('the second of two quick moves of a card is where it ends', () => {
  const moves = [
    { card: card('1'), stageId: 'b', beforeId: null },
    { card: card('1'), stageId: 'c', beforeId: null },
  ]

  expect(ids(columnAfter(column('b', [card('3')]), moves))).toEqual(['3'])
  expect(ids(columnAfter(column('c', []), moves))).toEqual(['1'])
})
