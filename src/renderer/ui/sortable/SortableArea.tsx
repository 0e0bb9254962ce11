// One or several lists whose items are put in order: dragged with the mouse, or moved with the arrow keys on their handles.
import { type ReactNode, useId, useState } from 'react'
import { SortableContext } from './sortable-context.ts'

export interface SortableListOrder {
  readonly id: string
  readonly items: readonly string[]
}

interface SortableAreaProps {
  /** The lists in the order in which the arrow keys go through them. */
  readonly lists: readonly SortableListOrder[]
  readonly onMove: (id: string, listId: string, beforeId: string | null) => void
  readonly children: ReactNode
}

export function SortableArea({ lists, onMove, children }: SortableAreaProps) {
  const areaId = useId()
  const [held, setHeld] = useState<string | null>(null)
  const step = (id: string, by: 1 | -1) => {
    const place = stepFrom(lists, id, by)
    if (!place) return
    setHeld(id)
    onMove(id, place.listId, place.beforeId)
  }
  return <SortableContext value={{ areaId, move: onMove, step, held, release: () => setHeld(null) }}>{children}</SortableContext>
}

/** Where an item comes to stand one place further; null at either end of the last list. */
const stepFrom = (
  lists: readonly SortableListOrder[],
  id: string,
  by: 1 | -1,
): { readonly listId: string; readonly beforeId: string | null } | null => {
  const listIndex = lists.findIndex(({ items }) => items.includes(id))
  const list = lists[listIndex]
  if (!list) return null
  const index = list.items.indexOf(id)
  if (by === -1 && index > 0) return { listId: list.id, beforeId: list.items[index - 1] ?? null }
  if (by === 1 && index < list.items.length - 1) return { listId: list.id, beforeId: list.items[index + 2] ?? null }
  const neighbour = lists[listIndex + by]
  return neighbour ? { listId: neighbour.id, beforeId: by === -1 ? null : (neighbour.items[0] ?? null) } : null
}
