// What has to hold before an activity is written: it is there, it is one's own or the office's, its record is in use, its fields make sense.
import { type ActivityDraft, issuesOfActivity } from '#shared/activities/activity-rules.ts'
import type { Activity, ActivityRecordType } from '#shared/activities/activity.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { Db } from '#main/db/database.ts'
import { isRow, requireReferences } from '#main/db/references.ts'
import { findRecordState } from '#main/records/record-state.ts'
import type { Actor, CallContext } from '#main/rpc/handlers.ts'
import { findActivity } from './activities.repository.ts'

/** A colleague's own is not shown, nor changed. */
export const isOthersOwn = ({ recordType, recordId }: Pick<Activity, 'recordType' | 'recordId'>, actor: Actor): boolean =>
  recordType === 'user' && recordId !== actor.userId

export const requireActivity = ({ db, actor }: Pick<CallContext, 'db' | 'actor'>, id: string): Activity => {
  const activity = findActivity(db, id)
  if (!activity) throw new AppError('not_found', 'activities.gone', { id })
  if (isOthersOwn(activity, actor)) throw new AppError('forbidden', 'activities.private')
  return activity
}

export const requireActiveActivity = (context: Pick<CallContext, 'db' | 'actor'>, id: string): Activity => {
  const activity = requireActivity(context, id)
  if (activity.archivedAt !== null) throw new AppError('conflict', 'activities.archived', { id })
  return activity
}

/** What activities are added to: a record in use, or oneself. */
export const requirePlace = (
  { db, actor }: Pick<CallContext, 'db' | 'actor'>,
  recordType: ActivityRecordType,
  recordId: string,
): void => {
  if (recordType === 'user') {
    if (recordId !== actor.userId) throw new AppError('forbidden', 'activities.private')
    if (!isRow(db, 'users', recordId)) throw new AppError('not_found', 'activities.recordGone', { id: recordId })
    return
  }
  const state = findRecordState(db, recordType, recordId)
  if (state === 'gone') throw new AppError('not_found', 'activities.recordGone', { id: recordId })
  if (state === 'archived') throw new AppError('conflict', 'activities.recordArchived', { id: recordId })
}

/** What an activity is about may change to a record in use, or to oneself. */
export const requireNewPlace = (
  context: Pick<CallContext, 'db' | 'actor'>,
  before: Activity,
  { recordType = before.recordType, recordId = before.recordId }: Partial<Pick<Activity, 'recordType' | 'recordId'>>,
): void => {
  if (recordType !== before.recordType || recordId !== before.recordId) requirePlace(context, recordType, recordId)
}

export const requireSound = (db: Db, draft: ActivityDraft & Pick<Activity, 'ownerId'>): void => {
  const issues = issuesOfActivity(draft)
  if (issues.length > 0) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
  requireReferences(db, [{ field: 'ownerId', table: 'users', id: draft.ownerId }])
}
