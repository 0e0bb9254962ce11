// What each procedure of duplicates does.
import { AppError } from '#shared/base/app-error.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { LikelyPair, ScanResult } from '#shared/duplicates/duplicate.ts'
import type { Db } from '#main/db/database.ts'
import { type CallContext, type Handlers, prepared } from '#main/rpc/handlers.ts'
import { findScan, keepScan, listActiveIds, listLikeRecords, listNotDuplicates } from './duplicates.repository.ts'
import { groupsOf } from './groups.ts'
import { likelihood } from './likeness/score.ts'
import { findLookalikes, likelyAgain } from './lookalikes.ts'
import { scan } from './scan.ts'

/** Never 100: nobody has looked yet. */
const percentOf = (bits: number): number => Math.min(99, Math.round(100 * likelihood(bits)))

/** Found, not dealt with, and both still there. */
const openPairs = (db: Db, recordType: CustomerType, pairs: readonly LikelyPair[]): LikelyPair[] => {
  const dismissed = listNotDuplicates(db, recordType)
  const active = listActiveIds(db, recordType, [...new Set(pairs.flatMap(({ aId, bId }) => [aId, bId]))])
  return pairs.filter(({ aId, bId }) => active.has(aId) && active.has(bId) && !dismissed.has(`${aId} ${bId}`))
}

interface Pair {
  readonly aId: string
  readonly bId: string
}

const sorted = ({ aId, bId }: Pair): readonly [string, string] => (aId < bId ? [aId, bId] : [bId, aId])

/** Throws `not_found` for a record that is not in use any more. */
const requireActive = (db: Db, recordType: CustomerType, pairs: readonly Pair[]): void => {
  const ids = [...new Set(pairs.flatMap(sorted))]
  const active = listActiveIds(db, recordType, ids)
  const gone = ids.find((id) => !active.has(id))
  if (gone !== undefined)
    throw new AppError('not_found', recordType === 'company' ? 'customers.companyGone' : 'customers.contactGone', { id: gone })
}

export const duplicatesHandlers: Handlers['duplicates'] = {
  check: (context, checked) => findLookalikes(context, checked),

  ofRecord: (context, { recordType, recordId }) => {
    const found = likelyAgain(context, recordType, recordId)
    if (found.length === 0) return []
    const dismissed = listNotDuplicates(context.db, recordType)
    return found.filter(({ id }) => !dismissed.has(sorted({ aId: recordId, bId: id }).join(' ')))
  },

  scan: prepared(
    (context, { recordType }) => scan(context, recordType),
    (_context: CallContext, _input, result: ScanResult) => result,
  ),

  keep: ({ tx }, { recordType, result }) => {
    keepScan(tx, recordType, result)
    return null
  },

  groups: ({ db }, { recordType, offset, limit }) => {
    const found = findScan(db, recordType)
    if (!found) return { scannedAt: null, records: 0, compared: 0, crowded: 0, total: 0, groups: [] }
    const groups = groupsOf(openPairs(db, recordType, found.pairs))
    return {
      scannedAt: found.at,
      ...{ records: found.records, compared: found.compared, crowded: found.crowded, total: groups.length },
      groups: groups.slice(offset, offset + limit).map(({ ids, pairs, bits }) => ({
        records: listLikeRecords(db, recordType, ids),
        percent: percentOf(bits),
        pairs: pairs.map((pair) => ({ ...pair, percent: percentOf(pair.bits) })),
      })),
    }
  },

  dismiss: ({ tx, actor }, { recordType, pairs }) => {
    requireActive(tx, recordType, pairs)
    for (const pair of pairs) {
      const [aId, bId] = sorted(pair)
      tx.put('notDuplicates', [recordType, aId, bId], { recordType, aId, bId, byId: actor.userId })
    }
    return null
  },

  undismiss: ({ tx }, { recordType, pairs }) => {
    for (const pair of pairs) tx.archive('notDuplicates', tx.naturalId('notDuplicates', recordType, ...sorted(pair)))
    return null
  },
}
