// Which reminders of a person fall in a stretch of time, snoozed ones at the end of their snooze.
import type { Reminder } from '#shared/activities/reminders.contract.ts'
import { addDays } from '#shared/calendar/days.ts'
import { reminderAt } from '#shared/calendar/remind.ts'
import { isOpenDay, openDays } from '#shared/calendar/series.ts'
import { wallTimeAt } from '#shared/calendar/zone.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { seriesInUse, seriesOfRow } from './planned-entries.ts'
import type { PlannedRow } from './planned.repository.ts'
import { findReminded, listPutOff, listReminded, type PutOff } from './reminders.repository.ts'
import { isSeries, seriesOf } from './series-edits.ts'

/** A reminder comes at most a year before its day, and at most a day after its begin. */
const DAYS_AHEAD = 366

interface Span {
  readonly userId: string
  /** ms; after this, up to and including `to`. */
  readonly from: number
  readonly to: number
}

/** Oldest first. */
export const remindersBetween = (context: CallContext, { userId, from, to }: Span): Reminder[] => {
  const { timeZone } = context.run('settings.get', {})
  const days = {
    from: addDays(wallTimeAt(from, timeZone).day, -1),
    to: addDays(wallTimeAt(to, timeZone).day, DAYS_AHEAD),
  }
  const putOff = listPutOff(context.db, userId)
  const known = new Set(putOff.map(({ activityId, on }) => `${activityId} ${on}`))
  const falling = [
    ...listReminded(context.db, { ownerId: userId, ...days }).flatMap((row) => reminderOf(row, row.activity.dueOn, timeZone)),
    ...repeated(context, { userId, ...days }).flatMap(({ row, on }) => reminderOf(row, on, timeZone)),
  ].filter(({ activityId, on }) => !known.has(`${activityId} ${on}`))
  const snoozed = putOff.flatMap((one) => snoozedReminder(context, one))
  return [...falling, ...snoozed]
    .filter(({ at }) => Date.parse(at) > from && Date.parse(at) <= to)
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

const repeated = (
  context: CallContext,
  { userId, from, to }: { readonly userId: string; readonly from: string; readonly to: string },
) =>
  seriesInUse(context, [userId], to)
    .filter(({ activity }) => activity.reminderMinutes !== null)
    .flatMap((row) => {
      // No further ahead than this one's reminder comes.
      const ahead = Math.ceil((row.activity.reminderMinutes ?? 0) / 1440) + 2
      const last = addDays(to, ahead - DAYS_AHEAD)
      return openDays(seriesOfRow(row), { from, to: last }).days.map((on) => ({ row, on }))
    })

const reminderOf = ({ activity, recordName }: PlannedRow, on: string | null, timeZone: string): Reminder[] => {
  const { id, kind, title, text, dueTime, reminderMinutes, recordType: type, recordId } = activity
  if (on === null || reminderMinutes === null) return []
  const at = new Date(reminderAt({ dueOn: on, dueTime, reminderMinutes }, timeZone)).toISOString()
  const record = type === 'user' ? null : { type, id: recordId, name: recordName ?? '' }
  return [{ activityId: id, on, at, kind, title: title ?? text, dueOn: on, dueTime, record, isSnoozed: false }]
}

/** A snooze is over once the activity is done, gone, or on another day. */
const snoozedReminder = (context: CallContext, { activityId, on, until }: PutOff): Reminder[] => {
  if (until === null) return []
  const row = findReminded(context.db, activityId)
  if (!row) return []
  const isStill = isSeries(row.activity) ? isOpenDay(seriesOf(context.db, row.activity), on) : row.activity.dueOn === on
  if (!isStill) return []
  const { timeZone } = context.run('settings.get', {})
  return reminderOf(row, on, timeZone).map((reminder) => ({ ...reminder, at: until, isSnoozed: true }))
}
