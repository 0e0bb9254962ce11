// The comparing of the workspace's file with its own log, as threads do it: one of its own makes a scratch file of the log and names what differs,
// the writer sets it right.
import { dirname } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import type { Reader, Sources, Writer } from '#main/db/open-workspace.ts'
import { BadChangeSet, type BadReason } from '#main/db/replicate/bad-change-set.ts'
import { type Differences, differences } from '#main/db/replicate/differing-records.ts'
import { replay } from '#main/db/replicate/replay.ts'
import type { Mended } from '#main/db/replicate/set-right.ts'
import { makeScratch, openScratch } from '#main/db/scratch.ts'
import { freeBytes } from '#main/workspace/folder-checks.ts'

/** People work meanwhile: what they write must find room. */
const BYTES_LEFT = 64 * 1024 * 1024

/** The scratch file, under a key for this one time. */
export interface ScratchFile {
  readonly file: string
  readonly key: Uint8Array
}

export type CheckAsk =
  /** `stop`: one 32-bit word, 1 once nobody wants to know any more. */
  | { readonly kind: 'compare'; readonly scratch: ScratchFile; readonly stop: SharedArrayBuffer }
  | { readonly kind: 'setRight'; readonly scratch: ScratchFile; readonly found: Differences }

export interface CheckAnswers {
  readonly compare: Differences
  readonly setRight: Mended
}

/** How long work is watched and given up. */
export interface CheckHooks {
  /** Throws once the thread is to close. */
  readonly checkClosing: () => void
  readonly progress: (step: string, done: number, total: number | null) => void
}

const checkRoom = ({ file }: ScratchFile): void => {
  if (freeBytes(dirname(file)) < BYTES_LEFT) throw new AppError('unavailable', 'network.check.noRoom')
}

const isStopped = (stop: SharedArrayBuffer): boolean => Atomics.load(new Int32Array(stop), 0) === 1

/** What a damaged log says, and what is sound but of no use to this version. */
const DAMAGE: ReadonlySet<BadReason> = new Set(['chain', 'gap', 'fork', 'origin', 'self'])

/** A log that does not say a history cannot be compared with. */
const orBroken = <Value>(work: () => Value): Value => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof BadChangeSet)) throw error
    const messageKey = DAMAGE.has(error.reason) ? 'network.check.broken' : 'network.check.unreadable'
    throw new AppError('conflict', messageKey, {}, { cause: error })
  }
}

export const compareWithLog = async (
  reader: Reader,
  { scratch: at, stop }: Extract<CheckAsk, { kind: 'compare' }>,
  { checkClosing, progress, ...sources }: CheckHooks & Sources,
): Promise<Differences> => {
  const goOn = (): void => {
    checkClosing()
    if (isStopped(stop)) throw new AppError('cancelled', 'errors.cancelled')
  }
  checkRoom(at)
  const history = await makeScratch(at, reader, sources)
  try {
    const { outgoing, read } = reader
    const total = read(() => outgoing.countMissing(new Map())).value
    let done = 0
    // Each batch from one committed state, so that the write-ahead log can be emptied meanwhile.
    const missing: typeof outgoing.missing = (have, after, bytes) => read(() => outgoing.missing(have, after, bytes)).value
    const onBatch = (sets: number): void => {
      goOn()
      checkRoom(at)
      done += sets
      progress('history', Math.min(done, total), total)
    }
    orBroken(() => replay({ ...outgoing, missing }, history, onBatch))
    return read(() => {
      orBroken(() => replay(outgoing, history, onBatch))
      progress('compare', 0, null)
      return differences(reader, history, goOn)
    }).value
  } finally {
    history.close()
  }
}

export const setRightByLog = async (
  writer: Writer,
  { scratch: at, found }: Extract<CheckAsk, { kind: 'setRight' }>,
  sources: Sources,
): Promise<Mended> => {
  const history = await openScratch(at, writer, sources)
  try {
    return orBroken(() => writer.setRight(history, found))
  } finally {
    history.close()
  }
}
