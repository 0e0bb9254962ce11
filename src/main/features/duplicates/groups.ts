// What a scan found, put together: records that are tied by likely pairs stand in one group, as long as one can look through it.
import type { LikelyPair } from '#shared/duplicates/duplicate.ts'
import { MOST_MERGED } from '#shared/merges/merge.ts'

export interface PairGroup {
  readonly ids: readonly string[]
  readonly pairs: readonly LikelyPair[]
  /** Of the likeliest pair. */
  readonly bits: number
}

/** `pairs` the likeliest first; so are the groups. None grows past what can be merged: a pair that ties two large ones stands alone. */
export const groupsOf = (pairs: readonly LikelyPair[]): PairGroup[] => {
  const leader = new Map<string, string>()
  const sizes = new Map<string, number>()
  const leaderOf = (id: string): string => {
    let at = id
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next
    leader.set(id, at)
    return at
  }
  for (const { aId, bId } of pairs) {
    const [one, other] = [leaderOf(aId), leaderOf(bId)]
    const together = (sizes.get(one) ?? 1) + (sizes.get(other) ?? 1)
    if (one === other || together > MOST_MERGED) continue
    leader.set(other, one)
    sizes.set(one, together)
  }
  const keyOf = ({ aId, bId }: LikelyPair): string => {
    const [one, other] = [leaderOf(aId), leaderOf(bId)]
    return one === other ? one : `${aId} ${bId}`
  }
  return [...Map.groupBy(pairs, keyOf).values()]
    .map((own) => ({
      pairs: own,
      ids: [...new Set(own.flatMap(({ aId, bId }) => [aId, bId]))],
      bits: own.reduce((most, { bits }) => Math.max(most, bits), -Infinity),
    }))
    .toSorted((one, other) => other.bits - one.bits)
}
