// The rows of a long list, fetched in the blocks that are in view. The outline says how many there are and where each block begins,
// so that the scrollbar can go anywhere. Rows seen before stay visible while their block is asked for again.
import { hashKey, useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'
import type { AppError } from '#shared/base/app-error.ts'
import type { Cursor, Outline } from '#shared/base/fields.ts'
import type { QueryOf } from '#renderer/api/api.ts'

export interface RecordSource<Row> {
  readonly outline: QueryOf<Outline>
  readonly block: (after: Cursor | null, limit: number) => QueryOf<Row[]>
}

export interface RecordRows<Row> {
  readonly row: (index: number) => Row | undefined
  readonly error: AppError | null
  readonly retry: () => void
}

/** `first` and `last` are the indexes in view. */
export const useRecordRows = <Row>(
  source: RecordSource<Row>,
  outline: UseQueryResult<Outline, AppError>,
  { first, last }: { readonly first: number; readonly last: number },
): RecordRows<Row> => {
  const { blockSize = 200, anchors = [] } = outline.data ?? {}
  const firstBlock = Math.floor(first / blockSize)
  const wanted = anchors.slice(firstBlock, Math.floor(last / blockSize) + 1)
  const blocks = useQueries({ queries: wanted.map((after) => source.block(after, blockSize)) })

  const sourceKey = hashKey(source.outline.queryKey)
  const seen = useRef({ sourceKey, rows: new Map<number, Row>() })
  if (seen.current.sourceKey !== sourceKey) seen.current = { sourceKey, rows: new Map() }
  const { rows } = seen.current
  blocks.forEach(({ data }, offset) => {
    const start = (firstBlock + offset) * blockSize
    data?.forEach((row, index) => rows.set(start + index, row))
  })

  return {
    row: (index) => rows.get(index),
    error: outline.error ?? blocks.find(({ error }) => error)?.error ?? null,
    retry: () => {
      if (outline.isError) void outline.refetch()
      for (const block of blocks) if (block.isError) void block.refetch()
    },
  }
}
