// Writes a kept file where a user wants it, beside and then moved into place: half a copy never stands for all of it.
import { open, rename, rm } from 'node:fs/promises'
import { AppError } from '#shared/base/app-error.ts'
import { asDiskFault, errorCode } from '#main/attachments/disk.ts'
import type { Content } from '#main/attachments/read-content.ts'
import type { CallContext } from '#main/rpc/handlers.ts'

/** @throws AppError where the place cannot be written, or the content turns out to be damaged. */
export const saveCopy = async ({ progress, checkCancelled }: CallContext, content: Content, target: string): Promise<void> => {
  const unfinished = `${target}.part`
  try {
    const file = await open(unfinished, 'w', 0o600)
    try {
      let done = 0
      for await (const chunk of content.chunks()) {
        checkCancelled()
        await file.writeFile(chunk)
        done += chunk.length
        progress('attachments.step.saving', done, content.size)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { force: true }).catch((thrown: unknown) => {
      // The place itself is gone: then so is the half copy.
      if (errorCode(thrown) === '') throw thrown
    })
    if (error instanceof AppError || errorCode(error) === '') throw error
    const fault = asDiskFault(error)
    throw fault instanceof AppError && fault.messageKey === 'errors.diskFull'
      ? new AppError('unavailable', 'attachments.copyDiskFull', {}, { cause: error })
      : new AppError('unavailable', 'attachments.saveFailed', {}, { cause: error })
  }
}
