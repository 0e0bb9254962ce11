// The files of a workspace, in its folder `attachments/`: each content once, sealed, under a name that tells nobody what it is.
import { createHmac, hkdfSync } from 'node:crypto'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import { type Arriving, createArriving } from './arriving-content.ts'
import { asDiskFault, type Disk, errorCode, nodeDisk, syncFolder } from './disk.ts'
import { type Content, openSealed } from './read-content.ts'
import { type ByteSource, writeSealed, type Written } from './write-content.ts'

/** Where contents are written before they have their name. */
const INCOMING = 'incoming'
/** The same for those that come from other machines in pieces: a start goes on where the last one ended. */
const ARRIVING = 'arriving'

export interface AttachmentStore {
  /** Keeps what `source` gives; afterwards it is on the disk for good. The same content is kept once. */
  readonly keep: (source: ByteSource) => Promise<Written>
  /** The content with this hash. Throws AppError `attachments.missing` or `attachments.damaged`. To be closed by the caller. */
  readonly open: (hash: string) => Promise<Content>
  /** Whether it is here, and sound at its end. */
  readonly has: (hash: string) => Promise<boolean>
  /** Whether a file of its name is here: less than `has`, and quick for many. */
  readonly isHere: (hash: string) => Promise<boolean>
  /** Contents that come from other machines; all of one by the same thread. */
  readonly arriving: Arriving
  /** Takes away what a crash left half written. Only the one thread that writes may ask for it. */
  readonly clearUnfinished: () => Promise<void>
  /** Takes away contents that no hash of `wanted` names and that lie here since before `olderThanMs`. Answers how many. */
  readonly sweep: (wanted: Iterable<string>, olderThanMs: number) => Promise<number>
  /** Forgets the keys. */
  readonly close: () => void
}

export interface StoreOptions {
  /** `attachments/` of the workspace; made when the first file comes. */
  readonly folder: string
  /** The sub-key for attachments; the store keeps no copy of it. */
  readonly key: Uint8Array
  readonly random: (bytes: Uint8Array) => void
  /** In tests: a disk that fails. */
  readonly disk?: Disk
}

export const createAttachmentStore = ({ folder, key, random, disk = nodeDisk }: StoreOptions): AttachmentStore => {
  const contentKey = derive(key, 'content')
  const nameKey = derive(key, 'names')
  const incoming = join(folder, INCOMING)

  /** A hash of the bytes alone would tell anyone who has the same file that it is here. */
  const nameOf = (hash: string): string => createHmac('sha256', nameKey).update(hash).digest('hex')
  const pathOf = (hash: string): string => {
    const name = nameOf(hash)
    return join(folder, name.slice(0, 2), name)
  }

  const open = async (hash: string): Promise<Content> => {
    try {
      return await openSealed(await disk.open(pathOf(hash), 'r'), contentKey, hash)
    } catch (error) {
      if (errorCode(error) === 'ENOENT') throw new AppError('unavailable', 'attachments.missing', { hash }, { cause: error })
      throw asDiskFault(error)
    }
  }

  /** A damaged one is written again. */
  const has = async (hash: string): Promise<boolean> => {
    try {
      const content = await open(hash)
      await content.close()
      return true
    } catch (error) {
      if (error instanceof AppError && error.messageKey.startsWith('attachments.')) return false
      throw error
    }
  }

  const keep = async (source: ByteSource): Promise<Written> => {
    const unfinished = join(incoming, randomName(random))
    try {
      await disk.mkdir(incoming, { recursive: true, mode: 0o700 })
      const written = await writeUnfinished(unfinished, source)
      if (await has(written.hash)) await disk.rm(unfinished)
      else await settle(unfinished, pathOf(written.hash))
      return written
    } catch (error) {
      await disk.rm(unfinished, { force: true })
      throw asDiskFault(error)
    }
  }

  const writeUnfinished = async (path: string, source: ByteSource): Promise<Written> => {
    const file = await disk.open(path, 'wx', 0o600)
    try {
      const written = await writeSealed(file, source, { contentKey, random })
      await file.sync()
      return written
    } finally {
      await file.close()
    }
  }

  const settle = async (unfinished: string, path: string): Promise<void> => {
    const shelf = dirname(path)
    const isNewShelf = (await disk.mkdir(shelf, { recursive: true, mode: 0o700 })) !== undefined
    await disk.rename(unfinished, path)
    await syncFolder(disk, shelf)
    if (isNewShelf) await syncFolder(disk, folder)
  }

  const isHere = async (hash: string): Promise<boolean> => {
    try {
      await disk.stat(pathOf(hash))
      return true
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false
      throw asDiskFault(error)
    }
  }

  const arriving = createArriving({
    ...{ disk, contentKey, random },
    pathOf: (hash) => join(folder, ARRIVING, nameOf(hash)),
    settle: (path, hash) => settle(path, pathOf(hash)),
  })

  return {
    ...{ keep, open, has, isHere, arriving },
    clearUnfinished: () => disk.rm(incoming, { recursive: true, force: true }),
    sweep: async (wanted, olderThanMs) => {
      const known = new Set([...wanted].map(nameOf))
      let removed = 0
      for (const shelf of await namesIn(disk, folder)) {
        if (shelf === INCOMING) continue
        for (const name of await namesIn(disk, join(folder, shelf))) {
          const path = join(folder, shelf, name)
          if ((shelf !== ARRIVING && known.has(name)) || (await disk.stat(path)).mtimeMs >= olderThanMs) continue
          await disk.rm(path)
          removed += 1
        }
      }
      return removed
    },
    close: () => {
      arriving.close()
      contentKey.fill(0)
      nameKey.fill(0)
    },
  }
}

const derive = (key: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `kith attachment ${purpose}`, 32))

const randomName = (random: (bytes: Uint8Array) => void): string => {
  const bytes = Buffer.alloc(16)
  random(bytes)
  return bytes.toString('hex')
}

/** Empty for a folder that is not there, and for what is none: a `.DS_Store` beside the shelves. */
const namesIn = async (disk: Disk, folder: string): Promise<readonly string[]> => {
  try {
    return await disk.readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return []
    throw error
  }
}
