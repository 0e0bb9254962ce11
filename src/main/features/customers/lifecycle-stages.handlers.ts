// What each procedure of lifecycle stages does. Stages are few; their order is that of their positions.
import { AppError } from '#shared/base/app-error.ts'
import type { LifecycleStage } from '#shared/customers/lifecycle.ts'
import type { Db } from '#main/db/database.ts'
import { keyBehind, placesOfMove } from '#main/records/reorder.ts'
import { putUsualStages } from '#main/records/usual-stages.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import {
  countByStage,
  endStage,
  hasEverHadStages,
  insertStage,
  listRecordsIn,
  listStages,
  updateStage,
} from './lifecycle.repository.ts'
import { forceStage } from './enter-stage.ts'
import { todayOf } from './today.ts'

export const lifecycleStagesHandlers: Handlers['lifecycleStages'] = {
  list: ({ db }) => {
    const company = countByStage(db, 'company')
    const contact = countByStage(db, 'contact')
    return listStages(db).map((stage) => ({
      ...stage,
      counts: { company: company.get(stage.id) ?? 0, contact: contact.get(stage.id) ?? 0 },
    }))
  },

  create: ({ tx }, { name }) => {
    requireNewName(tx, name, null)
    const position = keyBehind(listStages(tx).at(-1)?.position ?? null)
    return requireStage(tx, insertStage(tx, { name, position }))
  },

  rename: ({ tx }, { id, name }) => {
    requireStage(tx, id)
    requireNewName(tx, name, id)
    updateStage(tx, id, { name })
    return requireStage(tx, id)
  },

  move: ({ tx }, { id, afterId }) => {
    requireStage(tx, id)
    if (afterId === id) return null
    const others = listStages(tx).filter((stage) => stage.id !== id)
    const place = afterId === null ? 0 : others.indexOf(requireStage(tx, afterId, others)) + 1
    for (const { id: movedId, position } of placesOfMove(others, id, place)) updateStage(tx, movedId, { position })
    return null
  },

  archive: (context, { id, targetId }) => {
    const { tx, actor, progress, checkCancelled } = context
    requireStage(tx, id)
    if (targetId !== null) requireStage(tx, targetId)
    if (targetId === id) throw refusal('targetId', 'stage_to_itself')
    const onDay = todayOf(context)
    const records = (['company', 'contact'] as const).flatMap((recordType) =>
      listRecordsIn(tx, recordType, id).map((recordId) => ({ recordType, recordId })),
    )
    for (const [done, { recordType, recordId }] of records.entries()) {
      if (done % 200 === 0) checkCancelled()
      forceStage(tx, { recordType, recordId, fromStageId: id, toStageId: targetId, onDay, note: null, byId: actor.userId })
      progress('move', done + 1, records.length)
    }
    endStage(tx, id)
    return { records: records.length }
  },

  ensure: ({ tx, run }) => (hasEverHadStages(tx) ? { made: 0 } : { made: putUsualStages(tx, run('settings.get', {}).language) }),
}

const requireStage = (db: Db, id: string, among: readonly LifecycleStage[] = listStages(db)): LifecycleStage => {
  const stage = among.find((one) => one.id === id)
  if (!stage) throw new AppError('not_found', 'customers.stageGone', { id })
  return stage
}

const requireNewName = (db: Db, name: string, id: string | null): void => {
  const folded = name.toLowerCase()
  if (listStages(db).some((stage) => stage.id !== id && stage.name.toLowerCase() === folded)) throw refusal('name', 'name_taken')
}

const refusal = (field: string, code: string): AppError =>
  new AppError('invalid_input', 'errors.invalid_input', {}, { issues: [{ field, code, params: {} }] })
