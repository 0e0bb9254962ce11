// What tells this folder from a copy of it: a copy has the same workspace id, but another number on the disk.
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'

export interface FolderOfWorkspace {
  readonly workspaceId: string
  /** It must exist. */
  readonly folder: string
}

/** 32 hex digits that tell nothing, the same by whatever path the folder is reached. */
export const folderMark = (purpose: string, { workspaceId, folder }: FolderOfWorkspace): string => {
  const { dev, ino } = statSync(folder, { bigint: true })
  return createHash('sha256').update(`kith ${purpose} ${workspaceId} ${dev} ${ino}`).digest('hex').slice(0, 32)
}
