// What the log says of rows that another machine shows otherwise: how many, and some of their ids. The other machine names them, so neither the
// words nor the size of the log are left to it.
import type { DifferingPlace } from './digest-messages.ts'

const EVERY_MS = 3_600_000
const MOST_TABLES = 20
const MOST_IDS = 5
/** Of rows, and of values that are not decided about: `10:<row>:<cell>:<origin>-<number>`. */
const PLAIN_ID = /^[\w:.-]{1,120}$/u

export interface DigestReportOptions {
  readonly nowMs: () => number
  readonly log: (error: Error) => void
}

/** Logs what a machine was found to show otherwise, at most once an hour a machine. */
export const createDigestReport = ({ nowMs, log }: DigestReportOptions) => {
  const loggedAt = new Map<string, number>()
  return (deviceId: string, places: readonly DifferingPlace[]): void => {
    const sinceMs = nowMs() - (loggedAt.get(deviceId) ?? -Infinity)
    // Where the clock was set back meanwhile, nobody knows how long ago it was.
    if (places.length === 0 || (sinceMs >= 0 && sinceMs < EVERY_MS)) return
    loggedAt.set(deviceId, nowMs())
    const tables = places.slice(0, MOST_TABLES).map(sentenceOf).join('; ')
    log(new Error(`Machine ${deviceId} has the same change sets and other rows in ${places.length} tables. ${tables}`))
  }
}

const sentenceOf = ({ table, rows }: DifferingPlace): string => {
  const ids = rows.filter((id) => PLAIN_ID.test(id)).slice(0, MOST_IDS)
  return `table ${table}: ${[`${rows.length} rows`, ...ids].join(', ')}`
}
