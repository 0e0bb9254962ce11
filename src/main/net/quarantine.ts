// A paired machine that keeps sending broken frames is damaged or not what it seems: it is not spoken to for a while, and somebody is told.
import { BAD_FRAMES, QUARANTINE_MS } from './limits.ts'

export interface Quarantine {
  /** One link of this machine ended as `bad_frame`. True: that was once too often, it is in quarantine from now on. */
  readonly note: (deviceId: string) => boolean
  /** When it may come back, in ms; null: it may now. */
  readonly until: (deviceId: string) => number | null
  /** Somebody has looked after it. */
  readonly lift: (deviceId: string) => void
}

/** Only for machines that proved who they are, so it holds no more than there are paired ones. */
export const quarantine = (now: () => number): Quarantine => {
  const faults = new Map<string, readonly number[]>()
  const recent = (deviceId: string): readonly number[] =>
    (faults.get(deviceId) ?? []).filter((at) => now() - at < QUARANTINE_MS && at <= now())
  /** Those that are kept were within an hour when the last one was noted, and go on counting until an hour after that. */
  const until = (deviceId: string): number | null => {
    const all = faults.get(deviceId) ?? []
    const latest = all.at(-1)
    if (all.length < BAD_FRAMES || latest === undefined || latest > now()) return null
    return now() - latest < QUARANTINE_MS ? latest + QUARANTINE_MS : null
  }

  return {
    note: (deviceId) => {
      // What ends in quarantine was open before.
      if (until(deviceId) === null) faults.set(deviceId, [...recent(deviceId), now()])
      return until(deviceId) !== null
    },
    until,
    lift: (deviceId) => void faults.delete(deviceId),
  }
}
