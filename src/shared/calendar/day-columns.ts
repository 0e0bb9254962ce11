// Appointments of one day side by side: those that overlap share the width, each in the first column that is free.

/** Minutes since midnight, half open. */
export interface DayItem {
  readonly id: string
  readonly from: number
  readonly to: number
}
export interface PlacedItem extends DayItem {
  /** From the left, first is 0. */
  readonly column: number
  /** Into how many columns its cluster is divided. */
  readonly columns: number
  /** How many columns it may take: those to its right that nothing of its time is in. */
  readonly span: number
}

/** Shorter ones are placed as if they took this long, so that each can be read and clicked. */
export const SHORTEST_SHOWN_MINUTES = 30

/** Where each item of a day stands. Items that meet, directly or through others, form a cluster with one number of columns. */
export const placeItems = (items: readonly DayItem[]): readonly PlacedItem[] => {
  const sorted = items
    .map((item) => ({ ...item, shownTo: Math.max(item.to, item.from + SHORTEST_SHOWN_MINUTES) }))
    .toSorted((a, b) => a.from - b.from || b.shownTo - a.shownTo || (a.id < b.id ? -1 : 1))
  const placed: PlacedItem[] = []
  let cluster: typeof sorted = []
  let end = -1
  for (const item of sorted) {
    if (item.from >= end) {
      placed.push(...placeCluster(cluster))
      cluster = []
    }
    cluster.push(item)
    end = Math.max(end, item.shownTo)
  }
  return [...placed, ...placeCluster(cluster)]
}

const placeCluster = (cluster: readonly (DayItem & { readonly shownTo: number })[]): readonly PlacedItem[] => {
  const ends: number[] = []
  const columns = cluster.map(({ from, shownTo }) => {
    const free = ends.findIndex((end) => end <= from)
    const column = free === -1 ? ends.length : free
    ends[column] = shownTo
    return column
  })
  return cluster.map(({ shownTo, ...item }, index) => {
    const column = columns[index] ?? 0
    const inTheWay = cluster.flatMap((other, at) => {
      const theirs = columns[at] ?? 0
      return theirs > column && other.from < shownTo && other.shownTo > item.from ? [theirs] : []
    })
    return { ...item, column, columns: ends.length, span: Math.min(ends.length, ...inTheWay) - column }
  })
}
