// The SQL of what is planned: single tasks, calls and meetings by their days, and the open ones as a list.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { type Activity, activity } from '#shared/activities/activity.ts'
import type { TaskBucket } from '#shared/activities/calendar-entry.ts'
import type { Cursor } from '#shared/base/fields.ts'
import { MAX_PERIOD_DAYS } from '#shared/calendar/period.ts'
import { addDays } from '#shared/calendar/days.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'
import { isRecordActive, recordName } from '#main/records/record-state.ts'
import { isOwnedBy } from './series.repository.ts'

export interface PlannedRow {
  readonly activity: Activity
  readonly recordName: string | null
  readonly ownerName: string | null
}

const withNames = () =>
  build
    .selectFrom('activities')
    .leftJoin('users as owner', 'owner.id', 'activities.ownerId')
    .select(columnsOf('activities', activity))
    .select(['owner.name as ownerName', recordName.as('recordName')])

const asPlanned = ({ recordName: name, ownerName, ...row }: Activity & Omit<PlannedRow, 'activity'>): PlannedRow => ({
  ...{ activity: row, recordName: name, ownerName },
})

const plannedById = prepared<{ id: string }>()((param) =>
  withNames().where('activities.id', '=', param('id')).where(isActive('activities')),
)

export const findPlanned = (db: Db, id: string): PlannedRow | undefined => plannedById(db, { id }).map(asPlanned)[0]

interface Days {
  readonly from: string
  readonly to: string
  readonly ownerIds: readonly (string | null)[]
  readonly limit: number
}

/** What does not repeat and touches these days, by begin; open and done. */
export const listPlanned = (db: Db, { from, to, ownerIds, limit }: Days): readonly PlannedRow[] => {
  let rows = withNames()
    .where('activities.recurrence', 'is', null)
    .where(isActive('activities'))
    .where(isRecordActive)
    .where('activities.dueOn', '<=', to)
    .where('activities.dueOn', '>=', addDays(from, -MAX_PERIOD_DAYS - 1))
    .where(
      sql<SqlBool>`(activities.dueOn >= ${from} or activities.endsOn >= ${from} or (activities.dueTime is not null
        and date(activities.dueOn || ' ' || activities.dueTime, '+' || coalesce(activities.durationMinutes, 0) || ' minutes') >= ${from}))`,
    )
  if (ownerIds.length > 0) rows = rows.where(isOwnedBy(ownerIds))
  return db
    .all(
      rows
        .orderBy('activities.dueOn')
        .orderBy(sql`activities.dueTime is not null`)
        .orderBy('activities.dueTime')
        .orderBy('activities.id')
        .limit(limit),
    )
    .map(asPlanned)
}

/** What open tasks are listed by: the day, then those with a time before those without; undated ones behind all. */
export const taskKeyOf = (dueOn: string | null, dueTime: string | null): string => `${dueOn ?? '~'} ${dueTime ?? '~'}`

const taskKey = sql<string>`coalesce(activities.dueOn, '~') || ' ' || coalesce(activities.dueTime, '~')`

export interface TaskQuestion {
  readonly ownerId: string | null
  readonly record: { readonly type: Activity['recordType']; readonly id: string } | null
  readonly buckets: readonly TaskBucket[]
  readonly until: string | null
  readonly today: string
  /** Their own are not shown to others. */
  readonly userId: string | null
}

/** Open tasks, and planned calls, for they are to be made as well. */
const isToDo = sql<SqlBool>`activities.doneAt is null and (activities.kind = 'task' or (activities.kind = 'call' and activities.dueOn is not null))`

const bucketConditions = (today: string): Readonly<Record<TaskBucket, RawBuilder<SqlBool>>> => ({
  overdue: sql<SqlBool>`activities.dueOn < ${today}`,
  today: sql<SqlBool>`activities.dueOn = ${today}`,
  upcoming: sql<SqlBool>`activities.dueOn > ${today}`,
  undated: sql<SqlBool>`activities.dueOn is null`,
})

const conditionsOf = ({ ownerId, record, buckets, until, today, userId }: TaskQuestion): readonly RawBuilder<SqlBool>[] => {
  const conditions = [isToDo, sql<SqlBool>`(activities.recordType <> 'user' or activities.recordId is ${userId})`]
  if (ownerId !== null) conditions.push(sql<SqlBool>`activities.ownerId = ${ownerId}`)
  if (record !== null) conditions.push(sql<SqlBool>`activities.recordId = ${record.id}`)
  if (until !== null) conditions.push(sql<SqlBool>`activities.dueOn <= ${until}`)
  const asked = bucketConditions(today)
  if (buckets.length > 0)
    conditions.push(
      sql<SqlBool>`(${sql.join(
        buckets.map((bucket) => asked[bucket]),
        sql` or `,
      )})`,
    )
  return conditions
}

/** A page of those that do not repeat: dated ones, then those without a day. Each part goes along an index and stops at the page's end. */
export const listTasks = (
  db: Db,
  question: TaskQuestion,
  { after, limit }: { readonly after: Cursor | null; readonly limit: number },
): readonly PlannedRow[] => {
  const [day = ''] = String(after?.key ?? '').split(' ')
  const dated =
    day === '~' ? [] : listPart(db, question, { after, limit, from: sql<SqlBool>`activities.dueOn >= ${day}`, order: byDay })
  if (dated.length === limit) return dated
  const rest = { after: day === '~' ? after : null, limit: limit - dated.length, order: byId }
  return [
    ...dated,
    ...listPart(db, question, { ...rest, from: sql<SqlBool>`activities.kind = 'task' and activities.dueOn is null` }),
  ]
}

interface Part {
  readonly after: Cursor | null
  readonly limit: number
  readonly from: RawBuilder<SqlBool>
  readonly order: readonly RawBuilder<unknown>[]
}

const listPart = (db: Db, question: TaskQuestion, { after, limit, from, order }: Part): readonly PlannedRow[] => {
  // The page is found first and filled then: names are looked up for its rows only.
  let page = build
    .selectFrom('activities')
    .select('activities.no')
    .where(from)
    .where('activities.recurrence', 'is', null)
    .where(isActive('activities'))
    .where(isRecordActive)
  for (const condition of conditionsOf(question)) page = page.where(condition)
  if (after !== null) page = page.where(sql<SqlBool>`(${taskKey}, activities.id) > (${after.key}, ${after.id})`)
  for (const by of order) page = page.orderBy(by)
  let rows = withNames().where('activities.no', 'in', page.limit(limit))
  for (const by of order) rows = rows.orderBy(by)
  return db.all(rows).map(asPlanned)
}

/** The order of the keys, said so that an index gives its first part. */
const byDay = [sql`activities.dueOn`, sql`activities.dueTime is null`, sql`activities.dueTime`, sql`activities.id`]
const byId = [sql`activities.id`]

/** How many there are by bucket, of those that do not repeat. */
export const countTasks = (db: Db, question: TaskQuestion): Readonly<Record<TaskBucket, number>> => {
  let rows = build
    .selectFrom('activities')
    .select([
      sql<number>`count(*) filter (where dueOn < ${question.today})`.as('overdue'),
      sql<number>`count(*) filter (where dueOn = ${question.today})`.as('today'),
      sql<number>`count(*) filter (where dueOn > ${question.today})`.as('upcoming'),
      sql<number>`count(*) filter (where dueOn is null)`.as('undated'),
    ])
    .where('recurrence', 'is', null)
    .where(isActive('activities'))
    .where(isRecordActive)
  for (const condition of conditionsOf(question)) rows = rows.where(condition)
  return db.get(rows) ?? { overdue: 0, today: 0, upcoming: 0, undated: 0 }
}
