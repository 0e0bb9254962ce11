// What each procedure of the public pool does. Whoever works with a customer keeps it; the others come back for anyone to claim.
import { AppError } from '#shared/base/app-error.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { Handlers, MutationContext } from '#main/rpc/handlers.ts'
import { customerTables, forceCustomer, requireActiveCustomer } from './customer-rows.ts'
import { countHeldBy, findLastRun, listIdle } from './pool.repository.ts'
import { todayOf } from './today.ts'

const DAY = 86_400_000

export const poolHandlers: Handlers['pool'] = {
  settings: ({ run }) => run('settings.get', {}).pool,

  configure: ({ run }, pool) => run('settings.update', { pool }).pool,

  holding: ({ db, actor, run }) => ({
    company: actor.userId === null ? 0 : countHeldBy(db, 'company', actor.userId),
    contact: actor.userId === null ? 0 : countHeldBy(db, 'contact', actor.userId),
    cap: run('settings.get', {}).pool.cap,
  }),

  claim: ({ tx, actor, run }, { recordType, recordId }) => {
    const { cap } = requirePool(run)
    if (actor.userId === null) throw new AppError('forbidden', 'errors.forbidden')
    if (requireActiveCustomer(tx, recordType, recordId).pooledAt === null) throw new AppError('conflict', 'customers.notPooled')
    const held = countHeldBy(tx, recordType, actor.userId)
    if (cap !== null && held >= cap) throw new AppError('conflict', 'customers.poolCap', { held, cap })
    forceCustomer(tx, recordType, recordId, { pooledAt: null, ownerId: actor.userId })
    return null
  },

  release: ({ tx, run }, { recordType, recordId }) => {
    requirePool(run)
    const { pooledAt } = requireActiveCustomer(tx, recordType, recordId)
    if (pooledAt !== null) return { pooledAt }
    forceCustomer(tx, recordType, recordId, { pooledAt: tx.at, ownerId: null })
    return { pooledAt: tx.at }
  },

  recycle: (context, { isDaily }) => {
    const { tx, run } = context
    const { isOn, idleDays } = run('settings.get', {}).pool
    const today = todayOf(context)
    if (!isOn || (isDaily && findLastRun(tx) === today)) return { companies: 0, contacts: 0 }
    tx.keep({ userId: '', scope: 'pool', key: 'recycledOn' }, today)
    const before = new Date(Date.parse(tx.at) - idleDays * DAY).toISOString()
    return { companies: recycle(context, 'company', before), contacts: recycle(context, 'contact', before) }
  },
}

/** Puts what lay idle since `before` into the pool. Who got a customer later than that has not had the time yet. */
const recycle = ({ tx, log, checkCancelled, progress }: MutationContext, recordType: CustomerType, before: string): number => {
  const idle = listIdle(tx, recordType, before)
  let recycled = 0
  for (const [place, row] of idle.entries()) {
    if (place % 200 === 0) checkCancelled()
    progress('recycle', place + 1, idle.length)
    const heldSince = log.changedAt(customerTables[recordType], 'ownerId', row)
    if (heldSince !== null && heldSince >= before) continue
    forceCustomer(tx, recordType, row.id, { pooledAt: tx.at, ownerId: null })
    recycled += 1
  }
  return recycled
}

const requirePool = (run: MutationContext['run']) => {
  const { pool } = run('settings.get', {})
  if (!pool.isOn) throw new AppError('conflict', 'customers.poolOff')
  return pool
}
