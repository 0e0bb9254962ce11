// The lines of a list as pure arithmetic: without groups one stretch of rows; with groups a heading each, and its rows if it is open.
import type { FilterGroup } from '#shared/lists/filter.ts'
import type { ListGroup, ListQuestion } from '#shared/lists/list-question.ts'

export interface Segment {
  /** Tells segments apart, also when their order changes. */
  readonly key: string
  /** `null` where the list is not grouped. */
  readonly group: ListGroup | null
  readonly isOpen: boolean
  /** What its rows answer. */
  readonly question: ListQuestion
  readonly count: number
  /** The line of its first row. */
  readonly firstRow: number
  /** The line behind its last row. */
  readonly end: number
}

export const wholeList = (question: ListQuestion, count: number): readonly Segment[] => [
  { key: '', group: null, isOpen: true, question, count, firstRow: 0, end: count },
]

export const groupKey = ({ key }: Pick<ListGroup, 'key'>): string => (key === null ? 'none' : `${typeof key} ${String(key)}`)

export const groupedList = (
  question: ListQuestion,
  groups: readonly ListGroup[],
  folded: ReadonlySet<string>,
): readonly Segment[] => {
  let line = 0
  return groups.map((group) => {
    const key = groupKey(group)
    const isOpen = !folded.has(key)
    const firstRow = line + 1
    line = firstRow + (isOpen ? group.count : 0)
    return {
      key,
      group,
      isOpen,
      question: { ...question, filter: within(question.filter, group) },
      count: group.count,
      firstRow,
      end: line,
    }
  })
}

const within = (filter: FilterGroup, { condition }: ListGroup): FilterGroup => ({
  join: 'and',
  not: false,
  items: filter.items.length === 0 ? [condition] : [filter, condition],
})

/** The index of the segment that holds a line; -1 beyond the end. */
export const segmentAt = (segments: readonly Segment[], line: number): number => {
  let [low, high] = [0, segments.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const segment = segments[middle]
    if (!segment) return -1
    if (line >= segment.end) low = middle + 1
    else if (line < segment.firstRow - (segment.group ? 1 : 0)) high = middle - 1
    else return middle
  }
  return -1
}

export interface WantedBlock {
  readonly segment: Segment
  readonly block: number
}

/** The blocks of rows between two lines, both included. */
export const blocksBetween = (
  segments: readonly Segment[],
  [first, last]: readonly [number, number],
  size: number,
): WantedBlock[] => {
  const wanted: WantedBlock[] = []
  const start = segmentAt(segments, first)
  for (const segment of start < 0 ? [] : segments.slice(start)) {
    if (segment.firstRow - 1 > last) break
    if (!segment.isOpen || segment.count === 0) continue
    const from = Math.max(0, first - segment.firstRow)
    const to = Math.min(segment.count - 1, last - segment.firstRow)
    for (let block = Math.floor(from / size); block <= Math.floor(to / size); block += 1) wanted.push({ segment, block })
  }
  return wanted
}
