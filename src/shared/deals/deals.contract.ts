// What can be asked about pipelines and deals.
import { z } from 'zod'
import { id, line, recordType, reference } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { boardColumn, deal, dealCard, dealChanges, dealRow, newDeal, pipeline, stage } from './deal.ts'

const view = { needs: 'deals.view' } as const
const edit = { needs: 'deals.edit' } as const

export const dealsContract = {
  pipelines: query(z.object({}), z.array(pipeline.extend({ stages: z.array(stage) })), view),
  /** One column a stage, in order, each with its exact count and sums and its first cards. */
  board: query(
    z.object({
      pipelineId: id.nullable().default(null),
      ownerId: id.nullable().default(null),
      cards: z.int().min(0).max(200).default(50),
    }),
    z.object({ pipeline, columns: z.array(boardColumn) }),
    view,
  ),
  /** More cards of one column: those behind the given position. */
  column: query(
    z.object({
      stageId: id,
      ownerId: id.nullable().default(null),
      after: z.object({ position: z.string(), id }).nullable(),
      limit: z.int().min(1).max(1000),
    }),
    z.array(dealCard),
    view,
  ),
  /** The deals of a company or contact, open ones first. */
  ofRecord: query(z.object({ recordType: recordType.extract(['company', 'contact']), recordId: id }), z.array(dealRow), view),
  get: query(
    z.object({ id }),
    deal.extend({
      company: reference.nullable(),
      contact: reference.nullable(),
      ownerName: z.string().nullable(),
      stage,
      pipelineName: z.string(),
    }),
    view,
  ),
  create: mutation(newDeal, deal, edit),
  update: mutation(dealChanges, deal, edit),
  /** Moves a deal to a stage, before the given deal of it (`null`: to the end). A lost stage asks for a reason. */
  move: mutation(
    z.object({ id, stageId: id, beforeId: id.nullable().default(null), lossReason: line(500).nullable().default(null) }),
    deal,
    edit,
  ),
  win: mutation(z.object({ id }), deal, edit),
  lose: mutation(z.object({ id, lossReason: line(500).min(1) }), deal, edit),
  archive: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
}
