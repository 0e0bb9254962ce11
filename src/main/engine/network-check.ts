// Whether the records of this machine say what its history says, in words; what was set right is named in the log.
import { AppError } from '#shared/base/app-error.ts'
import type { Finding } from '#shared/sync/network.contract.ts'
import type { Mended } from '#main/db/replicate/set-right.ts'
import { good, note, trouble } from '#main/net/finding.ts'
import type { CheckWatch } from './record-check.ts'
import type { Threads } from './threads.ts'

const MOST_IDS = 1000

export interface NetworkCheckOptions extends CheckWatch {
  readonly threads: Threads
  /** Machines that show something else than this one, by name. */
  readonly differing: readonly string[]
  readonly logBug: (error: unknown) => void
}

export const checkRecords = async ({ threads, differing, logBug, ...watch }: NetworkCheckOptions): Promise<Finding> => {
  try {
    const mended = await threads.checkRecords(watch)
    if (mended.tables.length > 0) logBug(new Error(mendedSentence(mended)))
    const count = mended.records.length
    if (count > 0) return note('network.check.mended', { count })
    return differing.length > 0 ? good('network.check.sameHere', { names: [...differing] }) : good('network.check.same')
  } catch (error) {
    const key = error instanceof AppError ? NOT_CHECKED.find((one) => one === error.messageKey) : undefined
    if (key === undefined) throw error
    if (key !== 'network.check.noRoom') logBug(error)
    return trouble(key)
  }
}

/** Nothing can be compared with a history that is damaged, or not understood, or that finds no room beside the workspace. */
const NOT_CHECKED = ['network.check.broken', 'network.check.unreadable', 'network.check.noRoom'] as const

const mendedSentence = ({ records, tables }: Mended): string => {
  const ids = records.slice(0, MOST_IDS).map(({ table, id }) => `${table} ${id}`)
  return `${records.length} records did not say what their history says and were set right, in ${tables.join()}: ${ids.join(', ')}`
}
