// Done, or open again.
import type { Activity } from '#shared/activities/activity.ts'
import { minutesOf } from '#shared/calendar/days.ts'
import { ALL_DAY_BEGIN } from '#shared/calendar/remind.ts'
import { momentAt } from '#shared/calendar/zone.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { requireCompletable } from './series-edits.ts'

/** What is written. A call or meeting took place when it was planned for, or just now if it is done before that. */
export const completed = (
  { run, now }: MutationContext,
  activity: Activity,
  isDone: boolean,
): { readonly doneAt: string | null; readonly happenedAt?: string } => {
  requireCompletable(activity)
  if (!isDone) return { doneAt: null }
  const doneAt = activity.doneAt ?? now()
  if (activity.kind === 'task' || activity.dueOn === null || activity.doneAt !== null) return { doneAt }
  const { timeZone } = run('settings.get', {})
  const minutes = activity.dueTime === null ? ALL_DAY_BEGIN : minutesOf(activity.dueTime)
  const planned = new Date(momentAt(activity.dueOn, minutes, timeZone)).toISOString()
  return { doneAt, happenedAt: planned < doneAt ? planned : doneAt }
}
