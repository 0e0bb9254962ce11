// What each procedure of the public pool does. Whoever works with a customer keeps it; the others come back for anyone to claim.
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/base/app-error.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { type CallContext, type Handlers, type MutationContext, prepared } from '#main/rpc/handlers.ts'
import { customerTables, forceCustomer, requireActiveCustomer } from './customer-rows.ts'
import { countHeldBy, findIdle, findLastRun, type IdleCustomer, lastRowNo, listIdle } from './pool.repository.ts'
import { todayOf } from './today.ts'

const DAY = 86_400_000

/**
 * How many the work of a quiet moment returns at most, once a day. Where the pool is switched on in an office of many years, or after a long
 * holiday, thousands are due at once: those go day by day, in operations that are over in a moment and can be undone, unless someone who has
 * been shown the number returns them all from the settings.
 */
const MOST_A_DAY = 500

/** Rows looked at in one go. */
const STRIDE = 2000

const idleSince = (now: string, idleDays: number): string => new Date(Date.parse(now) - idleDays * DAY).toISOString()

/** Who got a customer later than that has not had the time yet. */
const isHeldSince = ({ log }: CallContext, recordType: CustomerType, row: IdleCustomer, before: string): boolean => {
  const heldSince = log.changedAt(customerTables[recordType], 'ownerId', row)
  return heldSince !== null && heldSince >= before
}

/** The ids of those due, for each stretch of the table. */
const walkIdle = function* (context: CallContext, recordType: CustomerType, before: string): Generator<string[]> {
  const { db, progress, checkCancelled } = context
  const last = lastRowNo(db, recordType)
  for (let from = 0; from < last; from += STRIDE) {
    checkCancelled()
    progress('pool.step.looking', Math.min(from + STRIDE, last), last)
    const rows = listIdle(db, recordType, before, { from, to: from + STRIDE })
    yield rows.filter((row) => !isHeldSince(context, recordType, row, before)).map(({ id }) => id)
  }
}

interface Due extends Readonly<Record<CustomerType, readonly string[]>> {
  readonly before: string
}

/** Looks through the office without holding up what others ask meanwhile; null: nothing is to be done. */
const findDue = async (context: CallContext, { isDaily }: { readonly isDaily: boolean }): Promise<Due | null> => {
  const { isOn, idleDays } = context.run('settings.get', {}).pool
  if (!isOn || (isDaily && findLastRun(context.db) === todayOf(context))) return null
  const before = idleSince(context.now(), idleDays)
  let left = isDaily ? MOST_A_DAY : Number.POSITIVE_INFINITY
  const find = async (recordType: CustomerType): Promise<string[]> => {
    const ids: string[] = []
    for (const found of walkIdle(context, recordType, before)) {
      for (const id of found.slice(0, left)) ids.push(id)
      left -= Math.min(found.length, left)
      if (left === 0) break
      await setImmediate()
    }
    return ids
  }
  return { before, company: await find('company'), contact: await find('contact') }
}

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

  forecast: (context, { idleDays }) => {
    const before = idleSince(context.now(), idleDays)
    const count = (recordType: CustomerType): number => [...walkIdle(context, recordType, before)].flat().length
    return { companies: count('company'), contacts: count('contact') }
  },

  recycle: prepared(findDue, (context: MutationContext, { isDaily }, due: Due | null) => {
    const { tx, checkCancelled, progress } = context
    if (due === null) return { companies: 0, contacts: 0 }
    if (isDaily) tx.keep({ userId: '', scope: 'pool', key: 'recycledOn' }, todayOf(context))
    const total = due.company.length + due.contact.length
    let looked = 0
    const recycle = (recordType: CustomerType): number => {
      let recycled = 0
      for (const id of due[recordType]) {
        looked += 1
        if (looked % 200 === 0) checkCancelled()
        progress('pool.step.returning', looked, total)
        // Someone may have taken it up while the others were looked for.
        const row = findIdle(tx, recordType, due.before, id)
        if (!row || isHeldSince(context, recordType, row, due.before)) continue
        forceCustomer(tx, recordType, id, { pooledAt: tx.at, ownerId: null })
        recycled += 1
      }
      return recycled
    }
    return { companies: recycle('company'), contacts: recycle('contact') }
  }),
}

const requirePool = (run: MutationContext['run']) => {
  const { pool } = run('settings.get', {})
  if (!pool.isOn) throw new AppError('conflict', 'customers.poolOff')
  return pool
}
