// Where a list was when it was left, by the entry of the browser's history, so that Back returns to the same rows, keyboard place and selection.
import type { GridPlace } from '#renderer/ui/data-grid/grid-place.ts'
import type { Selection } from './selection.ts'

export interface ListMemory {
  readonly offset: number
  readonly place: GridPlace
  readonly selection: Selection
  readonly folded: ReadonlySet<string>
}

/** Of each window's session, so that another workspace or a test begins with none. */
const sessions = new WeakMap<object, Map<string, ListMemory>>()

const memoriesOf = (session: object): Map<string, ListMemory> => {
  const memories = sessions.get(session) ?? new Map<string, ListMemory>()
  sessions.set(session, memories)
  return memories
}

export const rememberList = (session: object, key: string, memory: ListMemory): void => void memoriesOf(session).set(key, memory)
export const recallList = (session: object, key: string): ListMemory | undefined => memoriesOf(session).get(key)
