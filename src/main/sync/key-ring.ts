// The keys of an office: each removal of a machine makes a new one that the removed machine never gets. Older ones are kept for machines that
// were away and have not heard of it.
import { createHash } from 'node:crypto'
import { z } from 'zod'

const hex32 = z.string().regex(/^[0-9a-f]{64}$/u)

export const ringKey = z.strictObject({
  /** 1, and one more with each new key. */
  epoch: z.int().min(1).max(1_000_000),
  key: hex32,
  /** After which removals it was made: see `coverOf`. */
  covers: hex32,
})
export type RingKey = Readonly<z.infer<typeof ringKey>>
/** The newest first. */
export type KeyRing = readonly RingKey[]

/** A machine that missed more removals than these has to pair again. */
export const MOST_KEYS = 64

/** The signatures of some removals, as hex of a SHA-256. Whoever is to be removed cannot put a key there beforehand, for nobody knows a signature before it is made. */
export const coverOf = (removals: ReadonlySet<string>): string =>
  createHash('sha256')
    .update(JSON.stringify([...removals].toSorted()))
    .digest('hex')

/** By epoch, and of two that were made at once the one with the larger name; the same on every machine. */
const byAge = (one: RingKey, other: RingKey): number => other.epoch - one.epoch || (one.key < other.key ? 1 : -1)

const coveringFirst = (ring: KeyRing, covers: string): KeyRing => [
  ...ring.filter((one) => one.covers === covers),
  ...ring.filter((one) => one.covers !== covers),
]

/** A key that is in use after these removals is never pushed out, however many newer ones a member made up. */
export const mergeRings = (removals: ReadonlySet<string>, ...rings: readonly KeyRing[]): KeyRing => {
  const byKey = new Map(rings.flat().map((one) => [one.key, one]))
  return coveringFirst([...byKey.values()].toSorted(byAge), coverOf(removals))
    .slice(0, MOST_KEYS)
    .toSorted(byAge)
}

/** The key that is in use after these removals; undefined: it is not made yet. A key that one of the removed machines may have does not count. */
export const keyFor = (ring: KeyRing, removals: ReadonlySet<string>): RingKey | undefined => {
  const covers = coverOf(removals)
  return ring.find((one) => one.covers === covers)
}

/** With a key for these removals. `key`: hex of 32 random bytes. */
export const withKeyFor = (ring: KeyRing, removals: ReadonlySet<string>, key: () => string): KeyRing => {
  if (keyFor(ring, removals)) return ring
  return mergeRings(removals, ring, [{ epoch: (ring[0]?.epoch ?? 0) + 1, key: key(), covers: coverOf(removals) }])
}
