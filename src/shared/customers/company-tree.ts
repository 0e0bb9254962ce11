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

/** Whether any company stands above itself. `parents`: each company that has a parent, and which. */
export const hasCircle = (parents: ReadonlyMap<string, string>): boolean =>
  [...parents].some(([companyId, parentId]) => wouldCircle(companyId, parentId, (id) => parents.get(id) ?? null))
