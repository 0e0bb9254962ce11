// A content that comes in pieces from another machine. Each is sealed into its frame as it comes, so that no plain byte reaches the disk and a cut
// costs one piece; it is given its name once it has turned out to be what was asked for.
import { createHash, type Hash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Disk, errorCode } from './disk.ts'
import {
  fileKey,
  FRAME_BYTES,
  type FramePlace,
  frameOffset,
  HEAD_BYTES,
  headOf,
  newSalt,
  openFrame,
  saltOf,
  sealedBuffer,
  sealFrame,
} from './sealed-frames.ts'
import { writeAll } from './write-content.ts'

/** A piece is what fits in a frame. */
export const PIECE_BYTES = FRAME_BYTES

/** More than are fetched at once. What else was begun is read again when its turn comes. */
const MOST_OPEN = 8

/** A content as a row names it. */
export interface WantedContent {
  /** SHA-256 of the plain bytes, in hexadecimal. */
  readonly hash: string
  readonly size: number
}

/** An empty content is one empty piece. */
export const piecesOf = ({ size }: WantedContent): number => Math.max(1, Math.ceil(size / PIECE_BYTES))

export interface Arriving {
  /** Answers how many pieces are here. `isAnew`: what was here before is not trusted. */
  readonly begin: (content: WantedContent, isAnew: boolean) => Promise<number>
  /** The next piece, of exactly its length. */
  readonly append: (content: WantedContent, index: number, piece: Uint8Array) => Promise<void>
  /** After the last piece. False: it was something else, and nothing of it is left. */
  readonly finish: (content: WantedContent) => Promise<boolean>
  /** Forgets the keys. What is begun stays where it lies. */
  readonly close: () => void
}

export interface ArrivingOptions {
  readonly disk: Disk
  readonly contentKey: Uint8Array
  readonly random: (bytes: Uint8Array) => void
  /** Where a content lies until it is whole. */
  readonly pathOf: (hash: string) => string
  /** Gives the file at `path` the name of that content. */
  readonly settle: (path: string, hash: string) => Promise<void>
}

interface Begun {
  readonly file: FileHandle
  readonly key: Buffer
  readonly sum: Hash
  pieces: number
}

const placeOf = (content: WantedContent, index: number): FramePlace => ({
  index,
  end: index === piecesOf(content) - 1 ? content : null,
})

export const createArriving = ({ disk, contentKey, random, pathOf, settle }: ArrivingOptions): Arriving => {
  const begun = new Map<string, Begun>()

  const leave = async (hash: string): Promise<void> => {
    const one = begun.get(hash)
    begun.delete(hash)
    one?.key.fill(0)
    await one?.file.close()
  }

  /** The last one used is the last of the map. */
  const hold = (hash: string, one: Begun): void => {
    begun.delete(hash)
    begun.set(hash, one)
  }

  const beginNew = async (path: string): Promise<Begun> => {
    await disk.rm(path, { force: true })
    await disk.mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const salt = newSalt(random)
    const file = await disk.open(path, 'wx', 0o600)
    await writeAll(file, headOf(salt))
    return { file, key: fileKey(contentKey, salt), sum: createHash('sha256'), pieces: 0 }
  }

  /** Null: nothing is there, or not only whole frames. Such a file is begun anew: a frame's number must not seal two different things. */
  const goOn = async (path: string, content: WantedContent): Promise<Begun | null> => {
    const file = await openIfThere(disk, path)
    if (!file) return null
    const again = await readAgain(file, content)
    if (!again) await file.close()
    return again
  }
  const readAgain = async (file: FileHandle, content: WantedContent): Promise<Begun | null> => {
    const head = Buffer.alloc(HEAD_BYTES)
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0)
    const salt = saltOf(head.subarray(0, bytesRead))
    if (!salt) return null
    const one: Begun = { file, key: fileKey(contentKey, salt), sum: createHash('sha256'), pieces: 0 }
    const sealed = sealedBuffer()
    for (let index = 0; index < piecesOf(content); index++) {
      const { bytesRead: length } = await file.read(sealed, 0, sealed.length, frameOffset(index))
      if (length === 0) return one
      const plain = openFrame(one.key, placeOf(content, index), sealed.subarray(0, length))
      if (!plain) return null
      one.sum.update(plain)
      one.pieces += 1
    }
    return one
  }

  return {
    begin: async (content, isAnew) => {
      const path = pathOf(content.hash)
      if (isAnew) await leave(content.hash)
      const one = begun.get(content.hash) ?? (isAnew ? null : await goOn(path, content)) ?? (await beginNew(path))
      hold(content.hash, one)
      for (const hash of [...begun.keys()].slice(0, -MOST_OPEN)) await leave(hash)
      return one.pieces
    },
    append: async (content, index, piece) => {
      const one = begun.get(content.hash)
      if (one?.pieces !== index) throw new Error(`Piece ${index} is not the next of this content`)
      try {
        await writeAll(one.file, sealFrame(one.key, placeOf(content, index), piece), frameOffset(index))
      } catch (error) {
        await leave(content.hash)
        throw error
      }
      one.sum.update(piece)
      one.pieces += 1
      hold(content.hash, one)
    },
    finish: async (content) => {
      const one = begun.get(content.hash)
      if (one?.pieces !== piecesOf(content)) throw new Error('This content is not whole')
      const path = pathOf(content.hash)
      const isIt = one.sum.digest('hex') === content.hash
      if (isIt) await one.file.sync()
      await leave(content.hash)
      if (isIt) await settle(path, content.hash)
      else await disk.rm(path, { force: true })
      return isIt
    },
    close: () => {
      for (const hash of begun.keys()) void leave(hash)
    },
  }
}

const openIfThere = async (disk: Disk, path: string): Promise<FileHandle | null> => {
  try {
    return await disk.open(path, 'r+')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
