// The calls of the file system that the store uses, as a value: a test can let the disk be full or the power go at any of them.
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { AppError } from '#shared/base/app-error.ts'

export const nodeDisk = { mkdir, open, readdir, rename, rm, stat }
export type Disk = typeof nodeDisk

const faults: Readonly<Record<string, string>> = {
  ENOSPC: 'errors.diskFull',
  EDQUOT: 'errors.diskFull',
  EFBIG: 'errors.diskFull',
  EROFS: 'errors.readOnly',
  EACCES: 'errors.readOnly',
  EPERM: 'errors.readOnly',
  EIO: 'errors.disk',
}

/** What the disk of the workspace refused, as a sentence; anything else comes back as it is. */
export const asDiskFault = (error: unknown): unknown => {
  const messageKey = faults[errorCode(error)]
  return messageKey === undefined ? error : new AppError('unavailable', messageKey, {}, { cause: error })
}

/** `ENOENT` and the like; empty for what is no fault of the system. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Makes a rename last through a power cut. Windows has no such call and needs none. */
export const syncFolder = async (disk: Disk, folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
