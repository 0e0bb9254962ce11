// Days and moments around the moment at which samples are made.

const DAY = 86_400_000
const FRIDAY = 5

export interface SampleTimes {
  /** The day so many days ago; negative: to come. */
  readonly day: (ago: number) => string
  /** The working day (Monday to Friday) that lies so many of them ahead; 0: today, or the next Monday. */
  readonly workday: (ahead: number) => string
  /** The next Friday, today included. */
  readonly friday: string
  /** A moment of a working day so many days ago, in UTC. `minutes` counts from eight o'clock. */
  readonly moment: (ago: number, minutes: number) => string
}

export const createSampleTimes = (now: string): SampleTimes => {
  const midnight = Date.parse(`${now.slice(0, 10)}T00:00:00.000Z`)
  const day = (ago: number): string => new Date(midnight - ago * DAY).toISOString().slice(0, 10)
  const weekday = (ago: number): number => new Date(midnight - ago * DAY).getUTCDay()
  const ahead = Array.from({ length: 28 }, (_, days) => days).filter((days) => ![0, 6].includes(weekday(-days)))
  return {
    day,
    workday: (count) => day(-(ahead[count] ?? count)),
    friday: day(-((FRIDAY - weekday(0) + 7) % 7)),
    moment: (ago, minutes) => {
      const at = new Date(midnight - ago * DAY + (480 + minutes) * 60_000).toISOString()
      // What has happened has not happened later than now.
      return at < now ? at : now
    },
  }
}
