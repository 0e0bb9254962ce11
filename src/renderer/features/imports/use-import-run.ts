// The import itself: its progress, giving up, and what came of it.
import { useLocation } from 'react-router'
import { useAction } from '#renderer/api/use-action.ts'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { ImportPlan } from '#shared/imports/plan.ts'
import { addedUp } from './check/fates.ts'
import { useImportSession } from './import-session.ts'

export const useImportRun = (plan: ImportPlan) => {
  const t = useT()
  const { session, change } = useImportSession()
  const { key: visit } = useLocation()
  const names = session.sources.map(({ name }) => name)
  const run = useAction(useApi().imports.run(), {
    errors: 'caller',
    said: ({ tables }) => {
      const counts = addedUp(tables.map((table) => table.counts))
      return t('imports.said.imported', { new: counts.new, update: counts.update, names })
    },
    onDone: (result) => change({ step: 'done', outcome: { result, plan, visit } }),
  })
  return {
    isRunning: run.isPending,
    error: run.error,
    progress: run.progress,
    start: () => run.mutate({ files: session.sources.map(({ file }) => file), plan }),
    cancel: run.cancel,
  }
}
