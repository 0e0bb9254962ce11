// The board: one column a stage, each with its exact figures and its first cards.
import { AppError } from '#shared/base/app-error.ts'
import type { BoardColumn, Pipeline, Stage } from '#shared/deals/deal.ts'
import { weightedAmount } from '#shared/deals/pipeline.ts'
import type { Db } from '#main/db/database.ts'
import { listColumn, sumColumns } from './deal-cards.repository.ts'
import { listPipelines, listStages } from './pipelines.repository.ts'

export interface BoardQuestion {
  readonly pipelineId: string | null
  readonly ownerId: string | null
  /** Cards sent for each column. */
  readonly cards: number
}

export const boardOf = (
  db: Db,
  { pipelineId, ownerId, cards }: BoardQuestion,
): { pipeline: Pipeline; columns: BoardColumn[] } => {
  const pipeline = requirePipeline(db, pipelineId)
  const stages = listStages(db, pipeline.id)
  const sums = sumColumns(
    db,
    stages.map(({ id }) => id),
    ownerId,
  )
  return {
    pipeline,
    columns: stages.map((stage) => ({
      stage,
      ...figuresOf(
        stage,
        sums.filter(({ stageId }) => stageId === stage.id),
      ),
      cards: cards === 0 ? [] : listColumn(db, { stageId: stage.id, ownerId }, null, cards),
    })),
  }
}

const figuresOf = (stage: Stage, sums: ReturnType<typeof sumColumns>): Pick<BoardColumn, 'count' | 'withoutAmount' | 'sums'> => ({
  count: sums.reduce((total, { count }) => total + count, 0),
  withoutAmount: sums.reduce((total, { count, withAmount }) => total + count - withAmount, 0),
  sums: sums
    .filter(({ withAmount }) => withAmount > 0)
    .map(({ currency, amountMinor }) => ({
      currency,
      amountMinor,
      weightedMinor: weightedAmount(amountMinor, stage.probability),
    })),
})

/** The pipeline asked for, or the first one. */
export const requirePipeline = (db: Db, pipelineId: string | null): Pipeline => {
  const pipelines = listPipelines(db)
  if (pipelineId === null) {
    const [first] = pipelines
    if (!first) throw new AppError('not_found', 'deals.noPipeline')
    return first
  }
  const pipeline = pipelines.find(({ id }) => id === pipelineId)
  if (!pipeline) throw new AppError('not_found', 'deals.pipelineGone', { id: pipelineId })
  return pipeline
}
