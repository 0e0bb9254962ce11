// Where a card stands in its column: a fractional key, so that a drop writes one row whatever else stands there.
import { keyBetween } from '#main/records/reorder.ts'

/**
 * A key behind `before` and ahead of `after` (null: the column's end on that side). Two machines that drop a card into the same gap while
 * apart must not make the same key: two characters of `seed`, the tail of a fresh id, tell them apart. Null: there is no room.
 */
export const positionBetween = (before: string | null, after: string | null, seed: string): string | null => {
  const key = keyBetween(before, after)
  return key === null ? null : apart(key, after, seed)
}

/** The key with that tail, where it still stands ahead of `after` then. */
export const apart = (key: string, after: string | null, seed: string): string => {
  // Keys must not end in their lowest digit.
  const spread = key + seed.slice(-2).replace(/0$/u, '1')
  return after === null || spread < after ? spread : key
}
