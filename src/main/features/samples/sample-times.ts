// Days and moments around the moment at which samples are made.

const DAY = 86_400_000

export interface SampleTimes {
  /** The day so many days ago; negative: to come. */
  readonly day: (ago: number) => string
  /** A moment of a working day so many days ago, in UTC. `minutes` counts from eight o'clock. */
  readonly moment: (ago: number, minutes: number) => string
}

export const createSampleTimes = (now: string): SampleTimes => {
  const midnight = Date.parse(`${now.slice(0, 10)}T00:00:00.000Z`)
  return {
    day: (ago) => new Date(midnight - ago * DAY).toISOString().slice(0, 10),
    moment: (ago, minutes) => {
      const at = new Date(midnight - ago * DAY + (480 + minutes) * 60_000).toISOString()
      // What has happened has not happened later than now.
      return at < now ? at : now
    },
  }
}
