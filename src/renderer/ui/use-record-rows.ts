// The rows of a long list, fetched in the blocks that are in view. The outline says how many there are and where each block begins,
// so that the scrollbar can go anywhere. Rows seen before stay visible while their block is asked for again.
import { useQueries, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { AppError } from '#shared/base/app-error.ts'
import type { Cursor, Outline } from '#shared/base/fields.ts'
import type { QueryOf } from '#renderer/api/api.ts'

export interface RecordSource<Row> {
  readonly outline: QueryOf<Outline>
  readonly block: (after: Cursor | null, limit: number) => QueryOf<Row[]>
}

export interface RecordRows<Row> {
  /** `null` until it is known. */
  readonly count: number | null
  readonly row: (index: number) => Row | undefined
  readonly error: AppError | null
  readonly retry: () => void
}

/** `first` and `last` are the indexes in view. */
export const useRecordRows = <Row>(source: RecordSource<Row>, first: number, last: number): RecordRows<Row> => {
  const outline = useQuery(source.outline)
  const { count = null, blockSize = 200, anchors = [] } = outline.data ?? {}
  const firstBlock = Math.floor(first / blockSize)
  const lastBlock = Math.min(Math.floor(last / blockSize), anchors.length - 1)
  const wanted = anchors.slice(firstBlock, lastBlock + 1)
  const blocks = useQueries({ queries: wanted.map((after) => source.block(after, blockSize)) })

  const sourceKey = JSON.stringify(source.outline.queryKey)
  const seen = useRef({ sourceKey, rows: new Map<number, Row>() })
  if (seen.current.sourceKey !== sourceKey) seen.current = { sourceKey, rows: new Map() }
  blocks.forEach(({ data }, offset) => {
    const start = (firstBlock + offset) * blockSize
    data?.forEach((row, index) => seen.current.rows.set(start + index, row))
  })
  const { rows } = seen.current

  const failed = outline.error ?? blocks.find(({ error }) => error)?.error ?? null
  return {
    count,
    row: (index) => rows.get(index),
    error: failed,
    retry: () => {
      void outline.refetch()
      for (const block of blocks) if (block.isError) void block.refetch()
    },
  }
}
