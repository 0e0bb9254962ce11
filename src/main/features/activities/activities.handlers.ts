// What each procedure of activities does: fetch, apply the rules in shared/activities, save.
import { issuesOfActivity } from '#shared/activities/activity-rules.ts'
import type { Activity } from '#shared/activities/activity.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { RecordType } from '#shared/base/fields.ts'
import type { Db } from '#main/db/database.ts'
import { requireReferences } from '#main/db/references.ts'
import { findRecordState } from '#main/records/record-state.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { findActivity, insertActivity, listTasks, listTimeline, updateActivity } from './activities.repository.ts'

export const activitiesHandlers: Handlers['activities'] = {
  timeline: ({ db }, question) => listTimeline(db, question),

  tasks: ({ db }, question) => listTasks(db, question),

  log: ({ tx, now, actor }, { kind, recordType, recordId, ...fields }) => {
    requireRecord(tx, recordType, recordId)
    const draft = {
      kind,
      recordType,
      recordId,
      title: fields.title ?? null,
      text: fields.text ?? null,
      happenedAt: fields.happenedAt ?? now(),
      durationMinutes: fields.durationMinutes ?? null,
      dueOn: fields.dueOn ?? null,
      dueTime: fields.dueTime ?? null,
      doneAt: fields.doneAt ?? null,
      ownerId: fields.ownerId === undefined ? actor.userId : fields.ownerId,
    }
    requireSound(tx, draft)
    return requireActivity(tx, insertActivity(tx, draft))
  },

  update: ({ tx }, { id, ...changes }) => {
    const before = requireActiveActivity(tx, id)
    requireSound(tx, {
      kind: changes.kind ?? before.kind,
      title: valueOf(changes.title, before.title),
      text: valueOf(changes.text, before.text),
      dueOn: valueOf(changes.dueOn, before.dueOn),
      dueTime: valueOf(changes.dueTime, before.dueTime),
      doneAt: valueOf(changes.doneAt, before.doneAt),
      ownerId: valueOf(changes.ownerId, before.ownerId),
    })
    updateActivity(tx, id, changes)
    return requireActivity(tx, id)
  },

  complete: ({ tx, now }, { id, done }) => {
    const activity = requireActiveActivity(tx, id)
    if (activity.kind !== 'task') throw new AppError('conflict', 'activities.notATask', { id })
    updateActivity(tx, id, { doneAt: done ? (activity.doneAt ?? now()) : null })
    return requireActivity(tx, id)
  },

  archive: ({ tx }, { id }) => {
    if (requireActivity(tx, id).archivedAt === null) tx.archive('activities', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    if (requireActivity(tx, id).archivedAt !== null) tx.restore('activities', id)
    return null
  },
}

/** What a field holds after a change that may leave it out. */
const valueOf = <T>(change: T | undefined, before: T): T => (change === undefined ? before : change)

const requireActivity = (db: Db, id: string): Activity => {
  const activity = findActivity(db, id)
  if (!activity) throw new AppError('not_found', 'activities.gone', { id })
  return activity
}

const requireActiveActivity = (db: Db, id: string): Activity => {
  const activity = requireActivity(db, id)
  if (activity.archivedAt !== null) throw new AppError('conflict', 'activities.archived', { id })
  return activity
}

const requireRecord = (db: Db, recordType: RecordType, recordId: string): void => {
  const state = findRecordState(db, recordType, recordId)
  if (state === 'gone') throw new AppError('not_found', 'activities.recordGone', { id: recordId })
  if (state === 'archived') throw new AppError('conflict', 'activities.recordArchived', { id: recordId })
}

const requireSound = (db: Db, draft: Parameters<typeof issuesOfActivity>[0] & Pick<Activity, 'ownerId'>): void => {
  const issues = issuesOfActivity(draft)
  if (issues.length > 0) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
  requireReferences(db, [{ field: 'ownerId', table: 'users', id: draft.ownerId }])
}
