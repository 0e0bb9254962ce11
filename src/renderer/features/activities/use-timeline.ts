// The timeline in pages of fifty. Each page is a query of its own, so that a change asks again for what is on the screen.
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { AppError } from '#shared/base/app-error.ts'
import type { activitiesContract } from '#shared/activities/activities.contract.ts'
import type { RecordType } from '#shared/base/fields.ts'
import { useApi } from '#renderer/api/api-context.tsx'

export type TimelineItem = z.output<(typeof activitiesContract)['timeline']['output']>[number]

const PAGE = 50

interface Place {
  readonly at: string
  readonly id: string
}

export interface TimelineRows {
  readonly entries: readonly TimelineItem[]
  readonly isPending: boolean
  readonly error: AppError | null
  readonly retry: () => void
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
}

export const useTimeline = (recordType: RecordType, recordId: string): TimelineRows => {
  const api = useApi()
  const [places, setPlaces] = useState<readonly Place[]>([])
  const page = (before: Place | null) => api.activities.timeline({ recordType, recordId, before, limit: PAGE })
  const first = useQuery(page(null))
  const later = useQueries({ queries: places.map(page) })
  const pages = [first, ...later]
  const last = pages.at(-1)?.data

  // Where pages overlap after an insertion, an entry is shown once.
  const entries = [...new Map(pages.flatMap(({ data }) => data ?? []).map((entry) => [entry.id, entry])).values()]
  const bottom = entries.at(-1)
  return {
    entries,
    isPending: first.isPending,
    error: pages.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const query of pages) if (query.isError) void query.refetch()
    },
    hasMore: last?.length === PAGE,
    isLoadingMore: later.some(({ isPending }) => isPending),
    loadMore: () => {
      if (bottom) setPlaces([...places, { at: bottom.happenedAt, id: bottom.id }])
    },
  }
}
