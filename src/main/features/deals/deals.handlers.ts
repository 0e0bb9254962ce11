// What each procedure of deals does: fetch, apply the rules in shared/deals, save.
import { AppError } from '#shared/base/app-error.ts'
import { dayInZone } from '#shared/base/day.ts'
import type { Deal, Stage } from '#shared/deals/deal.ts'
import { firstStageOf, moveToStage } from '#shared/deals/pipeline.ts'
import type { Db } from '#main/db/database.ts'
import { requireReferences } from '#main/db/references.ts'
import type { Handlers, MutationContext } from '#main/rpc/handlers.ts'
import { boardOf, requirePipeline } from './board.ts'
import { listColumn, listDealsOf } from './deal-cards.repository.ts'
import { findDeal, findDealCard, insertDeal, updateDeal } from './deals.repository.ts'
import { moveDeal, placeOfNew, requireLossReason } from './move-deal.ts'
import { findStage, listPipelines, listStages } from './pipelines.repository.ts'

export const dealsHandlers: Handlers['deals'] = {
  pipelines: ({ db }) => listPipelines(db).map((pipeline) => ({ ...pipeline, stages: listStages(db, pipeline.id) })),

  board: ({ db }, question) => boardOf(db, question),

  column: ({ db }, { stageId, ownerId, after, limit }) => listColumn(db, { stageId, ownerId }, after, limit),

  ofRecord: ({ db }, { recordType, recordId }) => listDealsOf(db, recordType === 'company' ? 'companyId' : 'contactId', recordId),

  get: ({ db }, { id }) => ({ ...requireDeal(db, id), ...findDealCard(db, id) }),

  create: (context, { stageId, ...fields }) => {
    const { tx, newId } = context
    requireDealReferences(tx, fields)
    const stage = stageId ? requireStage(tx, stageId) : requireFirstStage(tx, requirePipeline(tx, null).id, null)
    const unmoved = { status: 'open', closedOn: null, lossReason: null } as const
    requireLossReason(unmoved, stage, null)

    const id = newId()
    insertDeal(tx, {
      ...fields,
      ...moveToStage(unmoved, stage, { today: todayOf(context), lossReason: null }),
      id,
      currency: fields.currency ?? context.run('settings.get', {}).currency,
      position: placeOfNew(tx, id, { stageId: stage.id, seed: newId() }),
    })
    return requireDeal(tx, id)
  },

  update: ({ tx }, { id, ...changes }) => {
    requireActiveDeal(tx, id)
    requireDealReferences(tx, changes)
    updateDeal(tx, id, changes)
    return requireDeal(tx, id)
  },

  move: (context, { id, stageId, beforeId, lossReason }) =>
    moveTo(context, requireActiveDeal(context.tx, id), requireStage(context.tx, stageId), { beforeId, lossReason }),

  win: (context, { id }) => {
    const deal = requireActiveDeal(context.tx, id)
    if (deal.status === 'won') return deal
    return moveTo(context, deal, requireFirstStage(context.tx, deal.pipelineId, 'won'), { beforeId: null, lossReason: null })
  },

  lose: (context, { id, lossReason }) => {
    const deal = requireActiveDeal(context.tx, id)
    if (deal.status === 'lost') {
      updateDeal(context.tx, id, { lossReason })
      return requireDeal(context.tx, id)
    }
    return moveTo(context, deal, requireFirstStage(context.tx, deal.pipelineId, 'lost'), { beforeId: null, lossReason })
  },

  archive: ({ tx }, { id }) => {
    if (requireDeal(tx, id).archivedAt === null) tx.archive('deals', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    if (requireDeal(tx, id).archivedAt !== null) tx.restore('deals', id)
    return null
  },
}

const moveTo = (
  context: MutationContext,
  deal: Deal,
  stage: Stage,
  wish: { readonly beforeId: string | null; readonly lossReason: string | null },
): Deal => {
  moveDeal(context.tx, deal, { ...wish, stage, today: todayOf(context), seed: context.newId() })
  return requireDeal(context.tx, deal.id)
}

const todayOf = ({ now, run }: MutationContext): string => dayInZone(now(), run('settings.get', {}).timeZone)

const requireDeal = (db: Db, id: string): Deal => {
  const deal = findDeal(db, id)
  if (!deal) throw new AppError('not_found', 'deals.gone', { id })
  return deal
}

const requireActiveDeal = (db: Db, id: string): Deal => {
  const deal = requireDeal(db, id)
  if (deal.archivedAt !== null) throw new AppError('conflict', 'deals.archived', { id })
  return deal
}

const requireStage = (db: Db, id: string): Stage => {
  const stage = findStage(db, id)
  if (!stage) throw new AppError('not_found', 'deals.stageGone', { id })
  return stage
}

const requireFirstStage = (db: Db, pipelineId: string, outcome: Stage['outcome']): Stage => {
  const stage = firstStageOf(listStages(db, pipelineId), outcome)
  if (!stage) throw new AppError('conflict', 'deals.noStage', { pipeline: requirePipeline(db, pipelineId).name })
  return stage
}

type DealReferences = { [Field in 'companyId' | 'contactId' | 'ownerId']?: string | null | undefined }

const requireDealReferences = (db: Db, { companyId, contactId, ownerId }: DealReferences): void =>
  requireReferences(db, [
    { field: 'companyId', table: 'companies', id: companyId },
    { field: 'contactId', table: 'contacts', id: contactId },
    { field: 'ownerId', table: 'users', id: ownerId },
  ])
