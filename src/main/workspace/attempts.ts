// How long to wait after wrong passwords: five are free, then one second, doubling to a minute. Pure.

const FREE = 5
const LONGEST_MS = 60_000

export interface Attempts {
  readonly failures: number
  /** No password is looked at before this moment (ms). */
  readonly notBefore: number
}

export const noAttempts: Attempts = { failures: 0, notBefore: 0 }

export const failedAgain = ({ failures }: Attempts, now: number): Attempts => {
  const count = failures + 1
  return { failures: count, notBefore: count < FREE ? 0 : now + Math.min(1000 * 2 ** (count - FREE), LONGEST_MS) }
}

/** Whole seconds until the next attempt, 0 if it may be made now. */
export const secondsToWait = ({ notBefore }: Attempts, now: number): number => Math.max(0, Math.ceil((notBefore - now) / 1000))
