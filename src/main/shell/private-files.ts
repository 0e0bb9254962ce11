// Plain copies of files that a user opens with another program or pastes. They lie in a folder of this user alone, and go when the workspace
// is locked, the app ends, or, after a crash, when it starts again.
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isProgram, safeFileName, shownFileName } from '#shared/attachments/file-names.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { Reply } from '#shared/base/procedure.ts'
import type { Engine } from '#main/engine/engine.ts'
import type { EngineAsk } from './engine-ask.ts'

export interface PrivateFiles {
  /** Opens an attachment with the system's program for it. Throws AppError. */
  readonly open: (attachment: { readonly id: string; readonly isProgramAllowed: boolean }) => Promise<string>
  /** Keeps what has no path, such as a picture out of the clipboard; answers where. */
  readonly keep: (name: string, bytes: Uint8Array) => Promise<string>
  readonly clear: () => Promise<void>
}

export interface PrivateFilesParts {
  readonly ask: EngineAsk
  /** Holds these files and nothing else. */
  readonly folder: string
  readonly newId: () => string
  /** Electron's: answers '' or why the path could not be opened. */
  readonly openPath: (path: string) => Promise<string>
  readonly warn: (text: string) => void
}

export const createPrivateFiles = ({ ask, folder, newId, openPath, warn }: PrivateFilesParts): PrivateFiles => {
  /** In a folder of its own, so that it can have its name whatever else is open. */
  const placeFor = async (name: string): Promise<string> => {
    const place = join(folder, newId())
    await mkdir(place, { recursive: true, mode: 0o700 })
    return join(place, safeFileName(name))
  }

  return {
    open: async ({ id, isProgramAllowed }) => {
      const { name } = nameIn(await ask('attachments.get', { id }))
      if (isProgram(name) && !isProgramAllowed) {
        throw new AppError('conflict', 'attachments.programToOpen', { name: shownFileName(name) })
      }
      const path = await placeFor(name)
      await ask('attachments.saveCopy', { id, target: path })
      // Read-only: what is changed in this copy would be lost, so the other program asks for a place of its own.
      await chmod(path, 0o400)
      if ((await openPath(path)) !== '') {
        throw new AppError('unavailable', 'attachments.openFailed', { name: shownFileName(name) })
      }
      return name
    },

    keep: async (name, bytes) => {
      const path = await placeFor(name)
      await writeFile(path, bytes, { mode: 0o600 })
      return path
    },

    clear: async () => {
      try {
        await rm(folder, { recursive: true, force: true })
      } catch (error) {
        // Windows keeps what another program has open; the next start tries again.
        warn(`opened files could not be removed: ${String(error)}`)
      }
    },
  }
}

/** Clears them whenever the workspace is not open any more. */
export const clearWhenLocked = (engine: Engine, { clear }: PrivateFiles): void => {
  const session = engine.openSession({ resolveFile: () => null })
  engine.onEvent(({ type }) => {
    if (type !== 'workspace') return
    void session.call('workspace.status', {}).then((reply) => (isOpen(reply) ? undefined : clear()))
  })
}

const isOpen = (reply: Reply): boolean =>
  reply.ok && typeof reply.data === 'object' && reply.data !== null && 'state' in reply.data && reply.data.state === 'open'

const nameIn = (data: unknown): { readonly name: string } => {
  if (typeof data === 'object' && data !== null && 'name' in data && typeof data.name === 'string') return { name: data.name }
  throw new Error('attachments.get answered no name.')
}
