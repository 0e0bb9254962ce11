// What each procedure of activities does: fetch, apply the rules in shared/activities and shared/calendar, save.
import { alignedSeries } from '#shared/activities/activity-rules.ts'
import type { Activity } from '#shared/activities/activity.ts'
import { AppError } from '#shared/base/app-error.ts'
import { addDays, daysBetween } from '#shared/calendar/days.ts'
import { editAll, editFollowing, editOccurrence, type SeriesChanges } from '#shared/calendar/series.ts'
import type { Handlers, MutationContext } from '#main/rpc/handlers.ts'
import { updateActivity } from './activities.repository.ts'
import { requireActiveActivity, requireActivity, requireNewPlace, requireSound } from './activity-checks.ts'
import { logCall } from './call-log.ts'
import { completed } from './completion.ts'
import { logActivity } from './log-activity.ts'
import { entryById, plannedBetween } from './planned-entries.ts'
import { archiveWhole, completeOne, openOccurrences, settle, skipDays } from './series-days.ts'
import { isSeries, requireOpenDay, seriesOf, writeSeriesEdit } from './series-edits.ts'
import { taskCounts, taskPage } from './task-list.ts'

/** The longest stretch a calendar is asked for. */
const MAX_CALENDAR_DAYS = 400

export const activitiesHandlers: Handlers['activities'] = {
  get: (context, { id }) => requireActivity(context, id),

  entry: (context, { id }) => entryById(context, id),

  tasks: (context, question) => taskPage(context, question),

  taskCounts: (context, { ownerId }) => taskCounts(context, ownerId),

  calendar: (context, { from, to, ...asked }) => {
    if (daysBetween(from, to) > MAX_CALENDAR_DAYS) {
      throw new AppError('invalid_input', 'activities.calendarTooLong', { max: MAX_CALENDAR_DAYS })
    }
    return plannedBetween(context, { from, to, ...asked })
  },

  log: (context, input) => logActivity(context, input),

  update: (context, { id, ...changes }) => {
    const { tx } = context
    const before = requireActiveActivity(context, id)
    requireNewPlace(context, before, withoutUndefined(changes))
    const { kind, happenedAt, doneAt, outcome, direction, ...placed } = changes
    const happened = { kind, happenedAt, doneAt, outcome, direction }
    if (isSeries(before)) {
      if (doneAt !== undefined && doneAt !== null) throw new AppError('conflict', 'activities.seriesDone')
      const { dueOn, ...fields } = withoutUndefined(placed)
      if (dueOn === null) requireSound(tx, { ...before, ...fields, dueOn })
      const edit = { ...fields, ...(typeof dueOn === 'string' ? { dueOn } : {}) }
      writeSeriesEdit(context, before, editAll(seriesOf(tx, before), before.dueOn, edit))
      requireSound(tx, { ...requireActivity(context, id), ...withoutUndefined(happened) })
      updateActivity(tx, id, dueOn === null ? { ...happened, dueOn } : happened)
      return requireActivity(context, id)
    }
    const next = alignedSeries({ ...before, ...withoutUndefined(changes) })
    if (before.seriesId !== null && next.recurrence !== null) throw new AppError('conflict', 'activities.occurrenceRepeats')
    requireSound(tx, next)
    updateActivity(tx, id, { ...changes, recurrence: next.recurrence, dueOn: next.dueOn, endsOn: next.endsOn })
    return requireActivity(context, id)
  },

  complete: (context, { id, on, done }) => {
    const { tx } = context
    const activity = requireActiveActivity(context, id)
    if (!isSeries(activity)) {
      updateActivity(tx, id, completed(context, activity, done))
      return requireActivity(context, id)
    }
    if (!done) return activity
    return completeOne(context, activity, on)
  },

  skip: (context, { id, on, scope }) => {
    const activity = requireActiveActivity(context, id)
    if (!isSeries(activity)) throw new AppError('conflict', 'activities.notASeries', { id })
    skipDays(context, activity, { on, scope })
    return null
  },

  editSeries: (context, { id, on, scope, changes }) => {
    const named = requireActiveActivity(context, id)
    // An occurrence with a row of its own speaks for its series, too.
    const activity = named.seriesId === null || scope === 'this' ? named : requireActiveActivity(context, named.seriesId)
    requireNewPlace(context, activity, withoutUndefined(changes))
    if (!isSeries(activity)) {
      if (scope !== 'this' || named.seriesId === null) throw new AppError('conflict', 'activities.notASeries', { id })
      return changeDetached(context, activity, withoutUndefined(changes))
    }
    const series = seriesOf(context.tx, activity)
    const isRow = series.detached.some(({ occurrenceOn }) => occurrenceOn === on)
    const day = isRow && scope !== 'this' ? on : requireOpenDay(series, on)
    const edit = { this: editOccurrence, following: editFollowing, all: editAll }[scope]
    const written = writeSeriesEdit(context, activity, edit(series, day, withoutUndefined(changes)))
    settle(context, activity.id)
    return requireActivity(context, written.id)
  },

  pin: (context, { id, isPinned }) => {
    const activity = requireActiveActivity(context, id)
    updateActivity(context.tx, id, { pinnedAt: isPinned ? (activity.pinnedAt ?? context.now()) : null })
    return requireActivity(context, id)
  },

  logCall: (context, input) => logCall(context, input),

  archive: (context, { id }) => {
    const activity = requireActivity(context, id)
    if (activity.archivedAt === null) archiveWhole(context, activity)
    return null
  },

  restore: (context, { id }) => {
    const { tx } = context
    const activity = requireActivity(context, id)
    if (activity.archivedAt === null) return null
    tx.restore('activities', id)
    // Those that went with it come back with it.
    if (isSeries(activity))
      for (const row of openOccurrences(tx, id)) if (row.archivedAt === activity.archivedAt) tx.restore('activities', row.id)
    return null
  },
}

const withoutUndefined = <T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  // Leaving out what is undefined keeps the rest of the shape.
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never

const changeDetached = (
  context: MutationContext,
  before: Activity,
  { recurrence: _recurrence, ...fields }: SeriesChanges,
): Activity => {
  const shifted =
    fields.dueOn && fields.endsOn === undefined && before.endsOn !== null && before.dueOn !== null
      ? { endsOn: addDays(before.endsOn, daysBetween(before.dueOn, fields.dueOn)) }
      : {}
  requireSound(context.tx, { ...before, ...fields, ...shifted })
  updateActivity(context.tx, before.id, { ...fields, ...shifted })
  return requireActivity(context, before.id)
}
