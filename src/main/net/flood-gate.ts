// How many datagrams one sender gets heard. A full table forgets who was silent longest, so its size is bounded whatever comes in.

export interface FloodGateOptions {
  /** How many may come at once. */
  readonly burst: number
  readonly perSecond: number
  /** How many senders are told apart. */
  readonly senders: number
}

export interface FloodGate {
  /** False: this one is too many. `now` in ms. */
  letsIn(sender: string, now: number): boolean
}

/** A token bucket for each sender. */
export const floodGate = ({ burst, perSecond, senders }: FloodGateOptions): FloodGate => {
  // In the order of the last call: a Map keeps the order of insertion.
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>()

  return {
    letsIn(sender, now) {
      const known = buckets.get(sender) ?? { tokens: burst, at: now }
      // A clock set back must not take tokens away.
      const tokens = Math.min(burst, known.tokens + (Math.max(0, now - known.at) / 1000) * perSecond)
      buckets.delete(sender)
      buckets.set(sender, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
      if (buckets.size > senders) for (const [oldest] of buckets.entries().take(1)) buckets.delete(oldest)
      return tokens >= 1
    },
  }
}
