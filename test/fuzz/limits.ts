// What whoever sends nonsense may cost this machine at most.

/** What one stream or batch takes of the processor, ms. The few that take more are bombs, or came when the heap was cleared. */
export const EACH_MS = 50
/** So many of a thousand may take more than that. */
export const SLOW_PER_MILLE = 1
/** So many may in a short run, too: in it a thousandth is less than one. */
export const SLOW_AT_LEAST = 5
/** A stream at its slowest, by the clock: room for a machine that is busy, not for a loop. */
export const STREAM_MS = 250
/** A batch at its slowest, by the clock: a bomb is unpacked up to the limit before it is refused. */
export const BATCH_MS = 2000
/** A message until it is dealt with, at its slowest, by the clock: one may be as long as a frame, or bring a whole history under a new name. */
export const MESSAGE_MS = 2000
/** What a reader may keep beyond twice what came, in bytes: the first room of a frame, four times over. */
export const KEPT_BYTES = 64 * 1024
/** What the heap may grow by, MiB: several batches as long as a batch may be, unpacked and not yet cleared away. */
export const HEAP_MB = 256

export interface Measured {
  readonly what: string
  readonly value: number
  readonly most: number
  readonly unit: string
}

/** A sentence for each limit that is exceeded. */
export const exceeded = (measured: readonly Measured[]): string[] =>
  measured.flatMap(({ what, value, most, unit }) =>
    value > most ? [`${what}: ${Math.round(value)} ${unit}, and the limit is ${most} ${unit}.`] : [],
  )

/** How many of so many may take more than `EACH_MS`. */
export const mostSlow = (count: number): number => Math.max(SLOW_AT_LEAST, (count * SLOW_PER_MILLE) / 1000)

/** What this process has had of the processor until now. */
export const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
