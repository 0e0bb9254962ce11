// The SQL of activities: one at a time, a record's timeline, and the open tasks.
import { sql } from 'kysely'
import type { z } from 'zod'
import type { activitiesContract } from '#shared/activities/activities.contract.ts'
import { type Activity, activity } from '#shared/activities/activity.ts'
import type { RecordType } from '#shared/base/fields.ts'
import { build } from '#main/db/builder.ts'
import type { Db, NewRow, RowChanges, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isThere } from '#main/db/selection.ts'
import { isRecordActive, recordName } from '#main/records/record-state.ts'

const activityById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('activities')
    .select(columnsOf('activities', activity))
    .where('id', '=', param('id'))
    .where(isThere('activities')),
)

export const findActivity = (db: Db, id: string): Activity | undefined => activityById(db, { id })[0]

type Timeline = z.output<typeof activitiesContract.timeline.input>

/**
 * A record's activities, newest first. To a company belong those of its deals and tickets too, to a contact likewise; archived deals and
 * tickets are left out with what stands on them.
 */
export const listTimeline = (db: Db, { recordType, recordId, kinds, before, limit }: Timeline) => {
  let timeline = build
    .selectFrom('activities')
    .leftJoin('users as owner', 'owner.id', 'activities.ownerId')
    .select(columnsOf('activities', activity))
    .select(['owner.name as ownerName', recordName.as('recordName')])
    .where('activities.recordId', 'in', recordsOf(recordType, recordId))
    .where(isActive('activities'))
  if (kinds.length > 0) timeline = timeline.where('activities.kind', 'in', kinds)
  if (before !== null)
    timeline = timeline.where(sql<boolean>`(activities.happenedAt, activities.id) < (${before.at}, ${before.id})`)
  return db
    .all(timeline.orderBy('activities.happenedAt', 'desc').orderBy('activities.id', 'desc').limit(limit))
    .map((row) => ({ ...row, recordName: row.recordName ?? '' }))
}

const recordsOf = (recordType: RecordType, recordId: string) => {
  if (recordType === 'deal' || recordType === 'ticket') return sql<string>`(${recordId})`
  const column = recordType === 'company' ? 'companyId' : 'contactId'
  return build
    .selectFrom('deals')
    .select('id')
    .where(column, '=', recordId)
    .where(isActive('deals'))
    .unionAll(build.selectFrom('tickets').select('id').where(column, '=', recordId).where(isActive('tickets')))
    .unionAll(build.selectNoFrom(sql<string>`${recordId}`.as('id')))
}

type Tasks = z.output<typeof activitiesContract.tasks.input>

/**
 * Open tasks of records in use, by due day; on one day those with a time come first. Undated ones are last, and left out when asked
 * `until` a day.
 */
export const listTasks = (db: Db, { ownerId, until, limit }: Tasks) => {
  let tasks = build
    .selectFrom('activities')
    .select(columnsOf('activities', activity))
    .select(recordName.as('recordName'))
    .where('kind', '=', 'task')
    .where('doneAt', 'is', null)
    .where(isActive('activities'))
    .where(isRecordActive)
  if (ownerId !== null) tasks = tasks.where('ownerId', '=', ownerId)
  if (until !== null) tasks = tasks.where('dueOn', '<=', until)
  return db
    .all(
      tasks
        .orderBy(sql`dueOn is null`)
        .orderBy('dueOn')
        .orderBy(sql`dueTime is null`)
        .orderBy('dueTime')
        .orderBy('id')
        .limit(limit),
    )
    .map(({ recordName, ...task }) => ({ ...task, record: { id: task.recordId, name: recordName ?? '' } }))
}

export const insertActivity = (tx: WriteTx, row: NewRow<'activities'>): string => tx.insert('activities', row)

export const updateActivity = (tx: WriteTx, id: string, changes: RowChanges<'activities'>): boolean =>
  tx.update('activities', id, changes)
