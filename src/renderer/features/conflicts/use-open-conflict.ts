// A conflict whose window is open: the window outlives its entry in the list, so that what is written in it stays whatever others do meanwhile.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import type { Conflict } from '#shared/conflicts/conflict.ts'

export interface ConflictEditorProps {
  /** As it was when the window was opened. */
  readonly opened: Conflict
  readonly onClose: () => void
}

export interface OpenConflict {
  /** As it is now; once nothing waits any more, as it was last. */
  readonly conflict: Conflict
  /** `changed`: other versions than those that were looked at; `gone`: it waits for no decision any more. */
  readonly state: 'open' | 'changed' | 'gone'
  /** Names the versions that were looked at. */
  readonly seen: string
  /** Of a draft: those that it was written over. */
  readonly setSeen: (versions: string) => void
  /** Those that are there now have been looked at. */
  readonly see: () => void
}

const versionsOf = ({ standing, others }: Conflict): string => [standing.id, ...others.map(({ id }) => id).toSorted()].join(' ')

export const useOpenConflict = (opened: Conflict): OpenConflict => {
  const { table, rowId, field } = opened
  const asked = useQuery(useApi().conflicts.get({ table, rowId, field }))
  // What is left of an earlier window is older than the entry that this one was opened from.
  const now = asked.isFetchedAfterMount || !asked.isStale ? asked.data : undefined
  const [conflict, setConflict] = useState(opened)
  const [seen, setSeen] = useState(() => versionsOf(opened))
  if (now && now !== conflict) setConflict(now)
  const versions = versionsOf(conflict)
  return {
    ...{ conflict, seen, setSeen },
    state: now === null ? 'gone' : versions === seen ? 'open' : 'changed',
    see: () => setSeen(versions),
  }
}
