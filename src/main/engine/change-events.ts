// Tells of commits, several at once: a hundred edits in a row are three or four events, not a hundred.
import type { AppEvent } from '#shared/base/procedure.ts'

const WINDOW_MS = 30

export interface ChangeEvents {
  readonly add: (tables: readonly string[], rev: number) => void
  /** Sends what is held back now. */
  readonly flush: () => void
  /** The newest revision of all that was added since `forget`. */
  readonly newest: () => number
  /** Another workspace counts anew. */
  readonly forget: () => void
}

/** `send` gets the tables of all commits within 30 ms of the first, and the newest revision; what no commit changed, revision 0, by itself. */
export const gatherChanges = (send: (event: AppEvent) => void): ChangeEvents => {
  let tables = new Set<string>()
  let rev = 0
  let newestOfAll = 0
  let timer: NodeJS.Timeout | undefined

  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (tables.size === 0) return
    const event = { type: 'changed', tables: [...tables].sort(), rev } as const
    tables = new Set()
    rev = 0
    send(event)
  }
  return {
    add: (written, newest) => {
      if ((rev === 0) !== (newest === 0)) flush()
      for (const table of written) tables.add(table)
      rev = Math.max(rev, newest)
      newestOfAll = Math.max(newestOfAll, newest)
      timer ??= setTimeout(flush, WINDOW_MS)
    },
    flush,
    newest: () => newestOfAll,
    forget: () => {
      newestOfAll = 0
    },
  }
}
