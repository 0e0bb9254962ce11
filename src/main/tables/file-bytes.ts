// The bytes of a file that a user chose, a piece at a time, and the sentences for a file that cannot be read.
import { createHash } from 'node:crypto'
import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'

const PIECE = 128 * 1024

export interface FileBytes {
  readonly path: string
  readonly name: string
  /** The name without its ending. */
  readonly title: string
  readonly bytes: number
  readonly identity: string
  readonly pieces: () => AsyncGenerator<Uint8Array>
  /** The whole file, for kinds that cannot be read in pieces. */
  readonly whole: () => Promise<Uint8Array>
}

/** @throws AppError for a file that is missing, closed to us, a folder or empty. */
export const openFileBytes = async (path: string): Promise<FileBytes> => {
  const name = basename(path)
  const found = await onDisk(name, () => stat(path))
  if (found.isDirectory()) throw new AppError('invalid_input', 'imports.file.folder', { name })
  if (found.size === 0) throw new AppError('invalid_input', 'imports.file.empty', { name })
  return {
    path,
    name,
    title: basename(path, extname(path)),
    bytes: found.size,
    identity: `${found.size}-${found.mtimeMs}`,
    pieces: () => piecesOf(path, name),
    whole: () => onDisk(name, () => readFile(path)),
  }
}

/** SHA-256 in hexadecimal. */
export const hashOf = async (file: FileBytes): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of file.pieces()) hash.update(piece)
  return hash.digest('hex')
}

export const firstPiece = async (file: FileBytes): Promise<Uint8Array> => {
  for await (const piece of file.pieces()) return piece
  return new Uint8Array()
}

/** What the disk refuses, said in a sentence. */
export const onDisk = async <Value>(name: string, act: () => Promise<Value>): Promise<Value> => {
  try {
    return await act()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === null || typeof code !== 'string' || !/^E[A-Z]+$/u.test(code)) throw error
    const isGone = code === 'ENOENT' || code === 'ENOTDIR'
    throw new AppError('unavailable', isGone ? 'imports.file.gone' : 'imports.file.unreadable', { name }, { cause: error })
  }
}

const piecesOf = async function* (path: string, name: string): AsyncGenerator<Uint8Array> {
  const handle: FileHandle = await onDisk(name, () => open(path, 'r'))
  try {
    for (;;) {
      const { bytesRead, buffer } = await onDisk(name, () => handle.read(new Uint8Array(PIECE), 0, PIECE, null))
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}
