// The SQL of favourites, which the office's machines share, and of what was opened last, which stays on this one.
import { type RawBuilder, sql } from 'kysely'
import type { RecordType } from '#shared/base/fields.ts'
import type { Favourite, Recent } from '#shared/bookmarks/bookmarks.contract.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { findMerged } from '#main/records/merged-into.ts'
import { findRecordState } from '#main/records/record-state.ts'

/** The name of a record in use; null for one that is archived or not there. */
const nameOf = (type: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<string | null> => sql<string | null>`case ${type}
  when 'company' then (select name from companies where id = ${id} and archivedAt is null)
  when 'contact' then (select name from contacts where id = ${id} and archivedAt is null)
  when 'deal' then (select title from deals where id = ${id} and archivedAt is null)
  when 'ticket' then (select subject from tickets where id = ${id} and archivedAt is null)
  when 'order' then (select number from orders where id = ${id} and archivedAt is null)
  else (select name from products where id = ${id} and archivedAt is null) end`

export interface FavouriteRow extends Favourite {
  readonly position: string
}

interface FavouriteOn {
  readonly id: string
  readonly recordType: RecordType
  readonly recordId: string
  readonly position: string
  readonly name: string | null
}

/** All that lead to a record in use. A mark on a record that was merged leads to the one that took its place: others may have merged it meanwhile. */
const leadingFavourites = (db: Db, userId: string): FavouriteRow[] =>
  db
    .all(
      compileSql(
        sql<FavouriteOn>`select id, recordType, recordId, position,
            ${nameOf(sql`favourites.recordType`, sql`favourites.recordId`)} as name
          from favourites where userId = ${userId} and archivedAt is null order by position, id`,
      ),
    )
    .flatMap(({ name, ...favourite }) => {
      if (name !== null) return [{ ...favourite, name }]
      const { recordType, recordId } = favourite
      if (recordType !== 'company' && recordType !== 'contact') return []
      const winner = findMerged(db, recordType, recordId)?.winner
      return winner && findRecordState(db, recordType, winner.id) === 'active'
        ? [{ ...favourite, recordId: winner.id, name: winner.name }]
        : []
    })

/** A user's favourites that stand on records in use, in their order, each record once. */
export const listFavourites = (db: Db, userId: string): FavouriteRow[] => {
  const known = new Set<string>()
  return leadingFavourites(db, userId).filter(({ recordId }) => known.size < known.add(recordId).size)
}

/** The greatest position among all of a user's favourites, those on archived records included. */
export const lastPosition = (db: Db, userId: string): string | null =>
  db.get(
    compileSql(
      sql<{
        position: string | null
      }>`select max(position) as position from favourites where userId = ${userId} and archivedAt is null`,
    ),
  )?.position ?? null

interface FavouriteKey {
  readonly userId: string
  readonly recordType: RecordType
  readonly recordId: string
}

export const isFavourite = (db: Db, { userId, recordId }: FavouriteKey): boolean =>
  db.get(
    compileSql(
      sql<{ id: string }>`select id from favourites where recordId = ${recordId} and userId = ${userId} and archivedAt is null`,
    ),
  ) !== undefined

export const putFavourite = (tx: WriteTx, key: FavouriteKey, position: string): string =>
  tx.put('favourites', [key.userId, key.recordId], { ...key, position })

/** The user's mark on a record, and those on records that were merged into it. */
export const endFavourite = (tx: WriteTx, key: FavouriteKey): void => {
  if (isFavourite(tx, key)) tx.archive('favourites', tx.naturalId('favourites', key.userId, key.recordId))
  for (const { id, recordId } of leadingFavourites(tx, key.userId)) if (recordId === key.recordId) tx.archive('favourites', id)
}

export const moveFavourite = (tx: WriteTx, id: string, position: string): boolean => tx.update('favourites', id, { position })

const RECENT = 'recent'

/** What a user opened on this machine and that is still in use, newest first. */
export const listRecents = (db: Db, userId: string, limit: number): Recent[] =>
  db.all(
    compileSql(sql<Recent>`
      select recordType, recordId, name, at from (
        select value as recordType, key as recordId, at, ${nameOf(sql`local_state.value`, sql`local_state.key`)} as name
        from local_state where userId = ${userId} and scope = ${RECENT})
      where name is not null order by at desc, recordId limit ${limit}`),
  )

export const keepRecent = (tx: WriteTx, userId: string, recordType: RecordType, recordId: string): void =>
  tx.keep({ userId, scope: RECENT, key: recordId }, recordType)

/** Forgets all but the newest. */
export const forgetOldRecents = (tx: WriteTx, userId: string, kept: number): void => {
  const old = tx.all(
    compileSql(
      sql<{ key: string }>`select key from local_state where userId = ${userId} and scope = ${RECENT}
        order by at desc, key limit -1 offset ${kept}`,
    ),
  )
  for (const { key } of old) tx.keep({ userId, scope: RECENT, key }, null)
}
