// The hybrid logical clock: milliseconds since 2024 times 4096 plus a counter, a safe integer until 2093.

const EPOCH = Date.UTC(2024, 0, 1)
const DAY_TICKS = 24 * 60 * 60 * 1000 * 4096

export interface HybridClock {
  /** A stamp later than every one given before and later than `atLeast`, near the wall clock otherwise. */
  readonly tick: (wallMs: number, atLeast: number) => number
  /** A stamp of another machine was seen: later ones come after it, unless it lies more than a day ahead. */
  readonly receive: (wallMs: number, stamp: number) => void
  readonly last: () => number
  /** After a rollback: forget the stamps of the transaction. */
  readonly reset: (last: number) => void
}

/**
 * A clock that goes on from the newest stamp of the log. A stamp more than a day ahead of the wall clock (a machine whose date was wrong)
 * is not followed, or one wrong date would drag every later edit along.
 */
export const createHybridClock = (newest: number): HybridClock => {
  let last = newest
  return {
    tick: (wallMs, atLeast) => {
      const wall = (wallMs - EPOCH) * 4096
      const local = last >= wall && last - wall < DAY_TICKS ? last + 1 : wall
      last = Math.max(local, atLeast + 1)
      return last
    },
    receive: (wallMs, stamp) => {
      if (stamp <= (wallMs - EPOCH) * 4096 + DAY_TICKS) last = Math.max(last, stamp)
    },
    last: () => last,
    reset: (stamp) => {
      last = stamp
    },
  }
}
