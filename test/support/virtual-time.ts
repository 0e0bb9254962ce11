// Time that passes only as it is told to. Timers of all that runs meanwhile come due in order, each only when nothing is left to do of the one
// before: what depends on nothing but timers and chance that can be repeated then happens the same way each time.

export interface VirtualTime {
  /** ms since the beginning. */
  readonly now: () => number
  readonly after: (ms: number, work: () => void) => void
  readonly wait: (ms: number) => Promise<void>
  /** Lets so much time pass, or less: until it is over. Answers whether it was; asked each time that something happened. */
  readonly pass: (ms: number, isOver?: () => boolean) => Promise<boolean>
  /** Timers that are not due yet. */
  readonly pending: () => number
  /** Gives the process its own timers back. */
  readonly end: () => void
}

interface Timer {
  readonly work: () => void
  readonly everyMs: number | null
  at: number
  isCleared: boolean
}

/** From now until `end`, timers of this process are these. */
export const startVirtualTime = (): VirtualTime => {
  const own = { setTimeout, setInterval, clearTimeout, clearInterval }
  /** The last is due first; of those due together, the one that was set first. */
  const timers: Timer[] = []
  let now = 0

  const put = (timer: Timer): Timer => {
    let [from, to] = [0, timers.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((timers[middle]?.at ?? 0) > timer.at) from = middle + 1
      else to = middle
    }
    timers.splice(from, 0, timer)
    return timer
  }
  const start = (work: () => void, ms = 0, everyMs: number | null = null): Timer =>
    put({ work, everyMs, at: now + Math.max(ms, 0), isCleared: false })
  const clear = (timer?: Timer): void => {
    if (!timer) return
    timer.isCleared = true
    const at = timers.indexOf(timer)
    if (at >= 0) timers.splice(at, 1)
  }
  /** Everything that needs no time. */
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  // Handles are given back as they were taken: what they are made of, nobody asks.
  Object.assign(globalThis, {
    setTimeout: (work: () => void, ms?: number) => start(work, ms),
    setInterval: (work: () => void, ms: number) => start(work, ms, Math.max(ms, 1)),
    clearTimeout: clear,
    clearInterval: clear,
  })

  return {
    now: () => now,
    after: (ms, work) => void start(work, ms),
    wait: (ms) => new Promise((resolve) => void start(resolve, ms)),
    pending: () => timers.length,
    pass: async (ms, isOver = () => false) => {
      const until = now + ms
      await settle()
      for (;;) {
        if (isOver()) return true
        const next = timers.at(-1)
        if (!next || next.at > until) break
        timers.pop()
        now = next.at
        next.work()
        await settle()
        if (next.everyMs !== null && !next.isCleared) {
          next.at += next.everyMs
          put(next)
        }
      }
      now = until
      return false
    },
    end: () => void Object.assign(globalThis, own),
  }
}
