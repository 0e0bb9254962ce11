// An order that changes under the hand at once, and is what the engine says as soon as it has answered.
import { useState } from 'react'

interface Order<Item> {
  readonly shown: readonly Item[]
  readonly put: (id: string, beforeId: string | null) => void
}

export const usePutInOrder = <Item extends { readonly id: string }>(
  items: readonly Item[],
  save: (id: string, beforeId: string | null) => Promise<unknown>,
): Order<Item> => {
  const [wanted, setWanted] = useState<{ readonly before: readonly Item[]; readonly ids: readonly string[] } | null>(null)
  // Only for as long as nothing newer has come.
  const ids = wanted?.before === items ? wanted.ids : items.map(({ id }) => id)
  const shown = ids.flatMap((id) => items.find((item) => item.id === id) ?? [])

  return {
    shown,
    put: (id, beforeId) => {
      const others = ids.filter((other) => other !== id)
      const at = beforeId === null ? others.length : others.indexOf(beforeId)
      const next = others.toSpliced(at === -1 ? others.length : at, 0, id)
      if (next.join() === ids.join()) return
      setWanted({ before: items, ids: next })
      save(id, beforeId).catch(() => setWanted(null))
    },
  }
}
