// Whose clock is wrong. A difference of two minutes is passed over: the order of changes does not hang on it.
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

type Device = NetworkStatus['devices'][number]

export const CLOCK_LIMIT_MS = 120_000

export const isClockOff = (clockAheadMs: number | null): clockAheadMs is number =>
  clockAheadMs !== null && Math.abs(clockAheadMs) > CLOCK_LIMIT_MS

export interface OwnClock {
  /** How far the others' clocks are ahead of this one's. */
  readonly aheadMs: number
  /** The only other machine that can be asked: it may as well be that one's clock. Null: several others agree. */
  readonly only: Device | null
}

/** Whether this machine's clock is off, as those see it that are connected. With two clocks nobody knows which is right. */
export const ownClock = (devices: readonly Device[]): OwnClock | null => {
  const asked = devices.filter(({ isThis, isConnected, clockAheadMs }) => !isThis && isConnected && clockAheadMs !== null)
  const off = asked.filter(({ clockAheadMs }) => isClockOff(clockAheadMs)).map((device) => device.clockAheadMs ?? 0)
  const sameWay = Math.sign(off[0] ?? 0)
  if (off.length <= asked.length / 2 || off.some((ms) => Math.sign(ms) !== sameWay)) return null
  const middle = off.toSorted((a, b) => a - b)[Math.floor(off.length / 2)]
  return middle === undefined ? null : { aheadMs: middle, only: asked.length === 1 ? (asked[0] ?? null) : null }
}
