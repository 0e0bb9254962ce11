// Where an export is written: beside its place under another name, and moved there when it is whole. What the disk refuses is told by the
// name of the file.
import { open, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import { asDiskFault, errorCode } from '#main/attachments/disk.ts'

export const nodeFiles = { open, rename, rm }
export type Files = typeof nodeFiles

/** Takes pieces of a file in order. */
export interface Sink {
  readonly write: (piece: string | Uint8Array) => Promise<void>
}

const BUFFERED = 256 * 1024

/** Runs `work` and answers what it does; the file stands in its place only if it came to its end. */
export const writeTarget = async <Value>(
  target: string,
  work: (sink: Sink) => Promise<Value>,
  files: Files = nodeFiles,
): Promise<Value> => {
  const unfinished = `${target}.part`
  try {
    const file = await files.open(unfinished, 'w', 0o600)
    let value: Value
    try {
      const { sink, flush } = buffered((bytes) => file.writeFile(bytes))
      value = await work(sink)
      await flush()
      await file.sync()
    } finally {
      await file.close()
    }
    await files.rename(unfinished, target)
    return value
  } catch (error) {
    await files.rm(unfinished, { force: true }).catch((thrown: unknown) => {
      // The place itself is gone: then so is the half file.
      if (errorCode(thrown) === '') throw thrown
    })
    throw asTargetFault(error, basename(target))
  }
}

/** Windows refuses to replace a file that a spreadsheet has open. */
const OPEN_ELSEWHERE = new Set(['EBUSY', 'EPERM', 'ETXTBSY'])

/** What the disk said, as a sentence with the file's name; anything else comes back as it is. */
export const asTargetFault = (error: unknown, name: string): unknown => {
  const code = errorCode(error)
  if (error instanceof AppError || code === '') return error
  const fault = asDiskFault(error)
  const isFull = fault instanceof AppError && fault.messageKey === 'errors.diskFull'
  const messageKey = isFull ? 'exports.diskFull' : OPEN_ELSEWHERE.has(code) ? 'exports.openElsewhere' : 'exports.notWritten'
  return new AppError('unavailable', messageKey, { name }, { cause: error })
}

/** Small pieces are put together, so that a row costs no call of the system. */
const buffered = (write: (bytes: Uint8Array) => Promise<void>) => {
  let pieces: Uint8Array[] = []
  let text = ''
  let size = 0
  const settle = (): void => {
    if (text === '') return
    pieces.push(Buffer.from(text))
    text = ''
  }
  const flush = async (): Promise<void> => {
    settle()
    if (pieces.length === 0) return
    const bytes = Buffer.concat(pieces)
    pieces = []
    size = 0
    await write(bytes)
  }
  const sink: Sink = {
    write: async (piece) => {
      size += piece.length
      if (typeof piece === 'string') text += piece
      else {
        settle()
        pieces.push(piece)
      }
      if (size >= BUFFERED) await flush()
    },
  }
  return { sink, flush }
}
