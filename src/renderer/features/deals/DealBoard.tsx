// The pipeline as a board. A drop shows at once; what the engine refuses goes back.
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router'
import { Board } from '#renderer/ui/board/Board.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { BoardColumn } from '#shared/deals/deal.ts'
import { columnAfter } from './board-moves.ts'
import { LossReasonModal } from './LossReasonModal.tsx'
import { StageColumn } from './StageColumn.tsx'
import { useBoardMoves } from './use-board-moves.ts'
import { useCardLookup } from './use-card-lookup.ts'

interface DealBoardProps {
  readonly columns: readonly BoardColumn[]
  readonly ownerId: string | null
  /** The stage to bring into view. */
  readonly pointedAt: string | null
}

export function DealBoard({ columns, ownerId, pointedAt }: DealBoardProps) {
  const t = useT()
  const navigate = useNavigate()
  const moves = useBoardMoves(columns.map(({ stage }) => stage))
  const cardOf = useCardLookup(columns)
  // The dialog took the focus from the card, which then stands in its old column again.
  const abandon = () => {
    const id = moves.asking?.card.id
    flushSync(moves.abandon)
    document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus()
  }

  return (
    <>
      <Board
        label={t('deals.board.label')}
        columns={columns.map((column) => ({
          id: column.stage.id,
          name: column.stage.name,
          firstCardId: columnAfter(column, moves.pending).cards[0]?.id ?? null,
        }))}
        onOpen={(id) => void navigate(`/deals/${id}`)}
        onMove={({ cardId, columnId, beforeId }) => {
          const card = cardOf(cardId)
          if (card) moves.move({ card, stageId: columnId, beforeId })
        }}
      >
        {columns.map((column) => (
          <StageColumn
            key={column.stage.id}
            column={column}
            ownerId={ownerId}
            moves={moves.pending}
            isPointedAt={column.stage.id === pointedAt}
          />
        ))}
      </Board>
      {moves.asking && <LossReasonModal title={moves.asking.card.title} onClose={abandon} onGive={moves.giveReason} />}
    </>
  )
}
