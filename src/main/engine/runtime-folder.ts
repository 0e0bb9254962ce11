// The folder for the engine's socket: the user's own, short enough for a socket's path, which ends at about 107 bytes.
import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { folderMark, type FolderOfWorkspace } from '#main/workspace/folder-mark.ts'

const LONGEST_SOCKET_PATH = 103
const NAME_BYTES = 40
/** Where a temporary folder's own path is too long for a socket: POSIX promises this one everywhere. */
const SHORT_FOLDER = '/tmp'

export interface RuntimePlaces {
  readonly platform: NodeJS.Platform
  readonly userNumber: number
  readonly runtimeVariable: string | undefined
  readonly temporaryFolder: string
}

export const thisUser = (temporaryFolder: string): RuntimePlaces => ({
  platform: process.platform,
  userNumber: process.getuid?.() ?? 0,
  runtimeVariable: process.env['XDG_RUNTIME_DIR'],
  temporaryFolder,
})

/** Makes the folder if need be, readable by this user alone. On Windows pipes have no folder: answers ''. */
export const runtimeFolderOf = ({ platform, userNumber, runtimeVariable, temporaryFolder }: RuntimePlaces): string => {
  if (platform === 'win32') return ''
  // A scheduled call lacks the variable that the window has, so the place it usually names is tried too.
  const own = [runtimeVariable, `/run/user/${userNumber}`].find((place) => place && isOwn(place, userNumber))
  const folder = join(own ?? temporaryFolder, own ? 'kith' : `kith-${userNumber}`)
  const short =
    Buffer.byteLength(folder) + 1 + NAME_BYTES <= LONGEST_SOCKET_PATH ? folder : join(SHORT_FOLDER, `kith-${userNumber}`)

  mkdirSync(short, { recursive: true, mode: 0o700 })
  if (!isOwn(short, userNumber)) throw new Error(`${short} belongs to another user`)
  chmodSync(short, 0o700)
  return short
}

/**
 * Where the engine of the workspace in this folder listens. The name is a hash, so that it tells nothing and is always short. A copy of a
 * workspace has the same id; the folder's own number on the disk keeps the two apart, by whatever path it is reached.
 */
export const socketPathOf = (
  runtimeFolder: string,
  of: FolderOfWorkspace,
  platform: NodeJS.Platform = process.platform,
): string => {
  const name = folderMark('socket', of)
  return platform === 'win32' ? `\\\\.\\pipe\\kith-${name}` : join(runtimeFolder, `${name}.sock`)
}

const isOwn = (folder: string, userNumber: number): boolean => {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === userNumber
}
