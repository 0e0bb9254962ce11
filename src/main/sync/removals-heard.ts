// Which machine is known to have heard of which removal. Each says what it knows by a hash over all removals that count, and passes on the same of others;
// who says what this machine would say has heard of all that it has heard of. What was heard once stays heard.
import { membersIn } from './charter.ts'
import type { CharterKeeper } from './charter-keeper.ts'
import { coverOf } from './key-ring.ts'

/** By removed machine: the members that have heard of it. */
export type Heard = Readonly<Record<string, readonly string[]>>
/** A machine, and its hash; null: it was not told, as by an older Kith. */
export type SaidOfRemovals = readonly [deviceId: string, cover: string | null]

export interface RemovalsHeardOptions {
  readonly charter: CharterKeeper
  readonly heard: Heard
  /** Somebody has heard of something. Where this throws, it counts as not heard until the next time that it is said: no talk ends by that. */
  readonly onHeard: (heard: Heard) => void
  readonly logBug: (error: unknown) => void
}

export interface RemovalsHeard {
  /** What this machine says of itself. */
  readonly cover: () => string
  /** Of another machine; null, unless it has heard of all that this one has heard of. */
  readonly coverOf: (deviceId: string) => string | null
  readonly note: (said: readonly SaidOfRemovals[]) => void
}

export const createRemovalsHeard = ({ charter, heard: kept, onHeard, logBug }: RemovalsHeardOptions): RemovalsHeard => {
  let heard = kept
  const now = () => membersIn(charter.charter())
  const cover = (): string => coverOf(now().removals)
  const hasHeardOfAll = (deviceId: string): boolean => [...now().removed].every((one) => heard[one]?.includes(deviceId))

  return {
    cover,
    coverOf: (deviceId) => (hasHeardOfAll(deviceId) ? cover() : null),
    note: (said) => {
      const own = cover()
      const upToDate = said.flatMap(([deviceId, theirs]) => (theirs === own && charter.isMember(deviceId) ? [deviceId] : []))
      if (upToDate.every(hasHeardOfAll)) return
      const next = [...now().removed].map((one) => {
        const before = (heard[one] ?? []).filter(charter.isMember)
        return [one, [...new Set([...before, ...upToDate])]] as const
      })
      const after = Object.fromEntries(next)
      try {
        onHeard(after)
      } catch (error) {
        return logBug(error)
      }
      heard = after
    },
  }
}
