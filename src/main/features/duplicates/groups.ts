// What a scan found, put together: records that are tied by likely pairs stand in one group.
import type { LikelyPair } from '#shared/duplicates/duplicate.ts'

export interface PairGroup {
  readonly ids: readonly string[]
  readonly pairs: readonly LikelyPair[]
  /** Of the likeliest pair. */
  readonly bits: number
}

/** `pairs` the likeliest first; so are the groups. */
export const groupsOf = (pairs: readonly LikelyPair[]): PairGroup[] => {
  const leader = new Map<string, string>()
  const leaderOf = (id: string): string => {
    let at = id
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next
    leader.set(id, at)
    return at
  }
  for (const { aId, bId } of pairs) leader.set(leaderOf(bId), leaderOf(aId))
  return [...Map.groupBy(pairs, ({ aId }) => leaderOf(aId)).values()]
    .map((own) => ({
      pairs: own,
      ids: [...new Set(own.flatMap(({ aId, bId }) => [aId, bId]))],
      bits: own.reduce((most, { bits }) => Math.max(most, bits), -Infinity),
    }))
    .toSorted((one, other) => other.bits - one.bits)
}
