// What keeps a workspace from being opened or made. Every reason has its own sentence in the catalogue.
import { AppError, type AppErrorCode, type MessageParams } from '#shared/base/app-error.ts'
import type { WorkspaceMessageKey } from '#shared/workspace/workspace.messages.ts'

export const refusal = (code: AppErrorCode, key: WorkspaceMessageKey, params: MessageParams = {}, cause?: unknown): AppError =>
  new AppError(code, key, params, cause === undefined ? {} : { cause })

const byCode: Readonly<Record<string, WorkspaceMessageKey>> = {
  // The index of the write-ahead log, a file that all connections share, could not grow.
  SQLITE_IOERR_SHMSIZE: 'workspace.diskFull',
  ENOSPC: 'workspace.diskFull',
  EDQUOT: 'workspace.diskFull',
  SQLITE_FULL: 'workspace.diskFull',
  EROFS: 'workspace.readOnly',
  EACCES: 'workspace.readOnly',
  EPERM: 'workspace.readOnly',
  SQLITE_READONLY: 'workspace.readOnly',
  SQLITE_PERM: 'workspace.readOnly',
  SQLITE_CANTOPEN: 'workspace.readOnly',
  ENAMETOOLONG: 'workspace.folderStrange',
  EIO: 'workspace.diskError',
  SQLITE_IOERR: 'workspace.diskError',
  SQLITE_NOTADB: 'workspace.notDatabase',
  SQLITE_CORRUPT: 'workspace.damaged',
  SQLITE_BUSY: 'workspace.inUse',
}

/** The refusal that a failure of the file system or of SQLite amounts to; anything that is none comes back as it is. */
export const asRefusal = (error: unknown): unknown => {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  // SQLite's extended codes begin with the plain one: SQLITE_IOERR_FSYNC, SQLITE_READONLY_DIRECTORY.
  const plain = error.code.startsWith('SQLITE_') ? error.code.split('_').slice(0, 2).join('_') : error.code
  const key = byCode[error.code] ?? byCode[plain]
  return key ? refusal('unavailable', key, {}, error) : error
}
