// Rounds of calls: every now and then each link that is wanted and not there is tried, and links of our own that are not wanted any more are given up.
import { linkWishes, MOST_LINKS, neighboursOf } from './neighbours.ts'

/** In a large office a machine that does not answer is left alone for a while, twice as long each time, unless it is heard. */
const FIRST_REST_MS = 1_000
const LONGEST_REST_MS = 60_000

interface Rest {
  readonly ms: number
  readonly until: number
}

export interface RoundsOptions {
  readonly self: string
  readonly nowMs: () => number
  /** Everybody else who may be called. */
  readonly others: () => readonly string[]
  readonly isConnected: (deviceId: string) => boolean
  readonly call: (deviceId: string) => Promise<void>
  /** Whoever was called and is connected greets, or hangs up: one that does not speak to this machine is as good as not there. */
  readonly greeting: (deviceId: string) => Promise<unknown>
  /** Those that this machine itself called. */
  readonly called: () => readonly string[]
  readonly giveUp: (deviceId: string) => void
}

export interface Rounds {
  readonly callAll: () => Promise<void>
  /** There is something new to try: they are not left alone any longer. */
  readonly awaken: (deviceIds: readonly string[]) => void
  /** Whether a link to it is worth having, were it there. */
  readonly isWanted: (deviceId: string) => boolean
}

export const createRounds = (options: RoundsOptions): Rounds => {
  const { self, nowMs, others, isConnected, call, greeting, called, giveUp } = options
  const resting = new Map<string, Rest>()
  let round: Promise<void> | null = null

  /** A clock that was set back makes no rest longer. */
  const isResting = (deviceId: string): boolean => {
    const { ms, until } = resting.get(deviceId) ?? { ms: 0, until: 0 }
    const left = until - nowMs()
    return left > 0 && left <= ms
  }

  const tryOne = async (deviceId: string, isSmall: boolean): Promise<boolean> => {
    if (!isConnected(deviceId)) {
      if (!isSmall && isResting(deviceId)) return false
      await call(deviceId)
      if (isConnected(deviceId)) await greeting(deviceId)
    }
    if (isConnected(deviceId)) {
      resting.delete(deviceId)
      return true
    }
    const ms = Math.min(LONGEST_REST_MS, 2 * (resting.get(deviceId)?.ms ?? FIRST_REST_MS / 2))
    resting.set(deviceId, { ms, until: nowMs() + ms })
    return false
  }

  const fulfil = async (wish: readonly string[], asked: Set<string>, isSmall: boolean): Promise<void> => {
    for (const deviceId of wish) {
      if (asked.has(deviceId)) continue
      asked.add(deviceId)
      if (await tryOne(deviceId, isSmall)) return
    }
  }

  const callOnce = async (): Promise<void> => {
    const known = others()
    const wishes = linkWishes(self, known)
    const asked = new Set<string>()
    await Promise.all(wishes.map((wish) => fulfil(wish, asked, known.length <= MOST_LINKS)))
    const wanted = neighboursOf(linkWishes(self, others()), isConnected)
    for (const deviceId of called()) if (!wanted.has(deviceId)) giveUp(deviceId)
  }

  return {
    callAll: () => {
      round ??= callOnce().finally(() => {
        round = null
      })
      return round
    },
    awaken: (deviceIds) => {
      for (const deviceId of deviceIds) resting.delete(deviceId)
    },
    isWanted: (deviceId) => neighboursOf(linkWishes(self, others()), (one) => one === deviceId || isConnected(one)).has(deviceId),
  }
}
