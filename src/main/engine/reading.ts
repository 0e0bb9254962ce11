// People before machines: while somebody is answered, the writer lets what comes from other machines wait a little. One 32-bit word, shared by the
// threads, counts the answers that are being made.

/** Longer no reader keeps the writer waiting at a time, ms. */
const LONGEST_MS = 10
const SHORTEST_MS = 1

export interface Reading {
  readonly word: SharedArrayBuffer
  /** Counts `work` until it has ended. */
  readonly during: <Value>(work: () => Promise<Value>) => Promise<Value>
}

export const createReading = (): Reading => {
  const word = new SharedArrayBuffer(4)
  const count = new Int32Array(word)
  return {
    word,
    during: async (work) => {
      Atomics.add(count, 0, 1)
      try {
        return await work()
      } finally {
        Atomics.sub(count, 0, 1)
        Atomics.notify(count, 0)
      }
    },
  }
}

type Wait = (count: Int32Array<SharedArrayBuffer>, index: number, value: number, ms: number) => void

/**
 * For a thread in the middle of long work: waits while `word` counts anybody, but never longer than it worked since it waited last, so that half of
 * the time remains to it whatever is read. `nowMs`: of a clock that only goes on.
 */
export const giveWayTo = (word: SharedArrayBuffer, nowMs: () => number, wait: Wait = Atomics.wait): (() => void) => {
  const count = new Int32Array(word)
  let since = nowMs()
  return () => {
    const reading = Atomics.load(count, 0)
    if (reading === 0) return
    const patience = Math.min(LONGEST_MS, nowMs() - since)
    if (patience < SHORTEST_MS) return
    wait(count, 0, reading, patience)
    since = nowMs()
  }
}
