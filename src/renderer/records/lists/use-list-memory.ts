// Where a list was when it was left, by the entry of the browser's history, so that Back returns to the same rows, keyboard place and selection.
import { useLayoutEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { useClient } from '#renderer/api/api-context.tsx'
import type { GridPlace } from '#renderer/ui/data-grid/grid-place.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { Selection } from './selection.ts'

interface ListMemory {
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

interface Shown extends Omit<ListMemory, 'offset'> {
  readonly offset: () => number
}

/** What there was when this entry was left, if it is come back to; `remember` is told what there is now. */
export const useListMemory = (
  entity: ListEntity,
): { readonly memory: ListMemory | undefined; readonly remember: (shown: Shown) => void } => {
  const { queryClient: session } = useClient()
  const key = `${entity} ${useLocation().key}`
  const [memory] = useState(() => memoriesOf(session).get(key))
  const latest = useRef<Shown | null>(null)
  // Before the rows are taken away, with where they are scrolled to.
  useLayoutEffect(
    () => () => {
      const { current } = latest
      if (current) memoriesOf(session).set(key, { ...current, offset: current.offset() })
    },
    [session, key],
  )
  return {
    memory,
    remember: (shown) => {
      latest.current = shown
    },
  }
}
