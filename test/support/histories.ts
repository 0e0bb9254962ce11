// Tries many histories; the first that fails is told with its seed, made as short as it will go.
import fc from 'fast-check'
import { history } from './history-commands.ts'
import { createHistories } from './history-run.ts'

export interface HistoriesOptions {
  readonly runs: number
  readonly seed: number
  /** Where in the seed's histories: what an earlier failure named. */
  readonly path?: string
  /** Tells the first failure as it is, without looking for a shorter one. */
  readonly isPlain?: boolean
}

/** What failed in words; null: nothing did. */
export const failureOf = async ({ runs, seed, path, isPlain = 'KITH_PLAIN_FAILURES' in process.env }: HistoriesOptions) => {
  const histories = createHistories()
  try {
    const details = await fc.check(fc.asyncProperty(history, histories.run), {
      ...{ numRuns: Math.round(runs), seed, endOnFailure: isPlain, includeErrorInReport: true },
      ...(path === undefined ? {} : { path }),
    })
    return fc.defaultReportMessage(details) ?? null
  } finally {
    histories.close()
  }
}
