// Which groups of a list are folded in: one by one in the list, all at once from the bar.
import { useRef, useState } from 'react'
import { groupKey, type Segment, segmentAt } from './list-segments.ts'

const NONE: ReadonlySet<string> = new Set()

/** `asked`: what the bar last asked for, of all groups. */
export const useFolding = (initial: ReadonlySet<string> = NONE, asked: { readonly isOpen: boolean } | null) => {
  const [folded, setFolded] = useState(initial)
  const seen = useRef(asked)
  return {
    folded,
    /** Does what the bar has asked for since. */
    follow: (segments: readonly Segment[]) => {
      if (seen.current === asked || !asked) return
      seen.current = asked
      setFolded(asked.isOpen ? NONE : new Set(segments.flatMap(({ group }) => (group ? [groupKey(group)] : []))))
    },
    /** Opens or folds in the group of a line; without a word the other way than it is. */
    turn: (segments: readonly Segment[], line: number, isOpen?: boolean) => {
      const group = segments[segmentAt(segments, line)]?.group
      if (!group) return
      const key = groupKey(group)
      const next = new Set(folded)
      if (isOpen ?? folded.has(key)) next.delete(key)
      else next.add(key)
      setFolded(next)
    },
  }
}
