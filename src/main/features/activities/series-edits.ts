// Writes what an edit of a series comes to: changes of the series, a row for one occurrence, or a second series.
import { alignedSeries, isPlannable } from '#shared/activities/activity-rules.ts'
import type { Activity } from '#shared/activities/activity.ts'
import { AppError } from '#shared/base/app-error.ts'
import { isOpenDay, movedOn, nextOpenDay, type OccurrenceFields, type Series, type SeriesEdit } from '#shared/calendar/series.ts'
import type { Db } from '#main/db/database.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { insertActivity, updateActivity } from './activities.repository.ts'
import { requireActivity, requireSound } from './activity-checks.ts'
import { exDaysJson, exDaysOf, listDetached } from './series.repository.ts'

export type SeriesActivity = Activity & { readonly recurrence: string; readonly dueOn: string }

export const isSeries = (activity: Activity): activity is SeriesActivity =>
  activity.recurrence !== null && activity.dueOn !== null

export const seriesOf = (db: Db, { id, recurrence, dueOn, endsOn }: SeriesActivity): Series => ({
  master: { recurrence, dueOn, endsOn, exDays: exDaysOf(db, id) },
  detached: listDetached(db, id),
})

/** The day that was named, if it is still open; the first open one where none was. */
export const requireOpenDay = (series: Series, on: string | null): string => {
  const day = on ?? nextOpenDay(series, null)
  if (day === null) throw new AppError('conflict', 'activities.seriesOver')
  if (on !== null && !isOpenDay(series, on)) throw new AppError('conflict', 'activities.notInSeries', { day: on })
  return day
}

/** Answers the row that stands for the occurrence the edit was about. */
export const writeSeriesEdit = (context: MutationContext, activity: SeriesActivity, edit: SeriesEdit): Activity => {
  const { tx } = context
  if (edit.master !== null) {
    const { exDays, ...changes } = edit.master
    const next = alignedSeries({ ...activity, ...defined(changes) })
    requireSound(tx, next)
    updateActivity(tx, activity.id, {
      ...{ ...changes, recurrence: next.recurrence, dueOn: next.dueOn, endsOn: next.endsOn },
      ...(exDays === undefined ? {} : { exDays: exDaysJson(exDays) }),
    })
  }
  const detachedId =
    edit.detach === null ? null : insertCopy(context, activity, { ...edit.detach, recurrence: null, seriesId: activity.id })
  const seriesId = edit.newSeries === null ? null : insertCopy(context, activity, withDays(edit.newSeries))
  for (const { id, isMoved, changes } of edit.detached) {
    updateActivity(tx, id, { ...changes, ...(isMoved && seriesId !== null ? { seriesId } : {}) })
    requireSound(tx, requireActivity(context, id))
  }
  return requireActivity(context, detachedId ?? seriesId ?? activity.id)
}

const withDays = ({ exDays, ...fields }: NonNullable<SeriesEdit['newSeries']>) => ({ ...fields, exDays: exDaysJson(exDays) })

const defined = <T extends object>(changes: T): T =>
  // Leaving out what is undefined keeps the shape.
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as T

type CopyChanges = Partial<OccurrenceFields> & {
  readonly recurrence: string | null
  readonly doneAt?: string | null
  readonly exDays?: string | null
  readonly seriesId?: string
  readonly occurrenceOn?: string
}

const insertCopy = (context: MutationContext, activity: SeriesActivity, changes: CopyChanges): string => {
  const { kind, recordType, recordId, title, text, dueOn, dueTime, endsOn, durationMinutes, ownerId } = activity
  const { priority, reminderMinutes, direction, location, icsUid, recurrence } = activity
  const row = {
    ...{ kind, recordType, recordId, title, text, dueOn, dueTime, endsOn, durationMinutes, ownerId, recurrence },
    ...{ priority, reminderMinutes, direction, location, icsUid, happenedAt: context.now(), doneAt: null },
    ...defined(changes),
  }
  requireSound(context.tx, row)
  return insertActivity(context.tx, row)
}

/**
 * Lets a series begin on its first open day, so that lists, which know no series, show when it is due next. Answers false when no day of it
 * is open any more.
 */
export const moveOn = ({ tx }: MutationContext, activity: SeriesActivity): boolean => {
  const moved = movedOn(seriesOf(tx, activity))
  if (moved === 'over') return false
  if (moved !== null) updateActivity(tx, activity.id, { ...moved, exDays: exDaysJson(moved.exDays) })
  return true
}

/** Tasks, calls and meetings that were planned can be done; what has happened is done already. */
export const requireCompletable = ({ id, kind, dueOn }: Activity): void => {
  if (!isPlannable(kind) || (kind !== 'task' && dueOn === null)) throw new AppError('conflict', 'activities.notATask', { id })
}
