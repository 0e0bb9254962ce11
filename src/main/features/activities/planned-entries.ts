// What is planned, as it stands in a calendar or a list of tasks: series expanded, colleagues' own reduced to when they are.
import type { Activity } from '#shared/activities/activity.ts'
import type { CalendarEntry, TaskEntry } from '#shared/activities/calendar-entry.ts'
import { AppError } from '#shared/base/app-error.ts'
import { addDays, daysBetween } from '#shared/calendar/days.ts'
import { lastDayOf } from '#shared/calendar/period.ts'
import { endOfOccurrence, nextOpenDay, openDays, type Series } from '#shared/calendar/series.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { isOthersOwn } from './activity-checks.ts'
import { findPlanned, listPlanned, type PlannedRow } from './planned.repository.ts'
import { isSeries, seriesOf } from './series-edits.ts'
import { listSeries, MAX_SERIES, type SeriesRow } from './series.repository.ts'

export interface Span {
  readonly from: string
  readonly to: string
  readonly ownerIds: readonly (string | null)[]
  readonly limit: number
}

/** Everything planned that touches these days, by begin; those that last all day before those with a time. */
export const plannedBetween = (
  context: CallContext,
  { from, to, ownerIds, limit }: Span,
): { readonly entries: CalendarEntry[]; readonly isCut: boolean } => {
  const { timeZone } = context.run('settings.get', {})
  const single = listPlanned(context.db, { from, to, ownerIds, limit: limit + 1 }).map((row) => entryOf(context, row, null))
  const repeated = seriesInUse(context, ownerIds, to).flatMap((row) => {
    // An occurrence that began before may still last.
    const { dueOn } = row.activity
    const length = daysBetween(dueOn, lastDayOf(row.activity, timeZone))
    return openDays(seriesOfRow(row), { from: addDays(from, -length), to, limit: limit + 1 }).days.map((day) =>
      entryOf(context, row, day),
    )
  })
  const entries = [...single, ...repeated].toSorted(byBegin)
  return { entries: entries.slice(0, limit), isCut: entries.length > limit }
}

const byBegin = (one: CalendarEntry, other: CalendarEntry): number => {
  const [a, b] = [beginKey(one), beginKey(other)]
  return a < b ? -1 : a > b ? 1 : 0
}
const beginKey = ({ dueOn, dueTime, id }: CalendarEntry): string => `${dueOn} ${dueTime ?? ''} ${id}`

type DatedSeries = SeriesRow & { readonly activity: Activity & { readonly dueOn: string; readonly recurrence: string } }

/** The series of these people that have begun by a day. */
export const seriesInUse = ({ db }: CallContext, ownerIds: readonly (string | null)[], until: string): readonly DatedSeries[] => {
  const rows = listSeries(db, { ownerIds, until, limit: MAX_SERIES + 1 })
  if (rows.length > MAX_SERIES) throw new AppError('conflict', 'activities.manySeries', { count: MAX_SERIES })
  return rows.filter((row): row is DatedSeries => row.activity.dueOn !== null && row.activity.recurrence !== null)
}

export const seriesOfRow = ({ activity, exDays, detached }: DatedSeries): Series => ({
  master: { recurrence: activity.recurrence, dueOn: activity.dueOn, endsOn: activity.endsOn, exDays },
  detached,
})

/** `on` is the day of a series' occurrence, null for what does not repeat. Only what has a day is asked for. */
export const entryOf = ({ actor }: CallContext, row: PlannedRow, on: string | null): CalendarEntry => {
  const { activity, recordName, ownerName } = row
  const dueOn = on ?? activity.dueOn ?? ''
  const { recordType: type, recordId: id } = activity
  const entry: CalendarEntry = {
    ...activity,
    ...{ dueOn, on, ownerName, isPrivate: false },
    endsOn:
      on === null || activity.dueOn === null
        ? activity.endsOn
        : endOfOccurrence({ dueOn: activity.dueOn, endsOn: activity.endsOn }, on),
    record: type === 'user' ? null : { type, id, name: recordName ?? '' },
  }
  return isOthersOwn(activity, actor)
    ? { ...entry, title: null, text: null, location: null, recurrence: null, icsUid: null, isPrivate: true }
    : entry
}

/** One activity as an entry; of a series its first open occurrence, or its first day when it is through. */
export const entryById = (context: CallContext, id: string): TaskEntry => {
  const row = findPlanned(context.db, id)
  if (!row) throw new AppError('not_found', 'activities.gone', { id })
  const { activity } = row
  if (!isSeries(activity)) return { ...entryOf(context, row, null), dueOn: activity.dueOn }
  return entryOf(context, row, nextOpenDay(seriesOf(context.db, activity), null) ?? activity.dueOn)
}
