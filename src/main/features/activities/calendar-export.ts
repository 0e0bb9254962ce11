// Activities as entries of a calendar file: whole series, with the occurrences that differ and without those that were left out.
import type { Activity } from '#shared/activities/activity.ts'
import type { IcsEntry } from '#shared/calendar/ics-entry.ts'
import { openDays } from '#shared/calendar/series.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { isOthersOwn } from './activity-checks.ts'
import { ownUid } from './calendar-import.ts'
import { type Span, seriesInUse, seriesOfRow } from './planned-entries.ts'
import { listPlanned } from './planned.repository.ts'
import { exDaysOf, listOccurrences } from './series.repository.ts'

/** Everything planned in these days that is not a colleague's own. */
export const entriesBetween = (context: CallContext, { from, to, ownerIds }: Omit<Span, 'limit'>): readonly IcsEntry[] => {
  const single = listPlanned(context.db, { from, to, ownerIds, limit: -1 }).filter(({ activity }) => activity.seriesId === null)
  const series = seriesInUse(context, ownerIds, to).filter(
    (row) =>
      openDays(seriesOfRow(row), { from, to, limit: 1 }).days.length > 0 ||
      row.detached.some(({ occurrenceOn }) => occurrenceOn >= from && occurrenceOn <= to),
  )
  return [...single, ...series]
    .map(({ activity }) => activity)
    .filter((activity) => !isOthersOwn(activity, context.actor))
    .flatMap((activity) => entriesOf(context, activity))
}

/** One activity, with its series. */
export const entriesOf = ({ db }: CallContext, activity: Activity): readonly IcsEntry[] => {
  const uid = activity.icsUid ?? ownUid(activity.id)
  if (activity.recurrence === null) return [entryOf(activity, { uid, exDays: [] })]
  const occurrences = listOccurrences(db, activity.id)
  const leftOut = occurrences.filter(({ archivedAt }) => archivedAt !== null).flatMap(({ occurrenceOn }) => occurrenceOn ?? [])
  const exDays = [...new Set([...exDaysOf(db, activity.id), ...leftOut])].toSorted()
  const differing = occurrences.filter(({ archivedAt }) => archivedAt === null)
  return [entryOf(activity, { uid, exDays }), ...differing.map((occurrence) => entryOf(occurrence, { uid, exDays: [] }))]
}

const entryOf = (activity: Activity, { uid, exDays }: { readonly uid: string; readonly exDays: readonly string[] }): IcsEntry => {
  const { kind, title, text, location, dueOn, dueTime, endsOn, durationMinutes, recurrence, occurrenceOn } = activity
  const { reminderMinutes, priority, doneAt } = activity
  return {
    ...{ uid, title, text, location, dueOn, dueTime, endsOn, durationMinutes, recurrence, exDays, occurrenceOn },
    ...{ reminderMinutes, priority, isCancelled: false },
    kind: kind === 'task' || kind === 'call' ? kind : 'meeting',
    doneAt: kind === 'task' ? doneAt : null,
  }
}
