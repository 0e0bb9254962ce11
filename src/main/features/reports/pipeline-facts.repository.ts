// The SQL of the pipeline report: deals counted and summed by everything that the report tells apart.
import { sql } from 'kysely'
import type { PipelineFact } from '#shared/reports/pipeline-figures.ts'
import { type Pipeline, pipeline, type Stage, stage } from '#shared/deals/deal.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'

/** Pipelines in order, as the board has them. */
export const listPipelines = (db: Db): Pipeline[] =>
  db.all(
    build
      .selectFrom('pipelines')
      .select(columnsOf('pipelines', pipeline))
      .where(isActive('pipelines'))
      .orderBy('position')
      .orderBy('id'),
  )

/** The stages of a pipeline in order; archived ones too where deals still stand in them, so that no deal is left out. */
export const listReportedStages = (db: Db, pipelineId: string): Stage[] =>
  db.all(
    build
      .selectFrom('stages')
      .select(columnsOf('stages', stage))
      .where('pipelineId', '=', pipelineId)
      .where((the) =>
        the.or([
          isActive('stages'),
          the.exists(
            the.selectFrom('deals').select('deals.id').whereRef('deals.stageId', '=', 'stages.id').where(isActive('deals')),
          ),
        ]),
      )
      .orderBy('position')
      .orderBy('id'),
  )

export interface FactsQuestion {
  readonly stageIds: readonly string[]
  readonly ownerId: string | null
  /** The day the report is of: open deals expected before it are overdue. */
  readonly asOf: string
}

export const sumFacts = (db: Db, { stageIds, ownerId, asOf }: FactsQuestion): PipelineFact[] => {
  const isOverdue = sql<number>`status = 'open' and expectedCloseOn is not null and expectedCloseOn < ${asOf}`
  const facts = build
    .selectFrom('deals')
    .select((the) => [
      'stageId',
      'ownerId',
      'status',
      'currency',
      sql<string | null>`case when status = 'open' and expectedCloseOn >= ${asOf} then substr(expectedCloseOn, 1, 7) end`.as(
        'month',
      ),
      isOverdue.as('isOverdue'),
      the.fn.countAll<number>().as('deals'),
      the.fn.count<number>('amountMinor').as('withAmount'),
      the.fn.coalesce(the.fn.sum<number>('amountMinor'), the.lit(0)).as('amountMinor'),
    ])
    .where('stageId', 'in', stageIds)
    .where(isActive('deals'))
    .groupBy(['stageId', 'ownerId', 'status', 'currency', 'month', 'isOverdue'])
  return db.all(ownerId === null ? facts : facts.where('ownerId', '=', ownerId)).map(({ withAmount, isOverdue, ...fact }) => ({
    ...fact,
    isOverdue: isOverdue === 1,
    withoutAmount: fact.deals - withAmount,
  }))
}

/** Everyone's name, by name; those who have left too, for their deals are still there. */
export const listOwners = (db: Db): { id: string; name: string }[] =>
  db.all(build.selectFrom('users').select(['id', 'name']).orderBy('sortName').orderBy('id'))
