// One print at a time, in the order asked: a window that closes while another prints has hung printing before (electron#29485).

export interface PrintQueue {
  /** Runs a job after all earlier ones, whether they worked or not. */
  readonly add: <Result>(job: () => Promise<Result>) => Promise<Result>
  readonly isBusy: () => boolean
  /** Resolves when nothing is waiting any more. */
  readonly whenIdle: () => Promise<void>
}

export const createPrintQueue = (): PrintQueue => {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  return {
    add: async (job) => {
      waiting += 1
      const mine = last.then(job)
      // The next job waits for this one to end; how it ended is told to the caller of `add`.
      last = Promise.allSettled([mine])
      try {
        return await mine
      } finally {
        waiting -= 1
      }
    },
    isBusy: () => waiting > 0,
    whenIdle: async () => {
      while (waiting > 0) await last
    },
  }
}
