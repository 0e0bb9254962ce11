// Writing an activity down: on a record in use or as one's own, with its fields checked together.
import { alignedSeries } from '#shared/activities/activity-rules.ts'
import type { Activity, NewActivity } from '#shared/activities/activity.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { insertActivity } from './activities.repository.ts'
import { requireActivity, requirePlace, requireSound } from './activity-checks.ts'

/** The row of an activity; what was left out is empty, its owner whoever writes it down. */
export const rowOf = ({ now, actor }: MutationContext, { kind, recordType, recordId, ...fields }: NewActivity) =>
  alignedSeries({
    ...{ kind, recordType, recordId },
    title: fields.title ?? null,
    text: fields.text ?? null,
    happenedAt: fields.happenedAt ?? now(),
    durationMinutes: fields.durationMinutes ?? null,
    dueOn: fields.dueOn ?? null,
    dueTime: fields.dueTime ?? null,
    endsOn: fields.endsOn ?? null,
    doneAt: fields.doneAt ?? null,
    ownerId: fields.ownerId === undefined ? actor.userId : fields.ownerId,
    priority: fields.priority ?? null,
    recurrence: fields.recurrence ?? null,
    reminderMinutes: fields.reminderMinutes ?? null,
    outcome: fields.outcome ?? null,
    direction: fields.direction ?? null,
    location: fields.location ?? null,
    icsUid: fields.icsUid ?? null,
    messageId: fields.messageId ?? null,
  })

export const logActivity = (context: MutationContext, input: NewActivity): Activity => {
  requirePlace(context, input.recordType, input.recordId)
  const row = rowOf(context, input)
  requireSound(context.tx, row)
  return requireActivity(context, insertActivity(context.tx, row))
}
