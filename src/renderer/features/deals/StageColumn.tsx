// One stage of the board: what its deals come to, and the deals.
import { useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { BoardColumn } from '#renderer/ui/board/BoardColumn.tsx'
import { CardFace } from '#renderer/ui/board/CardFace.tsx'
import { ColumnHeader } from '#renderer/ui/board/ColumnHeader.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import type { BoardColumn as StageFigures, DealCard } from '#shared/deals/deal.ts'
import { columnAfter, type PendingMove } from './board-moves.ts'
import { dealNotes } from './deal-notes.ts'
import { useStageCards } from './use-stage-cards.ts'

interface StageColumnProps {
  readonly column: StageFigures
  readonly ownerId: string | null
  readonly moves: readonly PendingMove[]
  readonly isPointedAt: boolean
}

export function StageColumn({ column, ownerId, moves, isPointedAt }: StageColumnProps) {
  const t = useT()
  const format = useFormat()
  const [reach, setReach] = useState(0)
  const { cards: loaded, error, retry } = useStageCards(column, ownerId, reach)
  const { stage, count, sums, withoutAmount, cards } = columnAfter({ ...column, cards: [...loaded] }, moves)

  const renderCard = (card: DealCard) => (
    <CardFace
      title={card.title}
      subtitle={card.company?.name}
      value={format.money(card.amountMinor, card.currency)}
      owner={card.ownerName}
      notes={dealNotes(card, t, format)}
    />
  )
  return (
    <BoardColumn
      id={stage.id}
      name={stage.name}
      count={count}
      cards={cards}
      onReach={(index) => setReach((before) => Math.max(before, index))}
      renderCard={renderCard}
      isPointedAt={isPointedAt}
      header={
        <ColumnHeader
          name={stage.name}
          count={format.number(count)}
          sums={sums
            .filter(({ amountMinor }) => amountMinor > 0)
            .map(({ currency, amountMinor, weightedMinor }) => ({
              key: currency,
              sum: format.roundMoney(amountMinor, currency),
              // Won deals are worth what they are, lost ones nothing.
              weighted: stage.outcome ? null : t('deals.board.weighted', { sum: format.roundMoney(weightedMinor, currency) }),
            }))}
          note={withoutAmount > 0 ? t('deals.board.without_amount', { count: withoutAmount }) : undefined}
        />
      }
      note={error && <ErrorNote error={error} onRetry={retry} />}
    />
  )
}
