// The SQL of many deals: the cards and sums of the board, and the deals of a record.
import { type InferResult, sql } from 'kysely'
import { type DealCard, dealCard, type DealRow } from '#shared/deals/deal.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isBehind } from '#main/db/keyset.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, toReference } from '#main/db/selection.ts'

/** A task without a title is told by the beginning of its text. */
const TITLE_LENGTH = 200

const cards = () =>
  build
    .selectFrom('deals')
    .innerJoin('stages', 'stages.id', 'deals.stageId')
    .leftJoin('companies as company', 'company.id', 'deals.companyId')
    .leftJoin('users as owner', 'owner.id', 'deals.ownerId')
    .leftJoin('activities as task', (join) =>
      join.on((the) =>
        the(
          'task.id',
          '=',
          the
            .selectFrom('activities as next')
            .select('next.id')
            .whereRef('next.recordId', '=', 'deals.id')
            .where('next.recordType', '=', 'deal')
            .where('next.kind', '=', 'task')
            .where('next.doneAt', 'is', null)
            .where(isActive('next'))
            .orderBy(sql`next.dueOn is null`)
            .orderBy('next.dueOn')
            .orderBy(sql`next.dueTime is null`)
            .orderBy('next.dueTime')
            .orderBy('next.id')
            .limit(1),
        ),
      ),
    )
    .select(columnsOf('deals', dealCard.omit({ company: true, ownerName: true, nextTask: true })))
    .select([
      'stages.name as stageName',
      'deals.updatedAt',
      'owner.name as ownerName',
      'company.id as companyRowId',
      'company.name as companyName',
      'task.id as taskId',
      'task.dueOn as taskDueOn',
      sql<string | null>`coalesce(task.title, substr(task.text, 1, ${sql.lit(TITLE_LENGTH)}))`.as('taskTitle'),
    ])
    .where(isActive('deals'))

const toRows = (rows: InferResult<ReturnType<typeof cards>>): DealRow[] =>
  rows.map(({ companyRowId, companyName, taskId, taskTitle, taskDueOn, ...deal }) => ({
    ...deal,
    company: toReference(companyRowId, companyName),
    nextTask: taskId === null ? null : { title: taskTitle ?? '', dueOn: taskDueOn },
  }))

export interface Column {
  readonly stageId: string
  readonly ownerId: string | null
}

export interface Place {
  readonly position: string
  readonly id: string
}

const columnOf = ({ stageId, ownerId }: Column, after: Place | null, limit: number) => {
  let column = cards().where('deals.stageId', '=', stageId)
  if (ownerId !== null) column = column.where('deals.ownerId', '=', ownerId)
  if (after !== null) column = column.where(isBehind('deals.position', 'deals.id', { key: after.position, id: after.id }, 'asc'))
  return column.orderBy('deals.position').orderBy('deals.id').limit(limit)
}

const headOfColumn = prepared<{ stageId: string; limit: number }>()((param) =>
  columnOf({ stageId: param('stageId'), ownerId: null }, null, param('limit')),
)

/** The cards of a column behind a place in it (`null`: from its head). */
export const listColumn = (db: Db, column: Column, after: Place | null, limit: number): DealCard[] =>
  toRows(
    column.ownerId === null && after === null
      ? headOfColumn(db, { stageId: column.stageId, limit })
      : db.all(columnOf(column, after, limit)),
  )

/** The deals of a company or contact: open ones first, then the newest change first. */
export const listDealsOf = (db: Db, column: 'companyId' | 'contactId', recordId: string): DealRow[] =>
  toRows(
    db.all(
      cards()
        .where(`deals.${column}`, '=', recordId)
        .orderBy(sql`deals.status <> 'open'`)
        .orderBy('deals.updatedAt', 'desc')
        .orderBy('deals.id'),
    ),
  )

/** Each column's deals by currency: how many, how many without an amount, and the sum of the others. */
export const sumColumns = (db: Db, stageIds: readonly string[], ownerId: string | null) => {
  const sums = build
    .selectFrom('deals')
    .select((the) => [
      'stageId',
      'currency',
      the.fn.countAll<number>().as('count'),
      the.fn.count<number>('amountMinor').as('withAmount'),
      the.fn.coalesce(the.fn.sum<number>('amountMinor'), the.lit(0)).as('amountMinor'),
    ])
    .where('stageId', 'in', stageIds)
    .where(isActive('deals'))
    .groupBy(['stageId', 'currency'])
    .orderBy('currency')
  return db.all(ownerId === null ? sums : sums.where('ownerId', '=', ownerId))
}
