// Rows in pages, further ones on demand. Each page is a query of its own, so that a change asks again for what was shown.
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { QueryOf } from '#renderer/api/api.ts'
import type { Cursor } from '#shared/base/fields.ts'

interface RowsPage<Row> {
  readonly rows: Row[]
  readonly next: Cursor | null
}

/** Give the calling component a key of what the rows are of: its places are those of one list. */
export const usePages = <Row extends { readonly id: string }>(page: (after: Cursor | null) => QueryOf<RowsPage<Row>>) => {
  const [places, setPlaces] = useState<readonly Cursor[]>([])
  const first = useQuery(page(null))
  const later = useQueries({ queries: places.map(page) })
  const pages = [first, ...later]
  const next = pages.at(-1)?.data?.next ?? null
  return {
    first,
    // Where pages overlap after an insertion, a row is shown once.
    rows: [...new Map(pages.flatMap(({ data }) => data?.rows ?? []).map((row) => [row.id, row])).values()],
    hasMore: next !== null,
    isLoadingMore: later.some(({ isPending }) => isPending),
    loadMore: () => {
      if (next !== null && !places.some(({ id }) => id === next.id)) setPlaces([...places, next])
    },
  }
}
