// Moving within an order of fractional keys. A move writes one row; only where its key would become long do neighbours get new ones, too.
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

const LONGEST_KEY = 40
/** Keys given anew are no longer than this, so that the next time is far off. */
const LONGEST_NEW_KEY = 20

export interface Placed {
  readonly id: string
  readonly position: string
}

interface Room {
  /** For what is put there. */
  readonly key: string
  /** The key behind it; null: nothing stands there. */
  readonly behind: string | null
  /** The neighbours that get a new key, in the same order. */
  readonly others: readonly Placed[]
}

/**
 * What to write so that `id` stands ahead of `others[at]`, or behind all of them: its own place and, seldom, new ones of neighbours. `others`
 * are in their order, which is that of position and id, without the one that is moved.
 */
export const placesOfMove = (others: readonly Placed[], id: string, at: number): readonly Placed[] => {
  const [ahead, behind] = [others[at - 1]?.position ?? null, others[at]?.position ?? null]
  const key = keyBetween(ahead, behind)
  if (key !== null && !isLongKey(key)) return [{ id, position: key }]
  const room = roomAt(others, at)
  return [...room.others, { id, position: room.key }]
}

/** Null: they leave no room, as two that machines made alike, or one of them is no key. */
export const keyBetween = (ahead: string | null, behind: string | null): string | null =>
  keysBetween(ahead, behind, 1)?.[0] ?? null

/**
 * The key behind the last one. Where that is no key, as it may come from elsewhere, behind the longest beginning of it that is one; a place at the
 * front where none is behind it.
 */
export const keyBehind = (last: string | null): string => {
  const text = last ?? ''
  for (let length = Math.min(text.length, LONGEST_KEY); length > 0; length--) {
    const key = keyBetween(text.slice(0, length), null)
    if (key !== null && key > text) return key
  }
  return generateKeyBetween(null, null)
}

export const isLongKey = (key: string): boolean => key.length > LONGEST_KEY

/**
 * Short keys for what is put ahead of `order[at]` and for the neighbours that stand in the way: those of one side, hardly more than have to.
 * Keys that begin alike stand together, so it is enough to leave them on one side; and at the end of an order there is always room.
 */
export const roomAt = (order: readonly Placed[], at: number): Room => {
  // Each attempt a quarter wider than the last: one by one would take too long in a column of ten thousand.
  for (let count = 1; ; count += Math.ceil(count / 4)) {
    for (const [from, to] of [
      [Math.max(0, at - count), at],
      [at, Math.min(order.length, at + count)],
    ] as const) {
      const keys = keysBetween(order[from - 1]?.position ?? null, order[to]?.position ?? null, to - from + 1)
      if (keys?.every(({ length }) => length <= LONGEST_NEW_KEY)) return roomOf(order, keys, { from, at })
    }
    if (count >= order.length) return roomOf(order, generateNKeysBetween(null, null, order.length + 1), { from: 0, at })
  }
}

/** Null: likewise. */
const keysBetween = (ahead: string | null, behind: string | null, count: number): readonly string[] | null => {
  try {
    return generateNKeysBetween(ahead, behind, count)
  } catch {
    return null
  }
}

const roomOf = (
  order: readonly Placed[],
  keys: readonly string[],
  { from, at }: { readonly from: number; readonly at: number },
): Room => {
  const own = at - from
  const others = keys.toSpliced(own, 1).map((position, index) => ({ id: order[from + index]?.id ?? '', position }))
  return {
    key: keys[own] ?? '',
    behind: others[own]?.position ?? order[at]?.position ?? null,
    others,
  }
}
