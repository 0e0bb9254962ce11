// A record enters a stage of the lifecycle: its columns say where it stands and since when, a move remembers the way.
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { WriteTx } from '#main/db/database.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { forceCustomer, updateCustomer } from './customer-rows.ts'
import { insertMove } from './lifecycle.repository.ts'
import { todayOf } from './today.ts'

export interface StageMove {
  readonly recordType: CustomerType
  readonly recordId: string
  readonly fromStageId: string | null
  readonly toStageId: string | null
  readonly onDay: string
  readonly note: string | null
  readonly byId: string | null
}

/** Throws if a rule of the office asks for something else at this stage. */
export const enterStage = (tx: WriteTx, move: StageMove): void => {
  updateCustomer(tx, move.recordType, move.recordId, stageColumns(move))
  insertMove(tx, move)
}

/** For a stage that goes: nothing that is said about fields may keep a record in it. */
export const forceStage = (tx: WriteTx, move: StageMove): void => {
  forceCustomer(tx, move.recordType, move.recordId, stageColumns(move))
  insertMove(tx, move)
}

/** The first move of a record that was made in a stage. */
export const beginLifecycle = (context: MutationContext, recordType: CustomerType, recordId: string, toStageId: string): void => {
  const { tx, actor } = context
  insertMove(tx, { recordType, recordId, fromStageId: null, toStageId, onDay: todayOf(context), note: null, byId: actor.userId })
}

const stageColumns = ({ toStageId, onDay }: StageMove) => ({
  lifecycleStageId: toStageId,
  lifecycleSince: toStageId === null ? null : onDay,
})
