// A call in one step: what came of it, and what is to be done next.
import type { z } from 'zod'
import type { activitiesContract } from '#shared/activities/activities.contract.ts'
import type { Activity } from '#shared/activities/activity.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { updateActivity } from './activities.repository.ts'
import { logActivity } from './log-activity.ts'
import { requireActiveActivity, requireActivity, requireSound } from './activity-checks.ts'

type CallInput = z.output<typeof activitiesContract.logCall.input>

export const logCall = (
  context: MutationContext,
  { next, plannedId, on, ...input }: CallInput,
): { readonly call: Activity; readonly next: Activity | null } => {
  const { recordType, recordId } = input
  const call =
    plannedId === null ? logActivity(context, { ...input, kind: 'call' }) : finishPlanned(context, { plannedId, on, ...input })
  return { call, next: next === null ? null : logActivity(context, { ...next, recordType, recordId }) }
}

const finishPlanned = (
  context: MutationContext,
  {
    plannedId,
    on,
    outcome,
    direction,
    title,
    text,
    durationMinutes,
    happenedAt,
  }: Omit<CallInput, 'next'> & { readonly plannedId: string },
): Activity => {
  const planned = requireActiveActivity(context, plannedId)
  if (planned.kind !== 'call') throw new AppError('conflict', 'activities.notATask', { id: plannedId })
  const { id } = context.run('activities.complete', { id: plannedId, on, done: true })
  const done = requireActivity(context, id)
  const changes = {
    ...{ outcome, direction, happenedAt: happenedAt ?? context.now() },
    title: title ?? done.title,
    text: text ?? done.text,
    durationMinutes: durationMinutes ?? done.durationMinutes,
  }
  requireSound(context.tx, { ...done, ...changes })
  updateActivity(context.tx, id, changes)
  return requireActivity(context, id)
}
