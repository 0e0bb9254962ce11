// Works off what comes in, a few at a time. What comes too often is kept once, and what is too much is turned away.

export interface FewOptions<T> {
  readonly atOnce: number
  readonly mostWaiting: number
  readonly work: (item: T) => Promise<void>
  readonly logBug: (error: unknown) => void
}

/** Takes an item, in the place of one with the same key that still waits. False: too many wait. */
export const fewAtOnce = <T>({ atOnce, mostWaiting, work, logBug }: FewOptions<T>): ((key: string, item: T) => boolean) => {
  const waiting = new Map<string, T>()
  let running = 0

  const workOff = async (): Promise<void> => {
    running += 1
    // What comes meanwhile stands at the end of the same Map.
    for (const [key, item] of waiting) {
      waiting.delete(key)
      await work(item).catch(logBug)
    }
    running -= 1
  }

  return (key, item) => {
    if (waiting.size >= mostWaiting && !waiting.has(key)) return false
    waiting.set(key, item)
    if (running < atOnce) void workOff()
    return true
  }
}
