// Entries of a calendar file as activities. What came in before is left as it is, so that the same file can be taken in twice.
import type { z } from 'zod'
import type { Activity, ActivityRecordType } from '#shared/activities/activity.ts'
import type { calendarFileWarning } from '#shared/activities/calendar-files.contract.ts'
import { cutText } from '#shared/base/cut-text.ts'
import { minutesOf } from '#shared/calendar/days.ts'
import type { IcsEntry } from '#shared/calendar/ics-entry.ts'
import { ALL_DAY_BEGIN } from '#shared/calendar/remind.ts'
import { isOpenDay } from '#shared/calendar/series.ts'
import { momentAt } from '#shared/calendar/zone.ts'
import { messages } from '#shared/messages.ts'
import type { Db } from '#main/db/database.ts'
import type { CallContext, MutationContext } from '#main/rpc/handlers.ts'
import { findActivity, insertActivity } from './activities.repository.ts'
import { isOthersOwn, requireActivity, requirePlace, requireSound } from './activity-checks.ts'
import { listByUid } from './calendar-files.repository.ts'
import { rowOf } from './log-activity.ts'
import { archiveWhole, skipDays } from './series-days.ts'
import { isSeries, seriesOf } from './series-edits.ts'
import { exDaysJson } from './series.repository.ts'

export type FileWarning = z.output<typeof calendarFileWarning>

/** Entries that Kith wrote itself carry the activity's id. */
const OWN_UID = /^([0-9a-f-]{36})@kith$/u
export const ownUid = (id: string): string => `${id}@kith`

/** The row an entry is here as; for an occurrence that differs its own row. */
export const findEntry = (db: Db, { uid, occurrenceOn }: IcsEntry): Activity | undefined => {
  const own = OWN_UID.exec(uid)?.[1]
  const series = own === undefined ? undefined : findActivity(db, own)
  if (series && occurrenceOn === null) return series
  return listByUid(db, uid).find((row) => row.occurrenceOn === occurrenceOn)
}

interface Place {
  readonly recordType: ActivityRecordType
  readonly recordId: string
}

export const importEntries = (context: MutationContext, entries: readonly IcsEntry[], place: Place) => {
  requirePlace(context, place.recordType, place.recordId)
  const warnings: FileWarning[] = []
  const added: Activity[] = []
  const calledOff: Activity[] = []
  let alreadyHere = 0
  // Series before the occurrences that differ from them.
  for (const entry of entries.toSorted((a, b) => Number(a.occurrenceOn !== null) - Number(b.occurrenceOn !== null))) {
    const off = entry.isCancelled ? callOff(context, entry) : null
    if (off) calledOff.push(off)
    else if (findEntry(context.tx, entry)) alreadyHere += 1
    else if (entry.isCancelled) {
      warnings.push({ title: entry.title, key: 'calendar.ics.cancelled', params: {}, isSkipped: true })
    } else added.push(importEntry(context, entry, place))
  }
  return { added, calledOff, alreadyHere, warnings }
}

/** What an entry that was called off takes out of the calendar: its row, or one day of its series. What has taken place stays. */
export const calledOffBy = ({ db, actor }: Pick<CallContext, 'db' | 'actor'>, entry: IcsEntry): Activity | null => {
  const row = findEntry(db, entry) ?? (entry.occurrenceOn === null ? undefined : findSeries(db, entry.uid))
  if (!entry.isCancelled || !row || row.archivedAt !== null || row.doneAt !== null || isOthersOwn(row, actor)) return null
  if (entry.occurrenceOn === null || row.occurrenceOn !== null) return row
  return isSeries(row) && isOpenDay(seriesOf(db, row), entry.occurrenceOn) ? row : null
}

const callOff = (context: MutationContext, entry: IcsEntry): Activity | null => {
  const row = calledOffBy(context, entry)
  if (row === null) return null
  if (entry.occurrenceOn !== null && row.occurrenceOn === null && isSeries(row))
    skipDays(context, row, { on: entry.occurrenceOn, scope: 'this' })
  else archiveWhole(context, row)
  return row
}

const importEntry = (context: MutationContext, entry: IcsEntry, place: Place): Activity => {
  const { uid, kind, location, dueOn, dueTime, endsOn, durationMinutes, recurrence, reminderMinutes, priority } = entry
  const { language, timeZone } = context.run('settings.get', {})
  const begin =
    dueOn === null
      ? null
      : new Date(momentAt(dueOn, dueTime === null ? ALL_DAY_BEGIN : minutesOf(dueTime), timeZone)).toISOString()
  // An appointment of the past has taken place.
  const isOver = kind !== 'task' && recurrence === null && begin !== null && begin < context.now()
  const row = rowOf(context, {
    ...{ ...place, kind, dueOn, dueTime, endsOn, durationMinutes, recurrence, reminderMinutes, priority, icsUid: uid },
    ...{ text: entry.text, location: oneLine(location), doneAt: isOver ? begin : entry.doneAt },
    title: oneLine(entry.title) ?? (entry.text === null ? (messages[language].get(`activities.kind.${kind}`) ?? kind) : null),
    ...(isOver ? { happenedAt: begin } : {}),
  })
  requireSound(context.tx, row)
  const series = entry.occurrenceOn === null ? undefined : findSeries(context.tx, uid)
  const id = insertActivity(context.tx, {
    ...row,
    exDays: exDaysJson(entry.exDays),
    occurrenceOn: entry.occurrenceOn,
    seriesId: series?.id ?? null,
  })
  return requireActivity(context, id)
}

const findSeries = (db: Db, uid: string): Activity | undefined => {
  const own = OWN_UID.exec(uid)?.[1]
  return (
    (own === undefined ? undefined : findActivity(db, own)) ?? listByUid(db, uid).find(({ recurrence }) => recurrence !== null)
  )
}

const oneLine = (text: string | null): string | null => cutText(text?.replaceAll(/\s+/gu, ' ').trim() ?? '', 200) || null
