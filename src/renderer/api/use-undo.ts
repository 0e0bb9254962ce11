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

export const useUndo = (): Undo => {
  const { api, quietLine } = useClient()
  const t = useT()

  const settle = useCallback(
    (done: Promise<{ readonly operation: string | null }>, text: string) => {
      done.then(
        ({ operation }) => quietLine.say(text, operation),
        (error: unknown) => quietLine.fail(error instanceof AppError ? error : new AppError('internal', 'errors.internal')),
      )
    },
    [quietLine],
  )

  return {
    undo: (operation) => settle(api.history.undo().run({ operation }), t('base.action.undone')),
    undoLast: () => settle(api.history.undoLast().run({}), t('base.action.undone')),
    redoLast: () => settle(api.history.redoLast().run({}), t('base.action.redone')),
  }
}
