// Moving a customer through the lifecycle, forwards or backwards, on a day that may have passed.
import { AppError } from '#shared/base/app-error.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { requireActiveCustomer } from './customer-rows.ts'
import { enterStage } from './enter-stage.ts'
import { listStages } from './lifecycle.repository.ts'
import { todayOf } from './today.ts'

export const lifecycleHandlers: Handlers['lifecycle'] = {
  move: (context, { recordType, recordId, toStageId, onDay, note }) => {
    const { tx, actor } = context
    const { lifecycleStageId: fromStageId, lifecycleSince: since } = requireActiveCustomer(tx, recordType, recordId)
    const stage = listStages(tx).find(({ id }) => id === toStageId) ?? null
    if (toStageId !== null && stage === null) throw new AppError('not_found', 'customers.stageGone', { id: toStageId })
    if (toStageId === fromStageId) return { stage, since }

    const today = todayOf(context)
    const day = onDay ?? today
    if (day > today) throw refusal('lifecycle_ahead', {})
    if (since !== null && day < since) throw refusal('lifecycle_before_last', { since })
    enterStage(tx, { recordType, recordId, fromStageId, toStageId, onDay: day, note, byId: actor.userId })
    return { stage, since: toStageId === null ? null : day }
  },
}

const refusal = (code: string, params: Readonly<Record<string, string>>): AppError =>
  new AppError('invalid_input', 'errors.invalid_input', {}, { issues: [{ field: 'onDay', code, params }] })
