// Writes one file sealed, frame by frame: never more than a few frames are in memory, however long it is.
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { fileKey, FRAME_BYTES, headOf, newSalt, sealFrame } from './sealed-frames.ts'

export interface Written {
  /** SHA-256 of the plain bytes, in hexadecimal. */
  readonly hash: string
  readonly size: number
}

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface Sealing {
  readonly contentKey: Uint8Array
  readonly random: (bytes: Uint8Array) => void
}

/** Seals what `source` gives into `file`. The caller makes it last on the disk. */
export const writeSealed = async (file: FileHandle, source: ByteSource, { contentKey, random }: Sealing): Promise<Written> => {
  const salt = newSalt(random)
  const key = fileKey(contentKey, salt)
  const hash = createHash('sha256')
  const frame = Buffer.alloc(FRAME_BYTES)
  let filled = 0
  let index = 0
  let size = 0
  try {
    await writeAll(file, headOf(salt))
    for await (const bytes of source) {
      hash.update(bytes)
      size += bytes.length
      for (let taken = 0; taken < bytes.length;) {
        // A full frame waits until more comes: the last one is sealed as the end.
        if (filled === FRAME_BYTES) {
          await writeAll(file, sealFrame(key, { index, end: null }, frame))
          index += 1
          filled = 0
        }
        const part = bytes.subarray(taken, taken + FRAME_BYTES - filled)
        frame.set(part, filled)
        filled += part.length
        taken += part.length
      }
    }
    const written = { hash: hash.digest('hex'), size }
    await writeAll(file, sealFrame(key, { index, end: written }, frame.subarray(0, filled)))
    return written
  } finally {
    key.fill(0)
    frame.fill(0)
  }
}

/** `at`: where in the file; left out: where it stands. */
export const writeAll = async (file: FileHandle, bytes: Uint8Array, at: number | null = null): Promise<void> => {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at === null ? null : at + done)
    done += bytesWritten
  }
}
