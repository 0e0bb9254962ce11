// What the items of a sortable area share: how a move is carried out, and which item the keyboard is moving.
import { createContext, use } from 'react'

export interface Sortable {
  /** Tells the items of one area from those of another on the same screen. */
  readonly areaId: string
  /** Puts an item ahead of another one of a list, or at its end. */
  readonly move: (id: string, listId: string, beforeId: string | null) => void
  /** One place up or down, as the area sees it; past the end of a list into the next one. */
  readonly step: (id: string, by: 1 | -1) => void
  /** The item that the keyboard moved: the focus goes with its handle, until it goes elsewhere. */
  readonly held: string | null
  readonly release: () => void
}

export const SortableContext = createContext<Sortable | null>(null)

export const useSortable = (): Sortable => {
  const sortable = use(SortableContext)
  if (!sortable) throw new Error('This needs a <SortableArea> around it')
  return sortable
}
