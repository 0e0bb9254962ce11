// Records that were kept although one machine had merged them: their work goes over with them only if they are merged once more.
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { Db } from '#main/db/database.ts'
import type { Crossed } from '#main/db/log/crossings.ts'
import type { StoredValue } from '#main/db/registry/layout.ts'
import { findWinnerInUse } from '#main/records/merged-into.ts'

/** Why the machine that deleted what was kept did so. */
export const reasonOf = ({ ends }: Crossed): StoredValue => ends[0]?.values['archivedReason'] ?? null

/**
 * Of a record that was deleted because it was merged; null: of any other. `winnerId`: what it can be part of; null: of none, so nobody would find it
 * there.
 */
export const mergeOf = (
  db: Db,
  crossed: Crossed,
): { readonly recordType: CustomerType; readonly winnerId: string | null } | null => {
  const { id, mergedIntoId } = crossed.row
  if (reasonOf(crossed) !== 'merged' || typeof mergedIntoId !== 'string') return null
  const recordType = crossed.table === 'companies' ? 'company' : 'contact'
  return { recordType, winnerId: findWinnerInUse(db, recordType, { id, mergedIntoId }) }
}
