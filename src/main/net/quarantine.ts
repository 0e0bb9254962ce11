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
  const until = (deviceId: string): number | null => {
    const last = recent(deviceId).slice(-BAD_FRAMES)
    const [latest] = last.slice(-1)
    return last.length < BAD_FRAMES || latest === undefined ? null : latest + QUARANTINE_MS
  }

  return {
    note: (deviceId) => {
      faults.set(deviceId, [...recent(deviceId), now()].slice(-BAD_FRAMES))
      return until(deviceId) !== null
    },
    until,
    lift: (deviceId) => void faults.delete(deviceId),
  }
}
