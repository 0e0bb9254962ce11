// A card that can be opened, dragged, and moved by its menu. What stands on it comes from outside.
import { Menu } from '@mantine/core'
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useBoard } from './board-context.ts'
import classes from './Board.module.css'

interface BoardCardProps {
  readonly id: string
  readonly columnId: string
  readonly index: number
  /** The one card of its column that Tab leads to. */
  readonly isCurrent: boolean
  readonly onFocus: () => void
  readonly children: ReactNode
}

export function BoardCard({ id, columnId, index, isCurrent, onFocus, children }: BoardCardProps) {
  const t = useT()
  const { onOpen, menuFor, setMenuFor } = useBoard()
  const card = useRef<HTMLDivElement>(null)
  const [isDragged, setIsDragged] = useState(false)

  useEffect(() => {
    if (!card.current) return undefined
    return draggable({
      element: card.current,
      getInitialData: () => ({ cardId: id }),
      onDragStart: () => setIsDragged(true),
      onDrop: () => setIsDragged(false),
    })
  }, [id])

  return (
    <div className={classes['frame']} data-dragged={isDragged || undefined}>
      {/* The keys are heard by the column, which knows the neighbours. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        ref={card}
        role="link"
        tabIndex={isCurrent ? 0 : -1}
        aria-keyshortcuts="M"
        className={classes['card']}
        data-card={id}
        data-index={index}
        onFocus={onFocus}
        onClick={() => onOpen(id)}
      >
        {children}
      </div>
      {menuFor === id ? (
        <MoveMenu cardId={id} columnId={columnId} onClose={() => setMenuFor(null)} onReturn={() => card.current?.focus()} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className={classes['menu']}
          aria-label={t('base.board.move_to')}
          onClick={() => setMenuFor(id)}
        >
          <IconDots size={16} stroke={1.5} aria-hidden />
        </button>
      )}
    </div>
  )
}

interface MoveMenuProps {
  readonly cardId: string
  readonly columnId: string
  readonly onClose: () => void
  readonly onReturn: () => void
}

function MoveMenu({ cardId, columnId, onClose, onReturn }: MoveMenuProps) {
  const t = useT()
  const { columns, move } = useBoard()

  return (
    <Menu
      opened
      returnFocus={false}
      onClose={() => {
        onClose()
        onReturn()
      }}
    >
      <Menu.Target>
        <button type="button" className={classes['menu']} data-open aria-label={t('base.board.move_to')}>
          <IconDots size={16} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('base.board.move_to')}</Menu.Label>
        {columns.map(({ id, name, firstCardId }) => (
          <Menu.Item key={id} disabled={id === columnId} onClick={() => move({ cardId, columnId: id, beforeId: firstCardId })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
