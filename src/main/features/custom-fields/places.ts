// Where something stands among others of its kind: a fractional key, so that moving it writes one row.
import { keyBehind, type Placed, placesOfMove } from '#main/records/reorder.ts'

/** The key behind all others. */
export const lastPlace = (others: readonly Placed[]): string => keyBehind(others.at(-1)?.position ?? null)

/** So many keys behind all others, in their order. */
export const lastPlaces = (others: readonly Placed[], count: number): readonly string[] => {
  let last = others.at(-1)?.position ?? null
  return Array.from({ length: count }, () => (last = keyBehind(last)))
}

/** What to write so that `id` stands ahead of `beforeId`, or behind all others; null: there is no `beforeId`. */
export const placesBefore = (all: readonly Placed[], id: string, beforeId: string | null): readonly Placed[] | null => {
  const others = all.filter((one) => one.id !== id)
  const at = beforeId === null ? others.length : others.findIndex((one) => one.id === beforeId)
  return at === -1 ? null : placesOfMove(others, id, at)
}
