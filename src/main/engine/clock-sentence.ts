// Whether a clock of the office is wrong, and whose. Clocks decide whose change counts where two crossed, so it is worth saying; nothing is ever
// refused because of one.
import type { MessageParams } from '#shared/base/app-error.ts'
import type { NetworkStatus, Said } from '#shared/sync/network.contract.ts'

/** A difference up to this is nobody's business. */
const MOST_MS = 120_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

type Device = NetworkStatus['devices'][number]
interface Clock {
  readonly name: string
  readonly aheadMs: number
}

const clockOf = ({ name, isConnected, clockAheadMs }: Device): Clock[] =>
  isConnected && clockAheadMs !== null ? [{ name, aheadMs: clockAheadMs }] : []

const isFar = (ms: number): boolean => Math.abs(ms) > MOST_MS

/** How far, in the largest unit of which there are two: 119 minutes, 47 hours, 2 days. */
const by = (ms: number): MessageParams => {
  const far = Math.abs(ms)
  if (far < 2 * HOUR_MS) return { unit: 'minutes', count: Math.round(far / MINUTE_MS) }
  return far < 2 * DAY_MS
    ? { unit: 'hours', count: Math.round(far / HOUR_MS) }
    : { unit: 'days', count: Math.round(far / DAY_MS) }
}

const median = (sorted: readonly number[]): number => sorted[Math.floor((sorted.length - 1) / 2)] ?? 0

/** Null: all are right enough. This machine's own clock is called wrong only where two others agree on it. */
export const clockSentence = (others: readonly Device[]): Said | null => {
  const clocks = others.flatMap(clockOf)
  const [first] = clocks.filter(({ aheadMs }) => isFar(aheadMs))
  if (!first) return null
  const middle = median(clocks.map(({ aheadMs }) => aheadMs).toSorted((one, other) => one - other))
  const agreed = clocks.filter(({ aheadMs }) => !isFar(aheadMs - middle))
  if (isFar(middle) && agreed.length >= 2)
    return { messageKey: middle < 0 ? 'network.clock.thisAhead' : 'network.clock.thisBehind', params: by(middle) }
  const params = { name: first.name, ...by(first.aheadMs) }
  if (clocks.length < 2) return { messageKey: 'network.clock.differ', params }
  return { messageKey: first.aheadMs > 0 ? 'network.clock.otherAhead' : 'network.clock.otherBehind', params }
}
