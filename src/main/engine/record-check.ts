// The records of this machine are compared with their own history, and set right where they say something else. One check at a time, which ends
// early when the workspace is shut or goes on under another name.
import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/base/app-error.ts'
import type { Progress } from '#shared/base/procedure.ts'
import type { Mended } from '#main/db/replicate/set-right.ts'
import { clearScratch, scratchOf } from '#main/workspace/workspace-folder.ts'
import type { Thread } from './thread.ts'
import type { CheckAnswers, CheckAsk } from './thread-check.ts'

export interface RecordCheckOptions {
  readonly folder: string
  /** Does `work` in a thread that is there for nothing else. */
  readonly inThread: <Value>(work: (thread: Thread) => Promise<Value>) => Promise<Value>
  readonly askWriter: (ask: Extract<CheckAsk, { kind: 'setRight' }>) => Promise<CheckAnswers['setRight']>
}

export interface CheckWatch {
  readonly signal: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

export interface RecordCheck {
  /** Answers what was set right. Whoever asks while one runs hears of that one. Rejects with `cancelled` where it was given up. */
  readonly check: (watch: CheckWatch) => Promise<Mended>
  /** Gives up what runs; answers once it has ended. */
  readonly stop: () => Promise<void>
}

interface Running {
  readonly mended: Promise<Mended>
  /** Whoever wants to know; it goes on for as long as somebody does. */
  readonly watches: Set<CheckWatch>
  readonly lastProgress: () => Progress | null
  readonly stop: () => void
}

const givenUp = (): AppError => new AppError('cancelled', 'errors.cancelled')

export const createRecordCheck = ({ folder, inThread, askWriter }: RecordCheckOptions): RecordCheck => {
  let running: Running | null = null

  const run = async (stop: Int32Array<SharedArrayBuffer>, onProgress: CheckWatch['onProgress']): Promise<Mended> => {
    const scratch = { file: scratchOf(folder), key: randomBytes(32) }
    try {
      const found = await inThread((thread) => thread.replica({ kind: 'compare', scratch, stop: stop.buffer }, onProgress))
      if (Atomics.load(stop, 0) === 1) throw givenUp()
      const isInOrder = found.records.length + found.documents.length === 0 && !found.isSightOff
      return isInOrder ? { records: [], tables: [] } : await askWriter({ kind: 'setRight', scratch, found })
    } finally {
      scratch.key.fill(0)
      clearScratch(folder)
    }
  }

  const begin = (): Running => {
    const word = new Int32Array(new SharedArrayBuffer(4))
    const watches = new Set<CheckWatch>()
    let last: Progress | null = null
    const mended = run(word, (progress) => {
      last = progress
      for (const { onProgress } of watches) onProgress?.(progress)
    }).finally(() => (running = null))
    return { mended, watches, lastProgress: () => last, stop: () => void Atomics.store(word, 0, 1) }
  }

  return {
    check: async (watch) => {
      const { mended, watches, lastProgress, stop } = (running ??= begin())
      watches.add(watch)
      const progress = lastProgress()
      if (progress) watch.onProgress?.(progress)
      const { promise: left, reject: leave } = Promise.withResolvers<never>()
      const giveUp = (): void => {
        watches.delete(watch)
        if (watches.size > 0) leave(givenUp())
        else stop()
      }
      if (watch.signal.aborted) giveUp()
      watch.signal.addEventListener('abort', giveUp, { once: true })
      try {
        return await Promise.race([mended, left])
      } finally {
        watches.delete(watch)
        watch.signal.removeEventListener('abort', giveUp)
      }
    },
    stop: async () => {
      running?.stop()
      await running?.mended.catch(() => null)
    },
  }
}
