// Reads a kept file. Opening proves that its end is there and that it is the content it claims to be; every frame read is proved by itself.
import type { FileHandle } from 'node:fs/promises'
import { AppError } from '#shared/base/app-error.ts'
import { fileKey, FRAME_BYTES, frameOffset, HEAD_BYTES, layoutOf, openFrame, saltOf, sealedBuffer } from './sealed-frames.ts'

export interface Content {
  readonly size: number
  /** At most `length` bytes from `offset` on; less at the end. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>
  /** All of it, a frame at a time. */
  readonly chunks: () => AsyncGenerator<Uint8Array>
  readonly close: () => Promise<void>
}

const damaged = (hash: string): AppError => new AppError('unavailable', 'attachments.damaged', { hash })

/** Takes the handle over: it is closed with the content, or at once if this is not the content of that hash. */
export const openSealed = async (file: FileHandle, contentKey: Uint8Array, hash: string): Promise<Content> => {
  try {
    return await openProved(file, contentKey, hash)
  } catch (error) {
    await file.close()
    throw error
  }
}

const openProved = async (file: FileHandle, contentKey: Uint8Array, hash: string): Promise<Content> => {
  const head = Buffer.alloc(HEAD_BYTES)
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0)
  const salt = saltOf(head.subarray(0, bytesRead))
  const layout = layoutOf((await file.stat()).size)
  if (!salt || !layout) throw damaged(hash)

  const { frames, size } = layout
  const key = fileKey(contentKey, salt)
  const sealed = sealedBuffer()
  const frameAt = async (index: number): Promise<Buffer> => {
    const read = await file.read(sealed, 0, sealed.length, frameOffset(index))
    const end = index === frames - 1 ? { hash, size } : null
    const plain = openFrame(key, { index, end }, sealed.subarray(0, read.bytesRead))
    if (!plain) throw damaged(hash)
    return plain
  }
  await frameAt(frames - 1)

  return {
    size,
    read: async (offset, length) => {
      const end = Math.min(size, offset + length)
      const parts: Uint8Array[] = []
      for (let at = offset; at < end;) {
        const index = Math.floor(at / FRAME_BYTES)
        const begin = index * FRAME_BYTES
        const frame = await frameAt(index)
        const part = frame.subarray(at - begin, Math.min(end - begin, frame.length))
        parts.push(part)
        at += part.length
      }
      return new Uint8Array(Buffer.concat(parts))
    },
    chunks: async function* () {
      for (let index = 0; index < frames; index++) yield await frameAt(index)
    },
    close: async () => {
      key.fill(0)
      await file.close()
    },
  }
}
