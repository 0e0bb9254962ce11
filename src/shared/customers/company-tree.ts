// Companies form a tree: a company may belong to another, but never to itself, not even by a detour.

/** Whether `companyId` would stand above itself if `parentId` became its parent. `parentOf` answers a company's present parent. */
export const wouldCircle = (companyId: string, parentId: string, parentOf: (id: string) => string | null): boolean => {
  const seen = new Set<string>()
  let above: string | null = parentId
  while (above !== null && !seen.has(above)) {
    if (above === companyId) return true
    seen.add(above)
    above = parentOf(above)
  }
  return false
}

/**
 * The circles of companies that stand above themselves, told alike on every machine: each begins with its smallest id, each company belongs to the
 * next one and the last to the first. What only hangs below a circle is no part of it. `parents`: each company that has a parent, and which.
 */
export const circlesAmong = (parents: ReadonlyMap<string, string>): readonly (readonly string[])[] => {
  const seen = new Set<string>()
  const circles: (readonly string[])[] = []
  for (const company of parents.keys()) {
    const way: string[] = []
    let above: string | undefined = company
    for (; above !== undefined && !seen.has(above); above = parents.get(above)) {
      seen.add(above)
      way.push(above)
    }
    const met = above === undefined ? -1 : way.indexOf(above)
    if (met >= 0) circles.push(fromSmallest(way.slice(met)))
  }
  return circles.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
}

const fromSmallest = (circle: readonly string[]): readonly string[] => {
  const first = circle.reduce((smallest, id, index) => (id < (circle[smallest] ?? '') ? index : smallest), 0)
  return [...circle.slice(first), ...circle.slice(0, first)]
}
