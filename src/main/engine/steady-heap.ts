// How V8 clears the heaps of the process: when, and with how many threads. Left to itself, it lets them grow to four times what is in use, so that an
// import of 100,000 rows holds 800 MB, of which 100 are in use.
import { setFlagsFromString } from 'node:v8'

/** In percent of what is in use. Neither is a limit: what is needed is given. */
const CLOSE = 20
const FREE = 200

// For all threads of this process, those that run already and those to come.
const letGrowBy = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`)

/**
 * A heap is cleared by the thread whose it is, with one helper at most. V8 would call four onto all cores, again and again for a few MB each: the
 * thread is done no sooner with them, and whoever wants one of those cores waits.
 */
export const clearWithFewHelpers = (): void =>
  ['--no-parallel-scavenge', '--no-parallel-compaction', '--concurrent-marking-max-worker-num=1'].forEach((flag) =>
    setFlagsFromString(flag),
  )

export const keepHeapsClose = (): void => letGrowBy(CLOSE)

/** Clearing keeps other cores busy, too. Where it would be done four times a second, those who read meanwhile wait for it. */
export const letHeapsGrow = (): void => letGrowBy(FREE)
