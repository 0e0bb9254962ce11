// The cards of one stage: those that came with the board, and block after block of the rest as the column is scrolled down.
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { AppError } from '#shared/base/app-error.ts'
import type { BoardColumn, DealCard } from '#shared/deals/deal.ts'
import { useApi } from '#renderer/api/api-context.tsx'

const BLOCK = 200

export interface StageCards {
  /** The first cards of the stage, without gaps. */
  readonly cards: readonly DealCard[]
  readonly error: AppError | null
  readonly retry: () => void
}

/** `reach` is the index of the last card looked at. */
export const useStageCards = (column: BoardColumn, ownerId: string | null, reach: number): StageCards => {
  const api = useApi()
  const queryClient = useQueryClient()

  // Each block begins behind the last card of the one before, so it can be asked for once that one is there.
  const wanted = []
  let last = column.cards.at(-1)
  let known = column.cards.length
  while (last && known < column.count && known <= reach) {
    const block = api.deals.column({
      stageId: column.stage.id,
      ownerId,
      after: { position: last.position, id: last.id },
      limit: BLOCK,
    })
    wanted.push(block)
    const cards = queryClient.getQueryData(block.queryKey)
    if (!cards) break
    known += cards.length
    last = cards.at(-1)
  }
  const blocks = useQueries({ queries: wanted })
  const loaded = distinct([...column.cards, ...blocks.flatMap(({ data }) => data ?? [])])

  // When a card moves, the blocks behind it begin elsewhere and are asked for anew; what was there stays visible meanwhile.
  const seen = useRef<{ readonly key: string; cards: readonly DealCard[] }>({ key: '', cards: [] })
  const key = `${column.stage.id} ${ownerId}`
  if (seen.current.key !== key) seen.current = { key, cards: [] }
  if (blocks.some(({ isPending }) => isPending)) {
    seen.current.cards = distinct([...loaded, ...seen.current.cards]).slice(0, column.count)
  } else {
    seen.current.cards = loaded
  }

  const failed = blocks.find(({ isError }) => isError)
  return { cards: seen.current.cards, error: failed?.error ?? null, retry: () => void failed?.refetch() }
}

const distinct = (cards: readonly DealCard[]): readonly DealCard[] => [...new Map(cards.map((card) => [card.id, card])).values()]
