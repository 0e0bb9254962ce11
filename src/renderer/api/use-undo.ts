// Taking back: the last action (Ctrl+Z), the last undo (Ctrl+Shift+Z), or one operation by its name.
import { useCallback } from 'react'
import { AppError } from '#shared/base/app-error.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useClient } from './api-context.tsx'

export interface Undo {
  readonly undo: (operation: string) => void
  readonly undoLast: () => void
  readonly redoLast: () => void
}

interface Settled {
  /** The undo itself, which can be taken back. */
  readonly operation: string | null
  /** What was taken back or made again: `deals.move`. */
  readonly procedure?: string
}

export const useUndo = (): Undo => {
  const { api, quietLine } = useClient()
  const t = useT()

  const settle = useCallback(
    (done: Promise<Settled>, text: (procedure: string | undefined) => string) => {
      done.then(
        ({ operation, procedure }) => quietLine.say(text(procedure), operation),
        (error: unknown) => quietLine.fail(error instanceof AppError ? error : new AppError('internal', 'errors.internal')),
      )
    },
    [quietLine],
  )

  const what = (procedure: string | undefined) => t.known(`history.did.${procedure}`, 'history.did.other')
  return {
    undo: (operation) => settle(api.history.undo().run({ operation }), () => t('base.action.undone')),
    undoLast: () => settle(api.history.undoLast().run({}), (done) => t('base.action.undone_what', { what: what(done) })),
    redoLast: () => settle(api.history.redoLast().run({}), (done) => t('base.action.redone_what', { what: what(done) })),
  }
}
