// The hybrid logical clock: milliseconds since 2024 times 4096 plus a counter, a safe integer until 2093.

const EPOCH = Date.UTC(2024, 0, 1)
const MS_TICKS = 4096
const DAY_TICKS = 24 * 60 * 60 * 1000 * MS_TICKS

/** Nothing of another machine has a later stamp (2092), but what is built on one: something must still be able to come after it. */
export const LATEST_STAMP = (Date.UTC(2092, 0, 1) - EPOCH) * MS_TICKS
/** This machine's clock is not believed beyond this, a year before: whatever date it shows, the others take what is written here. */
const LATEST_OWN = (Date.UTC(2091, 0, 1) - EPOCH) * MS_TICKS

/** A stamp and a moment (ms) as numbers that are small where sets follow each other: the stamp's ms, its counter, and by how much the moment differs. */
export const splitStamp = (
  stamp: number,
  wallMs: number,
): { readonly ms: number; readonly counter: number; readonly apart: number } => {
  const ms = Math.floor(stamp / MS_TICKS)
  return { ms, counter: stamp - ms * MS_TICKS, apart: wallMs - EPOCH - ms }
}

/** The stamp and the moment again. */
export const joinStamp = (ms: number, counter: number, apart: number): { readonly hlc: number; readonly wall: number } => ({
  hlc: ms * MS_TICKS + counter,
  wall: ms + EPOCH + apart,
})

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
      const wall = Math.min((wallMs - EPOCH) * MS_TICKS, LATEST_OWN)
      const local = last >= wall && last - wall < DAY_TICKS ? last + 1 : wall
      last = Math.max(local, atLeast + 1)
      return last
    },
    receive: (wallMs, stamp) => {
      if (stamp <= (wallMs - EPOCH) * MS_TICKS + DAY_TICKS) last = Math.max(last, stamp)
    },
    last: () => last,
    reset: (stamp) => {
      last = stamp
    },
  }
}
