// A file that a user chose or dropped, read from its beginning in pieces. What is wrong with it is told by its name.
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import { errorCode } from './disk.ts'

const CHUNK_BYTES = 1024 * 1024

export interface FileSource {
  readonly path: string
  readonly name: string
  readonly size: number
  /** The first bytes, at most `length`. */
  readonly head: (length: number) => Promise<Uint8Array>
  readonly chunks: () => AsyncGenerator<Uint8Array>
  /** All of it at once: for files whose size was looked at before. */
  readonly bytes: () => Promise<Uint8Array>
}

/** @throws AppError for what is gone, closed to us, or no file. */
export const openFileSource = async (path: string): Promise<FileSource> => {
  const name = basename(path)
  const withFile = async <Value>(work: (file: FileHandle) => Promise<Value>): Promise<Value> => {
    const file = await told(name, () => open(path, 'r'))
    try {
      return await told(name, () => work(file))
    } finally {
      await file.close()
    }
  }
  const size = await withFile(async (file) => {
    const stat = await file.stat()
    if (!stat.isFile()) throw new AppError('invalid_input', 'attachments.file.folder', { name })
    return stat.size
  })

  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    const file = await told(name, () => open(path, 'r'))
    try {
      const buffer = Buffer.alloc(CHUNK_BYTES)
      for (;;) {
        const { bytesRead } = await told(name, () => file.read(buffer, 0, CHUNK_BYTES, null))
        if (bytesRead === 0) return
        yield buffer.subarray(0, bytesRead)
      }
    } finally {
      await file.close()
    }
  }
  return {
    path,
    name,
    size,
    chunks,
    head: (length) =>
      withFile(async (file) => {
        const bytes = Buffer.alloc(Math.min(length, size))
        const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
        return new Uint8Array(bytes.subarray(0, bytesRead))
      }),
    bytes: async () => {
      const parts: Uint8Array[] = []
      for await (const chunk of chunks()) parts.push(Uint8Array.from(chunk))
      return new Uint8Array(Buffer.concat(parts))
    },
  }
}

const told = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work()
  } catch (error) {
    const code = errorCode(error)
    if (code === '' || error instanceof AppError) throw error
    if (code === 'EISDIR') throw new AppError('invalid_input', 'attachments.file.folder', { name }, { cause: error })
    const isGone = code === 'ENOENT' || code === 'ENOTDIR'
    throw new AppError(
      'unavailable',
      isGone ? 'attachments.file.gone' : 'attachments.file.unreadable',
      { name },
      { cause: error },
    )
  }
}
