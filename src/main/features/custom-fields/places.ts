// Where something stands among others of its kind: a fractional key, so that moving it writes one row.
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

interface Placed {
  readonly id: string
  readonly position: string
}

/** The key behind all others. */
export const lastPlace = (others: readonly Placed[]): string => generateKeyBetween(others.at(-1)?.position ?? null, null)

/** So many keys behind all others, in their order. */
export const lastPlaces = (others: readonly Placed[], count: number): readonly string[] =>
  generateNKeysBetween(others.at(-1)?.position ?? null, null, count)

/** The key ahead of `beforeId`, or behind all others, for the one that is moved. Equal keys, made on two machines, make no room. */
export const placeBefore = (all: readonly Placed[], id: string, beforeId: string | null): string | null => {
  const others = all.filter((one) => one.id !== id)
  const index = beforeId === null ? others.length : others.findIndex((one) => one.id === beforeId)
  if (index === -1) return null
  const [before, after] = [others[index - 1]?.position ?? null, others[index]?.position ?? null]
  return before !== null && before === after ? before : generateKeyBetween(before, after)
}
