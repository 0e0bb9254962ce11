// Moving a deal: the stage's rule decides its standing, the neighbours its position. One row is written, or none.
import { AppError } from '#shared/base/app-error.ts'
import type { Deal, Stage } from '#shared/deals/deal.ts'
import { moveToStage, needsLossReason } from '#shared/deals/pipeline.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { findDeal, findLastPosition, findPositionAhead, updateDeal } from './deals.repository.ts'
import { positionBetween } from './position.ts'

export interface Move {
  readonly stage: Stage
  /** The deal of that stage before which it is to stand; null: the end of the column. */
  readonly beforeId: string | null
  readonly lossReason: string | null
  readonly today: string
  /** A fresh id, so that two machines never make the same position. */
  readonly seed: string
}

export const moveDeal = (tx: WriteTx, deal: Deal, { stage, beforeId, lossReason, today, seed }: Move): void => {
  requireLossReason(deal, stage, lossReason)
  const standing = moveToStage(deal, stage, { today, lossReason })
  updateDeal(tx, deal.id, { ...standing, position: positionIn(tx, deal, stage.id, beforeId, seed) })
}

/** Throws `invalid_input` with the field at fault if the stage asks for a reason and none is given. */
export const requireLossReason = (deal: Pick<Deal, 'status'>, stage: Stage, lossReason: string | null): void => {
  if (!needsLossReason(deal, stage, lossReason)) return
  const issues = [{ field: 'lossReason', code: 'loss_reason', params: {} }]
  throw new AppError('invalid_input', 'deals.lossReasonNeeded', {}, { issues })
}

const positionIn = (db: Db, deal: Deal, stageId: string, beforeId: string | null, seed: string): string => {
  if (beforeId === deal.id && deal.stageId === stageId) return deal.position
  const behind = beforeId === null ? null : requireNeighbour(db, beforeId, stageId).position
  const ahead = behind === null ? findLastPosition(db, stageId, deal.id) : findPositionAhead(db, stageId, behind, deal.id)
  const standsThere =
    deal.stageId === stageId && (ahead === null || deal.position > ahead) && (behind === null || deal.position < behind)
  return standsThere ? deal.position : positionBetween(ahead, behind, seed)
}

const requireNeighbour = (db: Db, id: string, stageId: string): Deal => {
  const neighbour = findDeal(db, id)
  if (!neighbour || neighbour.stageId !== stageId || neighbour.archivedAt !== null) {
    throw new AppError('conflict', 'deals.neighbourMoved', { id })
  }
  return neighbour
}
