// The reports: the database sums up, the rules in shared/reports make the figures.
import { AppError } from '#shared/base/app-error.ts'
import { dayInZone } from '#shared/base/day.ts'
import type { Pipeline } from '#shared/deals/deal.ts'
import { sectionsOf } from '#shared/reports/pipeline-figures.ts'
import type { Db } from '#main/db/database.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { listOwners, listPipelines, listReportedStages, sumFacts } from './pipeline-facts.repository.ts'

export const reportsHandlers: Handlers['reports'] = {
  pipeline: ({ db, run, now, actor }, { pipelineId, ownerId }) => {
    const { workspaceName, timeZone, currency } = run('settings.get', {})
    const pipeline = requirePipeline(db, pipelineId)
    const stages = listReportedStages(db, pipeline.id)
    const asOf = dayInZone(now(), timeZone)
    const facts = sumFacts(db, { stageIds: stages.map(({ id }) => id), ownerId, asOf })
    return {
      ...{ workspaceName, pipelineName: pipeline.name, asOf, preparedBy: actor.name },
      ...sectionsOf(facts, { stages, owners: listOwners(db), homeCurrency: currency }),
    }
  },
}

/** The pipeline asked for, or the first one. */
const requirePipeline = (db: Db, pipelineId: string | null): Pipeline => {
  const pipelines = listPipelines(db)
  const pipeline = pipelineId === null ? pipelines[0] : pipelines.find(({ id }) => id === pipelineId)
  if (pipeline) return pipeline
  throw pipelineId === null ? new AppError('not_found', 'deals.noPipeline') : new AppError('not_found', 'deals.pipelineGone')
}
