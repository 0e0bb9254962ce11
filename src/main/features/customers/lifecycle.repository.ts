// The SQL of lifecycle stages and of the moves between them.
import { sql } from 'kysely'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { type LifecycleStage, lifecycleStage } from '#shared/customers/lifecycle.ts'
import { build } from '#main/db/builder.ts'
import type { Db, NewRow, RowChanges, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'
import { customerTables } from './customer-rows.ts'

const stages = prepared<Record<never, never>>()(() =>
  build
    .selectFrom('lifecycleStages')
    .select(columnsOf('lifecycleStages', lifecycleStage))
    .where(isActive('lifecycleStages'))
    .orderBy('position')
    .orderBy('id'),
)

/** The stages in use, in their order. */
export const listStages = (db: Db): LifecycleStage[] => stages(db, {})

const anyStage = prepared<Record<never, never>>()(() => build.selectFrom('lifecycleStages').select('id').limit(sql.lit(1)))

/** Whether there ever was a stage, archived ones included. */
export const hasEverHadStages = (db: Db): boolean => anyStage(db, {}).length > 0

const countsIn = (recordType: CustomerType) => {
  const table = customerTables[recordType]
  return prepared<Record<never, never>>()(() =>
    build
      .selectFrom(table)
      .select((the) => ['lifecycleStageId', the.fn.countAll<number>().as('n')])
      .where(sql<boolean>`lifecycleStageId is not null`)
      .where(isActive(table))
      .groupBy('lifecycleStageId'),
  )
}
const counts = { company: countsIn('company'), contact: countsIn('contact') } as const

/** How many records in use stand in each stage. */
export const countByStage = (db: Db, recordType: CustomerType): ReadonlyMap<string, number> =>
  new Map(counts[recordType](db, {}).map(({ lifecycleStageId, n }) => [lifecycleStageId ?? '', n]))

const recordsIn = (recordType: CustomerType) =>
  prepared<{ stageId: string }>()((param) =>
    build.selectFrom(customerTables[recordType]).select('id').where('lifecycleStageId', '=', param('stageId')).orderBy('id'),
  )
const inStage = { company: recordsIn('company'), contact: recordsIn('contact') } as const

/** The records of a stage, archived ones included: none may point at a stage that is gone. */
export const listRecordsIn = (db: Db, recordType: CustomerType, stageId: string): string[] =>
  inStage[recordType](db, { stageId }).map(({ id }) => id)

export const insertStage = (tx: WriteTx, row: NewRow<'lifecycleStages'>): string => tx.insert('lifecycleStages', row)

export const updateStage = (tx: WriteTx, id: string, changes: RowChanges<'lifecycleStages'>): boolean =>
  tx.update('lifecycleStages', id, changes)

export const endStage = (tx: WriteTx, id: string): void => tx.archive('lifecycleStages', id)

export const insertMove = (tx: WriteTx, row: NewRow<'lifecycleMoves'>): string => tx.insert('lifecycleMoves', row)
