// Changing a filter by the place of an item in it, as pure functions. A path is the index in each group on the way.
import { type Condition, type FilterGroup, type FilterItem, isGroup } from '#shared/lists/filter.ts'

export type Path = readonly number[]

export const itemAt = (group: FilterGroup, path: Path): FilterItem | undefined => {
  const [index, ...rest] = path
  if (index === undefined) return group
  const item = group.items[index]
  if (item === undefined || rest.length === 0) return item
  return isGroup(item) ? itemAt(item, rest) : undefined
}

/** Puts another item in a place, or takes it out (`null`); a group that is left empty goes with it. */
export const replaceAt = (group: FilterGroup, path: Path, next: FilterItem | null): FilterGroup => {
  const [index, ...rest] = path
  if (index === undefined) return next !== null && isGroup(next) ? next : group
  const replaced = group.items.flatMap((item, at): readonly FilterItem[] => {
    if (at !== index) return [item]
    if (rest.length === 0) return next === null ? [] : [next]
    if (!isGroup(item)) return [item]
    const inner = replaceAt(item, rest, next)
    return inner.items.length === 0 && next === null ? [] : [inner]
  })
  return { ...group, items: replaced }
}

export const addTo = (group: FilterGroup, path: Path, item: FilterItem): FilterGroup => {
  const target = path.length === 0 ? group : itemAt(group, path)
  return target && isGroup(target) ? replaceAt(group, path, { ...target, items: [...target.items, item] }) : group
}

/** The filter without the conditions that say nothing yet. */
export const pruned = (group: FilterGroup, isKept: (condition: Condition) => boolean): FilterGroup => ({
  ...group,
  items: group.items.flatMap((item): readonly FilterItem[] => {
    if (!isGroup(item)) return isKept(item) ? [item] : []
    const inner = pruned(item, isKept)
    return inner.items.length === 0 ? [] : [inner]
  }),
})

/** Whether all must hold and nothing is turned round: then each item can stand for itself as a chip. */
export const isPlain = ({ join, not, items }: FilterGroup): boolean => !not && (join === 'and' || items.length < 2)

/** One more condition that must hold, whatever the filter says. */
export const withCondition = (filter: FilterGroup, item: FilterItem): FilterGroup =>
  isPlain(filter)
    ? { join: 'and', not: false, items: [...filter.items, item] }
    : { join: 'and', not: false, items: [filter, item] }
