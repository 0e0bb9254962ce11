// Takes an entry out: what stands alone is archived; of a series one is skipped, or it ends before a day, or all of it goes.
import { useClient } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { TaskEntry } from '#shared/activities/calendar-entry.ts'
import { AppError } from '#shared/base/app-error.ts'
import { endRuleBefore } from '#shared/calendar/recurrence.ts'
import type { Scope } from './ScopeModal.tsx'

interface RemoveEntry {
  readonly remove: (scope: Scope) => void
  readonly isBusy: boolean
}

export const useRemoveEntry = ({ id, on, title, recurrence }: TaskEntry, onDone: () => void): RemoveEntry => {
  const t = useT()
  const { api, queryClient, quietLine } = useClient()
  const removed = { said: () => t('plan.said.removed', { title: title ?? '' }), onDone }
  const skip = useAction(api.activities.skip(), removed)
  const archive = useAction(api.activities.archive(), removed)
  const end = useAction(api.activities.editSeries(), removed)

  const endBefore = async (day: string, rule: string) => {
    const { dueOn } = await queryClient.fetchQuery(api.activities.get({ id }))
    // Nothing of it would be left.
    if (dueOn === day) archive.mutate({ id })
    else end.mutate({ id, on: day, scope: 'all', changes: { recurrence: endRuleBefore(rule, day) } })
  }
  return {
    remove: (scope) => {
      if (on === null || recurrence === null || scope === 'all') archive.mutate({ id })
      else if (scope === 'this') skip.mutate({ id, on })
      else {
        endBefore(on, recurrence).catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error
          quietLine.fail(error)
        })
      }
    },
    isBusy: skip.isPending || archive.isPending || end.isPending,
  }
}
