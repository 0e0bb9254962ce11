// The files one window may speak of. A page never names a path: it gets a token for what the user chose, and the shell keeps the path.
import { AppError } from '#shared/base/app-error.ts'
import type { ResolveFile } from '#main/engine/session.ts'

interface KnownFile {
  readonly path: string
  /** Chosen by the user as a place to write to. */
  readonly isTarget: boolean
}

export interface FileTokens {
  /** A token for a file that the user chose to be read. */
  readonly forReading: (path: string) => string
  /** A token for a place where the user wants a file to be written. */
  readonly forWriting: (path: string) => string
  /** The path behind a token; `null` for a token that this window never got, and for one of a file that was not chosen to be written. */
  readonly resolve: ResolveFile
  /** The path of a place to write to. Throws `invalid_input`. */
  readonly target: (token: string) => string
  /** Notes that the app wrote these files, so that it may show them. */
  readonly markWritten: (tokens: readonly string[]) => void
  /** The path of a file that the app wrote for this window. Throws `forbidden`. */
  readonly written: (token: string) => string
}

/** `newToken` makes values that cannot be guessed. The tokens end with their window. */
export const createFileTokens = (newToken: () => string): FileTokens => {
  const files = new Map<string, KnownFile>()
  const writtenTokens = new Set<string>()

  const issue = (file: KnownFile): string => {
    const token = newToken()
    files.set(token, file)
    return token
  }

  return {
    forReading: (path) => issue({ path, isTarget: false }),
    forWriting: (path) => issue({ path, isTarget: true }),
    resolve: (token, use) => {
      const file = files.get(token)
      return file && (use === 'read' || file.isTarget) ? file.path : null
    },
    target: (token) => {
      const file = files.get(token)
      if (!file?.isTarget) throw new AppError('invalid_input', 'shell.file.unknown')
      return file.path
    },
    markWritten: (tokens) => {
      for (const token of tokens) if (files.get(token)?.isTarget) writtenTokens.add(token)
    },
    written: (token) => {
      const file = files.get(token)
      if (!file || !writtenTokens.has(token)) throw new AppError('forbidden', 'shell.file.not_written')
      return file.path
    },
  }
}
