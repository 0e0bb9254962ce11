// The lines of a list, fetched in the blocks that are in sight. The outline says how many rows there are and where each block begins; the
// first block does not wait for it. What was seen stays until the new answer is there, so that typing in the search box never flashes.
import { hashKey, keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import type { GridLine } from '#renderer/ui/data-grid/grid-types.ts'
import type { AppError } from '#shared/base/app-error.ts'
import type { ListGroup, ListQuestion, ListRow } from '#shared/lists/list-question.ts'
import { blocksBetween, groupedList, type Segment, segmentAt, wholeList } from './list-segments.ts'

const BLOCK = 200
/** Blocks that were seen and are out of sight again. More than these would fill the memory while a million rows go by. */
const KEPT_BLOCKS = 40
const KEPT_MS = 20_000

export interface ListLinesOptions {
  readonly question: ListQuestion
  /** Ids of the fields that the rows show. */
  readonly columns: readonly string[]
  readonly group: string | null
  /** Fields that group headings sum up. */
  readonly summed: readonly string[]
  readonly folded: ReadonlySet<string>
  readonly inView: { readonly first: number; readonly last: number }
  readonly heading: (group: ListGroup, isOpen: boolean) => { readonly heading: ReactNode; readonly name: string }
}

export interface ListLines {
  /** `null` while it is not known. */
  readonly lineCount: number | null
  readonly lineAt: (index: number) => GridLine<ListRow> | undefined
  readonly rowCount: number | null
  readonly segments: readonly Segment[]
  /** Some groups were left out: there are more values than a list has headings for. */
  readonly isCut: boolean
  readonly error: AppError | null
  readonly retry: () => void
}

type Lines = readonly GridLine<ListRow>[]

const lineOfRow = new WeakMap<ListRow, GridLine<ListRow>>()
/** The same object for the same row, so that an unchanged row is not drawn again. */
const toLine = (row: ListRow): GridLine<ListRow> => {
  const line = lineOfRow.get(row) ?? { kind: 'record', row }
  lineOfRow.set(row, line)
  return line
}

export const useListLines = (options: ListLinesOptions): ListLines => {
  const { question, columns, group, summed, folded, inView, heading } = options
  const api = useApi()
  const questionKey = hashKey([question, group])
  const isGrouped = group !== null
  const outline = useQuery({ ...api.lists.outline(question), enabled: !isGrouped })
  const groups = useQuery({
    ...api.lists.groups({ ...question, group: group ?? '-', columns: [...summed] }),
    enabled: isGrouped,
    placeholderData: keepPreviousData,
  })
  const firstPage = useQuery({
    ...api.lists.page({ ...question, columns: [...columns], after: null, limit: BLOCK }),
    enabled: !isGrouped,
  })
  // A record may stand in several groups, so that their counts do not add up to the rows.
  const count = useQuery({ ...api.lists.count(question), enabled: isGrouped })
  const known = outline.data?.count ?? (firstPage.data && firstPage.data.next === null ? firstPage.data.rows.length : null)
  const counted = known ?? firstPage.data?.rows.length ?? null
  const groupList = groups.data?.groups
  const segments = useMemo(
    () => (isGrouped ? groupedList(question, groupList ?? [], folded) : wholeList(question, counted ?? 0)),
    [isGrouped, question, groupList, folded, counted],
  )

  const wanted = blocksBetween(segments, [inView.first, inView.last], BLOCK)
  const long = [...new Set(wanted.filter(({ block }) => block > 0).map(({ segment }) => segment))]
  const outlines = useQueries({ queries: isGrouped ? long.map((segment) => api.lists.outline(segment.question)) : [] })
  const anchorOf = (segment: Segment, block: number) => {
    if (block === 0) return null
    return (isGrouped ? outlines[long.indexOf(segment)]?.data : outline.data)?.anchors[block]
  }
  const asked = wanted.flatMap(({ segment, block }) => {
    const after = anchorOf(segment, block)
    return after === undefined ? [] : [{ segment, block, after }]
  })
  const blocks = useQueries({
    queries: asked.map(({ segment, after }) => ({
      ...api.lists.page({ ...segment.question, columns: [...columns], after, limit: BLOCK }),
      gcTime: KEPT_MS,
    })),
  })

  const seen = useRef(new Map<string, Lines>())
  blocks.forEach(({ data }, index) => {
    const place = asked[index]
    if (!data || !place) return
    const key = blockKey(questionKey, place.segment, place.block)
    // The newest are at the end; the oldest are let go.
    seen.current.delete(key)
    seen.current.set(key, data.rows.map(toLine))
  })
  while (seen.current.size > KEPT_BLOCKS + blocks.length) seen.current.delete(seen.current.keys().next().value ?? '')

  const answer = isGrouped ? groups : outline
  const lineCount = isGrouped ? (groupList ? (segments.at(-1)?.end ?? 0) : null) : counted
  const live = {
    lineCount,
    rowCount: isGrouped ? (count.data?.count ?? null) : known,
    segments,
    lineAt: (index: number) => {
      const segment = segments[segmentAt(segments, index)]
      if (!segment) return undefined
      if (index < segment.firstRow && segment.group) {
        return { kind: 'group', isOpen: segment.isOpen, ...heading(segment.group, segment.isOpen) } as const
      }
      const place = index - segment.firstRow
      return seen.current.get(blockKey(questionKey, segment, Math.floor(place / BLOCK)))?.[place % BLOCK]
    },
  }
  const isThere =
    lineCount !== null &&
    !(isGrouped && groups.isPlaceholderData) &&
    wanted.every(({ segment, block }) => seen.current.has(blockKey(questionKey, segment, block)))
  const shown = useRef({ key: questionKey, view: live })
  const error = answer.error ?? firstPage.error ?? blocks.find((block) => block.error)?.error ?? null
  if (isThere || error || shown.current.key === questionKey || shown.current.view.lineCount === null) {
    shown.current = { key: questionKey, view: live }
  }
  return {
    ...shown.current.view,
    isCut: groups.data?.isCut ?? false,
    error,
    retry: () => {
      for (const query of [answer, firstPage, ...blocks]) if (query.isError) void query.refetch()
    },
  }
}

const blockKey = (questionKey: string, { key }: Segment, block: number): string => `${questionKey} ${key} ${block}`
