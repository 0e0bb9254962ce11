// An item that can be put elsewhere: by its handle with the mouse, or with the arrow keys while the handle has the focus.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { IconGripVertical } from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useSortable } from './sortable-context.ts'
import classes from './Sortable.module.css'

interface SortableItemProps {
  readonly id: string
  readonly listId: string
  /** The item behind it, ahead of which a thing dropped on its lower half comes to stand. */
  readonly nextId: string | null
  /** What the item is called, for who hears the handle. */
  readonly label: string
  readonly children: ReactNode
}

type Edge = 'before' | 'behind'

export function SortableItem({ id, listId, nextId, label, children }: SortableItemProps) {
  const t = useT()
  const { areaId, move, step, held, release } = useSortable()
  const item = useRef<HTMLLIElement>(null)
  const handle = useRef<HTMLButtonElement>(null)
  const [edge, setEdge] = useState<Edge | null>(null)
  const [isDragged, setIsDragged] = useState(false)
  const drop = useEffectEvent((itemId: string, at: Edge) => {
    const beforeId = at === 'before' ? id : nextId
    if (itemId !== id && beforeId !== itemId) move(itemId, listId, beforeId)
  })

  useEffect(() => {
    const [element, dragHandle] = [item.current, handle.current]
    if (!element || !dragHandle) return undefined
    const edgeAt = (clientY: number): Edge => {
      const { top, height } = element.getBoundingClientRect()
      return clientY < top + height / 2 ? 'before' : 'behind'
    }
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ areaId, itemId: id }),
        onDragStart: () => setIsDragged(true),
        onDrop: () => setIsDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['areaId'] === areaId && source.data['itemId'] !== id,
        onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ location, source }) => {
          setEdge(null)
          drop(String(source.data['itemId']), edgeAt(location.current.input.clientY))
        },
      }),
    )
  }, [areaId, id])

  // An element that changes its place loses the focus.
  const heldAt = held === id ? `${listId} ${nextId}` : null
  useEffect(() => {
    if (heldAt !== null) handle.current?.focus()
  }, [heldAt])

  return (
    <li ref={item} className={classes['item']} data-edge={edge ?? undefined} data-dragged={isDragged || undefined}>
      <button
        ref={handle}
        type="button"
        className={classes['handle']}
        aria-label={t('base.sortable.handle', { name: label })}
        aria-keyshortcuts="ArrowUp ArrowDown"
        title={t('base.sortable.help')}
        onBlur={(event) => event.relatedTarget !== null && release()}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          event.stopPropagation()
          step(id, event.key === 'ArrowUp' ? -1 : 1)
        }}
      >
        <IconGripVertical size={16} stroke={1.5} aria-hidden />
      </button>
      {children}
    </li>
  )
}
