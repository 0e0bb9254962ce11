// Takes an entry out: what stands alone is archived; of a series one is skipped, or it ends before a day, or all of it goes.
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { TaskEntry } from '#shared/activities/calendar-entry.ts'
import type { Scope } from './ScopeModal.tsx'

interface RemoveEntry {
  readonly remove: (scope: Scope) => void
  readonly isBusy: boolean
}

export const useRemoveEntry = ({ id, on, title, recurrence }: TaskEntry, onDone: () => void): RemoveEntry => {
  const t = useT()
  const api = useApi()
  const removed = { said: () => t('plan.said.removed', { title: title ?? '' }), onDone }
  const skip = useAction(api.activities.skip(), removed)
  const archive = useAction(api.activities.archive(), removed)
  return {
    remove: (scope) => {
      if (on === null || recurrence === null || scope === 'all') archive.mutate({ id })
      // Later days that were changed singly go, too.
      else skip.mutate({ id, on, scope })
    },
    isBusy: skip.isPending || archive.isPending,
  }
}
