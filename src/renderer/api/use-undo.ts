// Taking back: the last action (Ctrl+Z), the last undo (Ctrl+Shift+Z), or one operation by its name.
import { useCallback } from 'react'
import { AppError } from '#shared/base/app-error.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Outcome } from './api.ts'
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
    <Output>(done: Promise<Outcome<Output>>, text: (output: Output) => string) => {
      done.then(
        ({ data, operation }) => quietLine.say(text(data), operation),
        (error: unknown) => quietLine.fail(error instanceof AppError ? error : new AppError('internal', 'errors.internal')),
      )
    },
    [quietLine],
  )

  const what = ({ procedure }: { readonly procedure: string }) => t.known(`history.did.${procedure}`, 'history.did.other')
  return {
    undo: (operation) => settle(api.history.undo().run({ operation }), () => t('base.action.undone')),
    undoLast: () => settle(api.history.undoLast().run({}), (done) => t('base.action.undone_what', { what: what(done) })),
    redoLast: () => settle(api.history.redoLast().run({}), (done) => t('base.action.redone_what', { what: what(done) })),
  }
}
