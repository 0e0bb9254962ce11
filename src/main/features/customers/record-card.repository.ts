// What the card of a company and that of a person have in common: everything that stands around the record. Each statement reads one
// index by the record's id, so that a card costs the same in a workspace of a million records.
import { sql } from 'kysely'
import { contactPoint } from '#shared/customers/contact-point.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'

const pointColumns = contactPoint.omit({ archivedAt: true, createdAt: true, updatedAt: true })

const pointsByRecord = prepared<{ recordId: string }>()((param) =>
  build
    .selectFrom('contactPoints')
    .select(columnsOf('contactPoints', pointColumns))
    .where('recordId', '=', param('recordId'))
    .where(isActive('contactPoints'))
    .orderBy('kind')
    .orderBy('position')
    .orderBy('id'),
)

const tagsByRecord = prepared<{ recordId: string }>()((param) =>
  build
    .selectFrom('recordTags')
    .innerJoin('tags', 'tags.id', 'recordTags.tagId')
    .select(['tags.id', 'tags.name', 'tags.colour'])
    .where('recordTags.recordId', '=', param('recordId'))
    .where(isActive('recordTags'))
    .where(isActive('tags'))
    .orderBy('tags.sortName')
    .orderBy('tags.id'),
)

const movesByRecord = prepared<{ recordId: string }>()((param) =>
  build
    .selectFrom('lifecycleMoves as move')
    .leftJoin('lifecycleStages as left', 'left.id', 'move.fromStageId')
    .leftJoin('lifecycleStages as entered', 'entered.id', 'move.toStageId')
    .leftJoin('users as by', 'by.id', 'move.byId')
    .select(['move.id', 'left.name as from', 'entered.name as to', 'move.onDay', 'move.note', 'by.name as byName'])
    .where('move.recordId', '=', param('recordId'))
    .where(isActive('move'))
    .orderBy('move.onDay', 'desc')
    .orderBy('move.id', 'desc'),
)

const stageOf = prepared<{ stageId: string }>()((param) =>
  build.selectFrom('lifecycleStages').select(['id', 'name', 'position']).where('id', '=', param('stageId')),
)

const pinnedOf = prepared<{ recordId: string }>()((param) =>
  build
    .selectFrom('activities')
    .leftJoin('users as owner', 'owner.id', 'activities.ownerId')
    .select(['activities.id', 'kind', 'title', 'text', 'happenedAt', 'owner.name as ownerName'])
    .select(sql<string>`pinnedAt`.as('pinnedAt'))
    .where('recordId', '=', param('recordId'))
    .where(sql<boolean>`pinnedAt is not null`)
    .where(isActive('activities'))
    .orderBy('pinnedAt', 'desc')
    .orderBy('activities.id', 'desc'),
)

// The words of the conditions are those of the partial indexes `activitiesLast` and `activitiesNext`.
const hasHappened = sql<boolean>`activities.kind <> 'task' and (activities.dueOn is null or activities.doneAt is not null)`
const shortActivity = [
  'activities.id',
  'activities.kind',
  'activities.title',
  'activities.text',
  'activities.happenedAt',
] as const

const lastOwn = prepared<{ recordId: string }>()((param) =>
  build
    .selectFrom('activities')
    .select(shortActivity)
    .where('activities.recordId', '=', param('recordId'))
    .where(hasHappened)
    .where(isActive('activities'))
    .orderBy('activities.happenedAt', 'desc')
    .limit(sql.lit(1)),
)

const lastLinked = prepared<{ recordId: string }>()((param) =>
  build
    .selectFrom('activityLinks as link')
    .innerJoin('activities', 'activities.id', 'link.activityId')
    .select(shortActivity)
    .where('link.recordId', '=', param('recordId'))
    .where(isActive('link'))
    .where(hasHappened)
    .where(isActive('activities'))
    .orderBy('activities.happenedAt', 'desc')
    .limit(sql.lit(1)),
)

const nextTaskOf = prepared<{ recordId: string }>()((param) =>
  build
    .selectFrom('activities')
    .select(['id', 'title', 'dueOn', 'dueTime'])
    .where('recordId', '=', param('recordId'))
    .where(sql<boolean>`kind = 'task' and doneAt is null`)
    .where(isActive('activities'))
    .orderBy(sql`dueOn is null`)
    .orderBy('dueOn')
    .orderBy('dueTime')
    .orderBy('id')
    .limit(sql.lit(1)),
)

const favouriteOf = prepared<{ recordId: string; userId: string }>()((param) =>
  build
    .selectFrom('favourites')
    .select('id')
    .where('recordId', '=', param('recordId'))
    .where('userId', '=', param('userId'))
    .where(isActive('favourites')),
)

export interface CardOf {
  readonly id: string
  readonly stageId: string | null
  readonly userId: string | null
}

/** The common part of a card. */
export const findRecordCard = (db: Db, { id, stageId, userId }: CardOf) => {
  const recordId = id
  return {
    stage: stageId === null ? null : (stageOf(db, { stageId })[0] ?? null),
    moves: movesByRecord(db, { recordId }),
    tags: tagsByRecord(db, { recordId }),
    points: pointsByRecord(db, { recordId }),
    lastActivity: lastOf(db, recordId),
    nextTask: nextTaskOf(db, { recordId })[0] ?? null,
    isFavourite: userId !== null && favouriteOf(db, { recordId, userId }).length > 0,
    pinned: pinnedOf(db, { recordId }),
  }
}

const lastOf = (db: Db, recordId: string) => {
  const [own] = lastOwn(db, { recordId })
  const [linked] = lastLinked(db, { recordId })
  if (!own || !linked) return own ?? linked ?? null
  return own.happenedAt >= linked.happenedAt ? own : linked
}
