// This machine's store of files as the network asks it.
import { AppError } from '#shared/base/app-error.ts'
import { PIECE_BYTES } from '#main/attachments/arriving-content.ts'
import type { AttachmentStore } from '#main/attachments/attachment-store.ts'
import { asDiskFault } from '#main/attachments/disk.ts'
import type { Contents } from './contents.ts'

/** What the disk refuses is told as a sentence. */
const told = async <Value>(work: Promise<Value>): Promise<Value> => {
  try {
    return await work
  } catch (error) {
    throw asDiskFault(error)
  }
}

export const localContents = ({ isHere, open, arriving }: AttachmentStore): Contents => ({
  have: async (hashes) => {
    const areHere = await Promise.all(hashes.map(isHere))
    return hashes.filter((_, index) => areHere[index])
  },
  read: async (hash, index) => {
    try {
      const content = await open(hash)
      try {
        return await content.read(index * PIECE_BYTES, PIECE_BYTES)
      } finally {
        await content.close()
      }
    } catch (error) {
      // Gone or damaged here: then another machine is asked.
      if (error instanceof AppError && error.messageKey.startsWith('attachments.')) return null
      throw error
    }
  },
  begin: (content, isAnew) => told(arriving.begin(content, isAnew)),
  append: (content, index, piece) => told(arriving.append(content, index, piece)),
  finish: (content) => told(arriving.finish(content)),
})
