// What the cards and columns of one board share: where cards may go, which menu is open, and which card is to get the focus.
import { createContext, use } from 'react'

/** A card that goes to a column, before another card of it; `null`: to its end. */
export interface CardMove {
  readonly cardId: string
  readonly columnId: string
  readonly beforeId: string | null
}

export interface BoardTarget {
  readonly id: string
  readonly name: string
  /** The card on top of it, where a card that comes by key or menu is put. */
  readonly firstCardId: string | null
}

export interface BoardState {
  readonly columns: readonly BoardTarget[]
  readonly onOpen: (cardId: string) => void
  readonly move: (move: CardMove) => void
  /** The card whose “Move to” menu is open. */
  readonly menuFor: string | null
  readonly setMenuFor: (cardId: string | null) => void
  /** The card that moved last and takes the focus along. */
  readonly focusOn: Pick<CardMove, 'cardId' | 'columnId'> | null
  readonly setFocusOn: (focus: BoardState['focusOn']) => void
}

export const BoardContext = createContext<BoardState | null>(null)

export const useBoard = (): BoardState => {
  const board = use(BoardContext)
  if (!board) throw new Error('This needs a <Board> above it')
  return board
}
