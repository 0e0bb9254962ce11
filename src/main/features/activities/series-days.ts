// Days of a series that are done or left out. The series then begins on its next open day; after its last one it is over.
import type { Activity } from '#shared/activities/activity.ts'
import { completeOccurrence, endBefore, nextOpenDay, skipOccurrence } from '#shared/calendar/series.ts'
import type { Db } from '#main/db/database.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { findActivity, updateActivity } from './activities.repository.ts'
import { requireActivity } from './activity-checks.ts'
import { completed } from './completion.ts'
import { isSeries, moveOn, requireOpenDay, type SeriesActivity, seriesOf, writeSeriesEdit } from './series-edits.ts'
import { listOccurrences } from './series.repository.ts'

/** Answers the row of the day that is done: the last open day is the series' own row, which then no longer repeats. */
export const completeOne = (context: MutationContext, activity: SeriesActivity, on: string | null): Activity => {
  const { tx, now } = context
  const series = seriesOf(tx, activity)
  const day = requireOpenDay(series, on)
  const { detach } = completeOccurrence(series, day, now())
  const rest = { ...series, detached: [...series.detached, { id: '', occurrenceOn: day, doneAt: now() }] }
  if (nextOpenDay(rest, null) === null) {
    const last = { ...activity, dueOn: day, endsOn: detach?.endsOn ?? null }
    updateActivity(tx, activity.id, {
      ...{ dueOn: day, endsOn: last.endsOn, recurrence: null, exDays: null },
      ...completed(context, last, true),
    })
    return requireActivity(context, activity.id)
  }
  const row = writeSeriesEdit(context, activity, completeOccurrence(series, day, now()))
  updateActivity(tx, row.id, completed(context, row, true))
  settle(context, activity.id)
  return requireActivity(context, row.id)
}

export const skipDays = (
  context: MutationContext,
  activity: SeriesActivity,
  { on, scope }: { readonly on: string; readonly scope: 'this' | 'following' },
): void => {
  const { tx } = context
  const series = seriesOf(tx, activity)
  if (scope === 'this') {
    writeSeriesEdit(context, activity, skipOccurrence(series, requireOpenDay(series, on)))
    settle(context, activity.id)
    return
  }
  const edit = endBefore(series, on)
  if (edit === null) tx.archive('activities', activity.id)
  else writeSeriesEdit(context, activity, edit)
  for (const row of openOccurrences(tx, activity.id)) {
    if (row.archivedAt === null && (row.occurrenceOn ?? '') >= on) tx.archive('activities', row.id)
  }
  if (edit !== null) settle(context, activity.id)
}

/** Lets a series move on to its first open day; one that has none left is archived: its days that are done stay. */
export const settle = (context: MutationContext, id: string): void => {
  const { tx } = context
  const activity = findActivity(tx, id)
  if (activity && isSeries(activity) && !moveOn(context, activity)) tx.archive('activities', id)
}

/** A series goes with its days that differ and are still open. */
export const archiveWhole = ({ tx }: MutationContext, activity: Activity): void => {
  tx.archive('activities', activity.id)
  if (isSeries(activity))
    for (const row of openOccurrences(tx, activity.id)) if (row.archivedAt === null) tx.archive('activities', row.id)
}

/** Days of a series that differ and are not done: those that are done have happened, whatever becomes of the series. */
export const openOccurrences = (db: Db, seriesId: string): readonly Activity[] =>
  listOccurrences(db, seriesId).filter(({ doneAt }) => doneAt === null)
