// Which of two versions is the later one, and which of two the other had seen.
import { logSetsOf } from '../log/log-sets.ts'
import type { LogStore } from '../log/log-store.ts'
import { oidOf, seqOf } from '../log/version.ts'
import type { RawConnection } from '../raw-connection.ts'

export interface Causality {
  /** The order that decides between versions that knew nothing of each other: stamp, then origin, then number. The same on every machine. */
  readonly isNewer: (one: number, other: number) => boolean
  /** The stamp of a change set that lies here; undefined: it does not. */
  readonly stampOf: (version: number) => number | undefined
  /** A change set that was just taken: its stamp need not be looked for. */
  readonly noteStamp: (version: number, stamp: number) => void
  /** Whether the writer of one change set had the other, or is the same. */
  readonly saw: (later: number, earlier: number) => boolean
  /** After a transaction that failed. */
  readonly forget: () => void
}

const KEPT = 20_000

export const createCausality = (raw: RawConnection, log: Pick<LogStore, 'originHexOf'>): Causality => {
  const sets = logSetsOf(raw)
  const selectSeen = raw.prepare<[number, number, number], { ofSeq: number }>(
    'SELECT ofSeq FROM sync_seen WHERE oid = ? AND ofOid = ? AND seq <= ? ORDER BY seq DESC LIMIT 1',
  )
  const stamps = new Map<number, number>()
  const noteStamp = (version: number, stamp: number): void => {
    if (stamps.size >= KEPT) stamps.clear()
    stamps.set(version, stamp)
  }
  const stampOf = (version: number): number | undefined => {
    const known = stamps.get(version)
    if (known !== undefined) return known
    const found = sets.stampAt(oidOf(version), seqOf(version))
    if (found !== undefined) noteStamp(version, found)
    return found
  }
  const requireStamp = (version: number): number => {
    const stamp = stampOf(version)
    if (stamp === undefined) throw new Error(`The change log has no version ${version}.`)
    return stamp
  }
  return {
    stampOf,
    noteStamp,
    isNewer: (one, other) => {
      const difference = requireStamp(one) - requireStamp(other)
      if (difference !== 0) return difference > 0
      const [origin, otherOrigin] = [log.originHexOf(oidOf(one)), log.originHexOf(oidOf(other))]
      return origin === otherOrigin ? seqOf(one) > seqOf(other) : origin > otherOrigin
    },
    saw: (later, earlier) => {
      if (oidOf(later) === oidOf(earlier)) return seqOf(later) >= seqOf(earlier)
      return (selectSeen.get(oidOf(later), oidOf(earlier), seqOf(later))?.ofSeq ?? 0) >= seqOf(earlier)
    },
    forget: () => stamps.clear(),
  }
}
