// The SQL of a timeline's activities: those of the record, those linked to it, and those of its deals, tickets and orders.
import { sql, type SqlBool } from 'kysely'
import { type Activity, activity, type ActivityKind } from '#shared/activities/activity.ts'
import type { RecordType } from '#shared/base/fields.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'
import { recordName } from '#main/records/record-state.ts'
import { isBehind, type Page } from './place.ts'

export interface TimelineRecord {
  readonly recordType: RecordType
  readonly recordId: string
}

export interface ActivityRow {
  readonly activity: Activity
  readonly recordName: string | null
  readonly ownerName: string | null
  readonly files: number
}

export const PREFIX = 'activity'

/** The deals, tickets and orders whose activities belong to a company or contact; archived ones are left out with what stands on them. */
const childrenOf = ({ recordType, recordId }: TimelineRecord) => {
  const column = recordType === 'company' ? 'companyId' : 'contactId'
  return build
    .selectFrom('deals')
    .select('id')
    .where(column, '=', recordId)
    .where(isActive('deals'))
    .unionAll(build.selectFrom('tickets').select('id').where(column, '=', recordId).where(isActive('tickets')))
    .unionAll(build.selectFrom('orders').select('id').where(column, '=', recordId).where(isActive('orders')))
}

const hasChildren = ({ recordType }: TimelineRecord): boolean => recordType === 'company' || recordType === 'contact'

const linkedTo = ({ recordId }: TimelineRecord) =>
  build.selectFrom('activityLinks').select('activityId').where('recordId', '=', recordId).where(isActive('activityLinks'))

/** Asked one by one: each then goes along an index, newest first, and stops at the page's end. */
const conditionsOf = (record: TimelineRecord) => [
  sql<SqlBool>`activities.recordId = ${record.recordId}`,
  sql<SqlBool>`activities.id in ${linkedTo(record)}`,
  ...(hasChildren(record) ? [sql<SqlBool>`activities.recordId in ${childrenOf(record)}`] : []),
]

export const listActivities = (
  db: Db,
  record: TimelineRecord,
  { kinds, ...page }: Page & { readonly kinds: readonly ActivityKind[] },
): readonly ActivityRow[] =>
  conditionsOf(record).flatMap((condition) => {
    let rows = build
      .selectFrom('activities')
      .leftJoin('users as owner', 'owner.id', 'activities.ownerId')
      .select(columnsOf('activities', activity))
      .select([
        'owner.name as ownerName',
        recordName.as('recordName'),
        sql<number>`(select count(*) from attachments where attachments.activityId = activities.id and attachments.archivedAt is null)`.as(
          'files',
        ),
      ])
      .where(condition)
      .where(isActive('activities'))
      .where(isBehind('activities', 'happenedAt', PREFIX, page.before))
    if (kinds.length > 0) rows = rows.where('activities.kind', 'in', kinds)
    return db
      .all(rows.orderBy('activities.happenedAt', 'desc').orderBy('activities.id', 'desc').limit(page.limit))
      .map(({ recordName: name, ownerName, files, ...row }) => ({ activity: row, recordName: name, ownerName, files }))
  })

export const countActivities = (db: Db, record: TimelineRecord): ReadonlyMap<ActivityKind, number> => {
  const all = sql<SqlBool>`(${sql.join(conditionsOf(record), sql` or `)})`
  const rows = db.all(
    build
      .selectFrom('activities')
      .select(['kind', sql<number>`count(*)`.as('count')])
      .where(all)
      .where(isActive('activities'))
      .groupBy('kind'),
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}
