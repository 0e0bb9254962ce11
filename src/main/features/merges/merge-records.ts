// The records that are to become one: read with all their values, in the order asked for, and refused where they cannot be merged.
import { sql } from 'kysely'
import { AppError } from '#shared/base/app-error.ts'
import { type FieldValues, fieldValuesOf } from '#shared/custom-fields/conditions.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { LEAST_MERGED, MOST_MERGED } from '#shared/merges/merge.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db, StoredRow } from '#main/db/database.ts'
import { isThere } from '#main/db/selection.ts'
import { findMerged } from '#main/records/merged-into.ts'
import { findRecordState } from '#main/records/record-state.ts'
import { recordTableOf } from '#main/records/record-tables.ts'

export type CustomerTable = 'companies' | 'contacts'

type Row = StoredRow<'companies'> | StoredRow<'contacts'>

export interface MergeRecord {
  readonly id: string
  readonly name: string
  readonly row: Row
  /** By column, the office's own fields by their keys. */
  readonly values: FieldValues
}

/** Who becomes one. `order`: the places among `ids`, the winner's first: whoever comes first has the say. */
export interface Members {
  readonly recordType: CustomerType
  readonly table: CustomerTable
  readonly ids: readonly string[]
  readonly winnerId: string
  readonly losers: readonly string[]
  readonly order: readonly number[]
  readonly records: readonly MergeRecord[]
  /** A member's id becomes the winner's; any other stays. */
  readonly become: (id: string) => string
  readonly has: (id: string | null) => boolean
}

interface Asked {
  readonly recordType: CustomerType
  readonly ids: readonly string[]
  /** null: the first one. */
  readonly winnerId: string | null
}

/** Throws `conflict` or `not_found` where these cannot be merged. */
export const requireMembers = (db: Db, { recordType, ids: asked, winnerId: wanted }: Asked): Members => {
  const ids = [...new Set(asked)]
  if (ids.length < LEAST_MERGED) throw new AppError('conflict', 'merges.tooFew')
  if (ids.length > MOST_MERGED) throw new AppError('conflict', 'merges.tooMany', { most: MOST_MERGED, count: ids.length })
  const records = ids.map((id) => requireRecord(db, recordType, id))
  const winnerId = wanted !== null && ids.includes(wanted) ? wanted : (ids[0] ?? '')
  const winnerPlace = ids.indexOf(winnerId)
  const places = [...ids.keys()]
  const has = (id: string | null): boolean => id !== null && ids.includes(id)
  return {
    ...{ recordType, table: recordTableOf(recordType), ids, winnerId, records, has },
    losers: ids.filter((id) => id !== winnerId),
    order: [winnerPlace, ...places.filter((place) => place !== winnerPlace)],
    become: (id) => (has(id) ? winnerId : id),
  }
}

const requireRecord = (db: Db, recordType: CustomerType, id: string): MergeRecord => {
  const table = recordTableOf(recordType)
  const row = db.get(compileSql(sql<Row>`select * from ${sql.table(table)} where id = ${id} and ${isThere(table)}`))
  if (!row) {
    const other = recordType === 'company' ? 'contact' : 'company'
    const isOther = findRecordState(db, other, id) !== 'gone'
    throw isOther ? new AppError('conflict', 'merges.otherKind') : new AppError('not_found', 'merges.gone', { id })
  }
  if (row.archivedAt !== null) {
    const merged = findMerged(db, recordType, id)
    throw merged
      ? new AppError('conflict', 'merges.mergedAlready', { name: row.name, winner: merged.winner.name })
      : new AppError('conflict', 'merges.archived', { name: row.name })
  }
  return { id, name: row.name, row, values: fieldValuesOf({ ...row }) }
}
