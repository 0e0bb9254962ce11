// Where a list was when it was left, by the entry of the browser's history, so that Back returns to the same rows, keyboard place and selection.
import type { GridPlace } from '#renderer/ui/data-grid/grid-place.ts'
import type { Selection } from './selection.ts'

export interface ListMemory {
  readonly offset: number
  readonly place: GridPlace
  readonly selection: Selection
  readonly folded: ReadonlySet<string>
}

const memories = new Map<string, ListMemory>()

export const rememberList = (key: string, memory: ListMemory): void => void memories.set(key, memory)
export const recallList = (key: string): ListMemory | undefined => memories.get(key)
