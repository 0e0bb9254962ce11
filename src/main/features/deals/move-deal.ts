// Moving a deal: the stage's rule decides its standing, the neighbours its position. One row is written, or none; where many were moved into
// one gap, those of the neighbours, too, that stand too close to one another.
import { AppError } from '#shared/base/app-error.ts'
import type { Deal, Stage } from '#shared/deals/deal.ts'
import { moveToStage, needsLossReason } from '#shared/deals/pipeline.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { isLongKey, roomAt } from '#main/records/reorder.ts'
import { findDeal, findLastPosition, findPositionAhead, listPlaces, updateDeal } from './deals.repository.ts'
import { apart, positionBetween } from './position.ts'

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
  updateDeal(tx, deal.id, { ...standing, position: placeIn(tx, deal, { stageId: stage.id, beforeId, seed }) })
}

/** Throws `invalid_input` with the field at fault if the stage asks for a reason and none is given. */
export const requireLossReason = (deal: Pick<Deal, 'status'>, stage: Stage, lossReason: string | null): void => {
  if (!needsLossReason(deal, stage, lossReason)) return
  const issues = [{ field: 'lossReason', code: 'loss_reason', params: {} }]
  throw new AppError('invalid_input', 'deals.lossReasonNeeded', {}, { issues })
}

interface Wish {
  readonly stageId: string
  readonly beforeId: string | null
  readonly seed: string
}

/** The key of the place that a card is to have. */
const placeIn = (tx: WriteTx, deal: Deal, { stageId, beforeId, seed }: Wish): string => {
  if (beforeId === deal.id && deal.stageId === stageId) return deal.position
  const behind = beforeId === null ? null : requireNeighbour(tx, beforeId, stageId).position
  const ahead = behind === null ? findLastPosition(tx, stageId, deal.id) : findPositionAhead(tx, stageId, behind, deal.id)
  const standsThere =
    deal.stageId === stageId && (ahead === null || deal.position > ahead) && (behind === null || deal.position < behind)
  if (standsThere) return deal.position
  return placeBetween(tx, deal.id, { stageId, ahead, behind, seed })
}

/** The key of a new card at the end of a column. */
export const placeOfNew = (tx: WriteTx, id: string, { stageId, seed }: Omit<Wish, 'beforeId'>): string =>
  placeBetween(tx, id, { stageId, seed, ahead: findLastPosition(tx, stageId, id), behind: null })

interface Gap extends Omit<Wish, 'beforeId'> {
  readonly ahead: string | null
  readonly behind: string | null
}

const placeBetween = (tx: WriteTx, id: string, { stageId, ahead, behind, seed }: Gap): string => {
  const position = positionBetween(ahead, behind, seed)
  return position === null || isLongKey(position) ? makeRoom(tx, id, { stageId, behind, seed }) : position
}

/**
 * Gives the cards around a gap shorter keys, in the order that they have, and answers one for the gap. To the log these are moves like any
 * other: they count as changes of those deals, and keep one in use that another machine archives meanwhile. A deal's stage and place are one
 * value, so where another machine moves such a card meanwhile, the later of the two holds: a move to another stage that does not is shown
 * among the conflicts, a move within the column is not. Where two machines do this at once, some cards may stand otherwise than either left
 * them, on both alike; `seed` keeps the two moved ones apart. Archived cards keep their keys, and come back somewhere in between.
 */
const makeRoom = (tx: WriteTx, dealId: string, { stageId, behind, seed }: Omit<Gap, 'ahead'>): string => {
  const column = listPlaces(tx, stageId, dealId)
  const at = behind === null ? column.length : column.findIndex(({ position }) => position >= behind)
  const room = roomAt(column, at)
  for (const { id, position } of room.others) tx.update('deals', id, { position })
  return apart(room.key, room.behind, seed)
}

const requireNeighbour = (db: Db, id: string, stageId: string): Deal => {
  const neighbour = findDeal(db, id)
  if (!neighbour || neighbour.stageId !== stageId || neighbour.archivedAt !== null) {
    throw new AppError('conflict', 'deals.neighbourMoved', { id })
  }
  return neighbour
}
