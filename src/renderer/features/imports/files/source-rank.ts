// The rank of a new source among the others. Pure.
import type { ImportSource } from '#shared/imports/sources.ts'

/** Room for others between two of them. */
const STEP = 10
const WEAKEST = 1000

/** A rank behind the source at this place and before the next one; -1: as strong as the strongest. */
export const rankBehind = (sources: readonly Pick<ImportSource, 'rank'>[], place: number): number => {
  if (place < 0) return sources[0]?.rank ?? 0
  const stronger = sources[place]?.rank ?? 0
  const weaker = sources[place + 1]?.rank
  return weaker === undefined ? Math.min(WEAKEST, stronger + STEP) : Math.max(stronger, Math.ceil((stronger + weaker) / 2))
}
