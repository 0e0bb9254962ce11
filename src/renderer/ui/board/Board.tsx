// A board: columns side by side, each a scroller of its own. Cards move by mouse, by key and by menu, all to the same effect.
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useShortcuts } from '../Shortcuts.tsx'
import { BoardContext, type BoardState, type BoardTarget, type CardMove } from './board-context.ts'
import classes from './Board.module.css'

interface BoardProps {
  readonly label: string
  readonly columns: readonly BoardTarget[]
  readonly onOpen: (cardId: string) => void
  readonly onMove: (move: CardMove) => void
  /** A `<BoardColumn>` for each of the columns. */
  readonly children: ReactNode
}

export function Board({ label, columns, onOpen, onMove, children }: BoardProps) {
  const t = useT()
  const scroller = useRef<HTMLDivElement>(null)
  const [menuFor, setMenuFor] = useState<string | null>(null)
  const [focusOn, setFocusOn] = useState<BoardState['focusOn']>(null)

  useEffect(() => (scroller.current ? autoScrollForElements({ element: scroller.current }) : undefined), [])
  useShortcuts([
    { keys: 'm', label: t('base.board.move_to'), group: 'page', run: () => setMenuFor(cardIdIn(scroller.current)) },
    { keys: 'mod+arrowright', label: t('base.board.move_right'), group: 'page', run: () => focusCard(scroller.current) },
    { keys: 'mod+arrowdown', label: t('base.board.move_down'), group: 'page', run: () => focusCard(scroller.current) },
    { keys: 'arrowdown', label: t('base.board.step'), group: 'page', run: () => focusCard(scroller.current) },
  ])

  const board = useMemo(
    (): BoardState => ({
      columns,
      onOpen,
      menuFor,
      setMenuFor,
      focusOn,
      setFocusOn,
      move: (move) => {
        setFocusOn(move)
        onMove(move)
      },
    }),
    [columns, onOpen, onMove, menuFor, focusOn],
  )
  return (
    <BoardContext value={board}>
      {/* Scrolling by dragging wants to see on the element itself that it scrolls. */}
      <div ref={scroller} role="group" aria-label={label} className={classes['board']} style={{ overflowX: 'auto' }}>
        {children}
      </div>
    </BoardContext>
  )
}

/** The card that has the focus, or the first. */
const currentCard = (board: HTMLElement | null): HTMLElement | null => {
  const focused = document.activeElement?.closest<HTMLElement>('[data-card]') ?? null
  return focused && board?.contains(focused) ? focused : (board?.querySelector<HTMLElement>('[data-card]') ?? null)
}

const cardIdIn = (board: HTMLElement | null): string | null => currentCard(board)?.dataset['card'] ?? null

const focusCard = (board: HTMLElement | null): void => currentCard(board)?.focus()
