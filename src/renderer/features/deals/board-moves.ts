// What the board looks like once moves that are still under way have been made. Pure: the same move twice changes nothing.
import type { BoardColumn, CurrencySum, DealCard } from '#shared/deals/deal.ts'
import { weightedAmount } from '#shared/deals/pipeline.ts'

export interface PendingMove {
  readonly card: DealCard
  readonly stageId: string
  /** `null`: to the end of the stage. */
  readonly beforeId: string | null
}

/** A column after the moves; `cards` are those loaded so far, its first ones without gaps. */
export const columnAfter = (column: BoardColumn, moves: readonly PendingMove[]): BoardColumn => moves.reduce(afterMove, column)

const afterMove = (column: BoardColumn, { card, stageId, beforeId }: PendingMove): BoardColumn => {
  const without = column.cards.some(({ id }) => id === card.id) ? takeOut(column, card) : column
  return stageId === column.stage.id ? putIn(without, card, beforeId) : without
}

const takeOut = (column: BoardColumn, card: DealCard): BoardColumn => ({
  ...counted(column, card, -1),
  cards: column.cards.filter(({ id }) => id !== card.id),
})

const putIn = (column: BoardColumn, card: DealCard, beforeId: string | null): BoardColumn => {
  const { cards, count } = column
  const place = cards.findIndex(({ id }) => id === beforeId)
  const isAllLoaded = cards.length === count
  // Behind cards that are not loaded it is only counted.
  if (place === -1 && !isAllLoaded) return counted(column, card, 1)

  const at = place === -1 ? cards.length : place
  const moved: DealCard = { ...card, stageId: column.stage.id, status: column.stage.outcome ?? 'open' }
  return { ...counted(column, card, 1), cards: [...cards.slice(0, at), moved, ...cards.slice(at)] }
}

const counted = (column: BoardColumn, { amountMinor, currency }: DealCard, sign: 1 | -1): BoardColumn => {
  const count = column.count + sign
  if (amountMinor === null) return { ...column, count, withoutAmount: column.withoutAmount + sign }

  const isKnown = column.sums.some((sum) => sum.currency === currency)
  const sums = isKnown ? column.sums : [...column.sums, { currency, amountMinor: 0, weightedMinor: 0 }]
  const changed = sums.map((sum): CurrencySum => {
    if (sum.currency !== currency) return sum
    const total = sum.amountMinor + sign * amountMinor
    return { currency, amountMinor: total, weightedMinor: weightedAmount(total, column.stage.probability) }
  })
  return { ...column, count, sums: changed }
}
