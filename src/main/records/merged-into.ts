// Records that became part of others: a merged record points at the one that took its place, which may have been merged itself.
import { sql } from 'kysely'
import type { Reference } from '#shared/base/fields.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { recordTableOf } from './record-tables.ts'

interface MergedRow extends Reference {
  readonly mergedIntoId: string | null
  readonly archivedReason: string | null
  readonly archivedAt: string | null
}

const findRow = (db: Db, recordType: CustomerType, id: string): MergedRow | undefined =>
  db.get(
    compileSql(
      sql<MergedRow>`select id, name, mergedIntoId, archivedReason, archivedAt from ${sql.table(recordTableOf(recordType))} where id = ${id}`,
    ),
  )

export interface Merged {
  readonly name: string
  readonly at: string
  /** Over all merges since: the record that stands for it today. */
  readonly winner: Reference
}

/** What became of a record that was merged; null where it was not. */
export const findMerged = (db: Db, recordType: CustomerType, id: string): Merged | null => {
  const row = findRow(db, recordType, id)
  if (!row || !isMerged(row)) return null
  const winner = lastOf(db, recordType, row)
  return { name: row.name, at: row.archivedAt ?? '', winner: { id: winner.id, name: winner.name } }
}

const isMerged = ({ archivedReason, mergedIntoId }: MergedRow): boolean => archivedReason === 'merged' && mergedIntoId !== null

/** The record in use that one which was merged once may be called part of, over all merges since; null: there is none, or it is that record itself. */
export const findWinnerInUse = (
  db: Db,
  recordType: CustomerType,
  { id, mergedIntoId }: { id: string; mergedIntoId: string },
): string | null => {
  const next = findRow(db, recordType, mergedIntoId)
  if (!next) return null
  const last = lastOf(db, recordType, next)
  return last.archivedAt === null && last.id !== id ? last.id : null
}

/** Two machines may each have merged one record into the other: of a circle the record with the smallest id stands for all. */
const lastOf = (db: Db, recordType: CustomerType, row: MergedRow): MergedRow => {
  const way = [row]
  for (let at = row; isMerged(at);) {
    const next = findRow(db, recordType, at.mergedIntoId ?? '')
    if (!next) return at
    const met = way.findIndex(({ id }) => id === next.id)
    if (met >= 0) return way.slice(met).toSorted((one, other) => (one.id < other.id ? -1 : 1))[0] ?? at
    way.push(next)
    at = next
  }
  return way.at(-1) ?? row
}

/** A merged record comes back with the undo of its merge only, which gives it back what was its own. Throws `conflict`. */
export const requireUnmerged = (db: Db, recordType: CustomerType, id: string): void => {
  const merged = findMerged(db, recordType, id)
  if (merged) throw new AppError('conflict', 'merges.noRestore', { winner: merged.winner.name })
}
