// The SQL of pipelines and their stages.
import { type Pipeline, pipeline, type Stage, stage } from '#shared/deals/deal.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'

const allPipelines = prepared<Record<never, never>>()(() =>
  build
    .selectFrom('pipelines')
    .select(columnsOf('pipelines', pipeline))
    .where(isActive('pipelines'))
    .orderBy('position')
    .orderBy('id'),
)

export const listPipelines = (db: Db): Pipeline[] => allPipelines(db, {})

const stagesByPipeline = prepared<{ pipelineId: string }>()((param) =>
  build
    .selectFrom('stages')
    .select(columnsOf('stages', stage))
    .where('pipelineId', '=', param('pipelineId'))
    .where(isActive('stages'))
    .orderBy('position')
    .orderBy('id'),
)

/** The stages of a pipeline, in order. */
export const listStages = (db: Db, pipelineId: string): Stage[] => stagesByPipeline(db, { pipelineId })

const stageById = prepared<{ id: string }>()((param) =>
  build.selectFrom('stages').select(columnsOf('stages', stage)).where('id', '=', param('id')).where(isActive('stages')),
)

export const findStage = (db: Db, id: string): Stage | undefined => stageById(db, { id })[0]
