// The SQL of importing: what is there already, read once before the rows, so that no row asks again; and the writing of what comes in.
import { sql } from 'kysely'
import type { Stage } from '#shared/deals/deal.ts'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

export const listPeople = (db: Db): Named[] => db.all(build.selectFrom('users').select(['id', 'name']).where(isActive('users')))

export const listTagNames = (db: Db): Named[] => db.all(build.selectFrom('tags').select(['id', 'name']).where(isActive('tags')))

/** The contents that attachments in use name. */
export const listKeptHashes = (db: Db): string[] =>
  db.all(build.selectFrom('attachments').select('hash').distinct().where(isActive('attachments'))).map(({ hash }) => hash)

export const listLifecycleNames = (db: Db): Named[] =>
  db.all(build.selectFrom('lifecycleStages').select(['id', 'name']).where(isActive('lifecycleStages')))

/** The pipeline asked for, or the first; undefined if it is gone or there is none. */
export const findPipelineId = (db: Db, pipelineId: string | null): string | undefined => {
  const pipelines = db.all(
    build.selectFrom('pipelines').select('id').where(isActive('pipelines')).orderBy('position').orderBy('id'),
  )
  return pipelineId === null ? pipelines[0]?.id : pipelines.find(({ id }) => id === pipelineId)?.id
}

/** The stages of a pipeline, in order. */
export const listStages = (db: Db, pipelineId: string): Stage[] =>
  db.all(
    build
      .selectFrom('stages')
      .select(['id', 'pipelineId', 'name', 'position', 'probability', 'outcome'])
      .where('pipelineId', '=', pipelineId)
      .where(isActive('stages'))
      .orderBy('position')
      .orderBy('id'),
  )

export const listTicketStatuses = (db: Db): (Named & { readonly clock: 'runs' | 'pauses' | 'stops' })[] =>
  db.all(
    build
      .selectFrom('ticketStatuses')
      .select(['id', 'name', 'clock'])
      .where(isActive('ticketStatuses'))
      .orderBy('position')
      .orderBy('id'),
  )

/** The last position in use in each stage, archived deals included. */
export const lastPositions = (db: Db): ReadonlyMap<string, string> => {
  const rows = db.all(
    compileSql(
      sql<{ stageId: string; position: string }>`
        select stageId, max(position) as position from ${sql.table('deals')} group by stageId`,
    ),
  )
  return new Map(rows.map(({ stageId, position }) => [stageId, position]))
}
