// The SQL of series: the rows that repeat, the days taken out of them, and the occurrences that have rows of their own.
import { sql } from 'kysely'
import { type Activity, activity } from '#shared/activities/activity.ts'
import type { DetachedOccurrence } from '#shared/calendar/series.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isThere } from '#main/db/selection.ts'
import { isRecordActive, recordName } from '#main/records/record-state.ts'

const exDaysOfRow = prepared<{ id: string }>()((param) =>
  build.selectFrom('activities').select('exDays').where('id', '=', param('id')),
)

// Written by `exDaysJson` only.
const parseDays = (json: string | null): readonly string[] => (json === null ? [] : (JSON.parse(json) as readonly string[]))

export const exDaysJson = (days: readonly string[]): string | null => (days.length === 0 ? null : JSON.stringify(days))

export const exDaysOf = (db: Db, id: string): readonly string[] => parseDays(exDaysOfRow(db, { id })[0]?.exDays ?? null)

const detachedRows = prepared<{ seriesId: string }>()((param) =>
  build
    .selectFrom('activities')
    .select(['id', 'occurrenceOn', 'doneAt'])
    .where('seriesId', '=', param('seriesId'))
    .where(isThere('activities')),
)

/** The occurrences with rows of their own; those that were archived stay taken out of their series. */
export const listDetached = (db: Db, seriesId: string): readonly DetachedOccurrence[] =>
  detachedRows(db, { seriesId }).flatMap(({ id, occurrenceOn, doneAt }) =>
    occurrenceOn === null ? [] : { id, occurrenceOn, doneAt },
  )

const occurrences = prepared<{ seriesId: string }>()((param) =>
  build
    .selectFrom('activities')
    .select(columnsOf('activities', activity))
    .where('seriesId', '=', param('seriesId'))
    .where(isThere('activities'))
    .orderBy('occurrenceOn'),
)

/** Those rows whole, archived ones too, by their days. */
export const listOccurrences = (db: Db, seriesId: string): Activity[] => occurrences(db, { seriesId })

export interface SeriesRow {
  readonly activity: Activity
  readonly exDays: readonly string[]
  readonly recordName: string | null
  readonly ownerName: string | null
  readonly detached: readonly DetachedOccurrence[]
}

/** The most series that are expanded for one answer; beyond it the question is refused, not answered in part. */
export const MAX_SERIES = 5000

/** Series in use whose record is in use, that begin on or before a day; of these owners (empty: of all). */
export const listSeries = (
  db: Db,
  { ownerIds, until, limit }: { readonly ownerIds: readonly (string | null)[]; readonly until: string; readonly limit: number },
): readonly SeriesRow[] => {
  let rows = build
    .selectFrom('activities')
    .leftJoin('users as owner', 'owner.id', 'activities.ownerId')
    .select(columnsOf('activities', activity))
    .select(['activities.exDays', 'owner.name as ownerName', recordName.as('recordName')])
    .where('activities.recurrence', 'is not', null)
    .where('activities.dueOn', '<=', until)
    .where(isActive('activities'))
    .where(isRecordActive)
  if (ownerIds.length > 0) rows = rows.where(isOwnedBy(ownerIds))
  const found = db.all(rows.orderBy('activities.id').limit(limit))
  const detached = detachedOf(
    db,
    found.map(({ id }) => id),
  )
  return found.map(({ exDays, recordName: name, ownerName, ...row }) => ({
    ...{ activity: row, exDays: parseDays(exDays), recordName: name, ownerName, detached: detached.get(row.id) ?? [] },
  }))
}

export const isOwnedBy = (ownerIds: readonly (string | null)[]) => {
  const named = ownerIds.filter((id) => id !== null)
  const nobody = ownerIds.includes(null) ? sql`or activities.ownerId is null` : sql``
  return sql<boolean>`(activities.ownerId in (select value from json_each(${JSON.stringify(named)})) ${nobody})`
}

const detachedOf = (db: Db, ids: readonly string[]): ReadonlyMap<string, readonly DetachedOccurrence[]> => {
  const rows = db.all(
    build
      .selectFrom('activities')
      .select(['id', 'seriesId', 'occurrenceOn', 'doneAt'])
      .where(sql<boolean>`seriesId in (select value from json_each(${JSON.stringify(ids)}))`)
      .where(isThere('activities')),
  )
  const series = new Map<string, DetachedOccurrence[]>()
  for (const { id, seriesId, occurrenceOn, doneAt } of rows) {
    if (seriesId === null || occurrenceOn === null) continue
    const list = series.get(seriesId) ?? []
    list.push({ id, occurrenceOn, doneAt })
    series.set(seriesId, list)
  }
  return series
}
