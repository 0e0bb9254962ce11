// Moves on the board: shown at once, sent, and taken back on the screen if the engine refuses. A lost stage asks for the reason first.
import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { needsLossReason } from '#shared/deals/pipeline.ts'
import type { Stage } from '#shared/deals/deal.ts'
import type { PendingMove } from './board-moves.ts'

export interface BoardMoves {
  /** In the order they were made; the last may still wait for its reason. */
  readonly pending: readonly PendingMove[]
  readonly move: (move: PendingMove) => void
  /** The move that waits for the reason. */
  readonly asking: PendingMove | null
  readonly giveReason: (lossReason: string) => void
  /** The card goes back to where it was. */
  readonly abandon: () => void
}

export const useBoardMoves = (stages: readonly Stage[]): BoardMoves => {
  const t = useT()
  const api = useApi()
  const queryClient = useQueryClient()
  const [sent, setSent] = useState<readonly PendingMove[]>([])
  const [asking, setAsking] = useState<PendingMove | null>(null)
  const stageOf = (id: string) => stages.find((stage) => stage.id === id)
  const action = useAction(api.deals.move(), {
    said: ({ title, stageId }) => t('deals.said.moved', { title, stage: stageOf(stageId)?.name ?? '' }),
  })

  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['deals.board'] }),
      queryClient.invalidateQueries({ queryKey: ['deals.column'] }),
    ])
  const send = async (move: PendingMove, lossReason: string | null) => {
    setSent((before) => [...before, move])
    // A refusal is said in the quiet line. Either way the true board is asked for before the move is forgotten, so that nothing jumps.
    await Promise.allSettled([
      action.mutateAsync({ id: move.card.id, stageId: move.stageId, beforeId: move.beforeId, lossReason }),
    ])
    await refresh()
    // Behind the news of the fresh board, which screens hear a moment after it has arrived.
    notifyManager.schedule(() => setSent((before) => before.filter((other) => other !== move)))
  }

  return {
    pending: asking ? [...sent, asking] : sent,
    move: (move) => {
      const stage = stageOf(move.stageId)
      if (stage && needsLossReason(move.card, stage, null)) setAsking(move)
      else void send(move, null)
    },
    asking,
    giveReason: (lossReason) => {
      if (!asking) return
      setAsking(null)
      void send(asking, lossReason)
    },
    abandon: () => setAsking(null),
  }
}
