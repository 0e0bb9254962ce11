// The timeline in pages, the first one small. Each page is a query of its own, so that a change asks again for what was shown.
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppError } from '#shared/base/app-error.ts'
import type { RecordType } from '#shared/base/fields.ts'
import type { TimelineEntry, TimelineKind } from '#shared/timeline/timeline.contract.ts'
import { useApi } from '#renderer/api/api-context.tsx'

const FIRST_PAGE = 50
const PAGE = 200

type Place = Readonly<Pick<TimelineEntry, 'at' | 'id'>>

export interface TimelineRows {
  readonly entries: readonly TimelineEntry[]
  readonly isPending: boolean
  readonly error: AppError | null
  readonly retry: () => void
  /** Asks for the entries before the last one, if there are any. */
  readonly loadMore: () => void
}

/** `kinds` empty: all. Give the calling component a key of record and kinds: its places are those of one timeline. */
export const useTimeline = (recordType: RecordType, recordId: string, kinds: readonly TimelineKind[]): TimelineRows => {
  const { timeline } = useApi()
  const [places, setPlaces] = useState<readonly Place[]>([])
  const page = (before: Place | null) =>
    timeline.of({ recordType, recordId, kinds: [...kinds], before, limit: before === null ? FIRST_PAGE : PAGE })
  const first = useQuery(page(null))
  const later = useQueries({ queries: places.map(page) })
  const pages = [first, ...later]
  const last = pages.at(-1)
  const next = last?.data?.next ?? null

  // Where pages overlap after an insertion, an entry is shown once.
  const entries = [...new Map(pages.flatMap(({ data }) => data?.entries ?? []).map((entry) => [entry.id, entry])).values()]
  return {
    entries,
    isPending: first.isPending,
    error: pages.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const query of pages) if (query.isError) void query.refetch()
    },
    loadMore: () => {
      if (next !== null && !places.some(({ id }) => id === next.id)) setPlaces([...places, next])
    },
  }
}
