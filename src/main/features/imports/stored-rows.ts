// The records that a batch of rows means, as they are now, with what hangs on them.
import { sql } from 'kysely'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'
import { kinds } from './kinds.ts'

export interface StoredPoint {
  readonly recordId: string
  readonly kind: string
  readonly type: string | null
  readonly value: string
  readonly position: string
}

export interface StoredLink {
  readonly id: string
  readonly contactId: string
  readonly companyId: string
  readonly role: string | null
  readonly isPrimary: boolean
}

export interface StoredRecord {
  readonly id: string
  readonly ver: number
  readonly cells: string | null
  /** All columns; the office's own fields under `custom`. */
  readonly columns: Readonly<Record<string, unknown>>
  readonly points: readonly StoredPoint[]
  readonly tagIds: ReadonlySet<string>
  /** Of a person. */
  readonly links: readonly StoredLink[]
  /** Hashes of what its pictures hold. */
  readonly photos: ReadonlySet<string>
  /** Ids of what an entry is tied to, besides the record it stands on. */
  readonly people: ReadonlySet<string>
}

interface Wanted {
  readonly points: boolean
  readonly tags: boolean
  readonly links: boolean
  readonly photos: boolean
  readonly people: boolean
}

const IN_ONE = 500

/** By id; those that are gone or archived are missing. */
export const readStored = (
  db: Db,
  entity: ImportEntity,
  { ids, wanted }: { readonly ids: readonly string[]; readonly wanted: Wanted },
): Map<string, StoredRecord> => {
  const found = new Map<string, StoredRecord>()
  const { table } = kinds[entity]
  for (let at = 0; at < ids.length; at += IN_ONE) {
    const some = JSON.stringify(ids.slice(at, at + IN_ONE))
    const among = (column: string) => sql`${sql.ref(column)} in (select value from json_each(${some}))`
    const rows = db.all(
      compileSql(
        sql<Record<string, unknown> & { id: string; ver: number; cells: string | null }>`select * from ${sql.table(table)}
          where ${among('id')} and ${isActive(table)}`,
      ),
    )
    const points = wanted.points
      ? db.all(
          compileSql(
            sql<StoredPoint>`select recordId, kind, type, value, position from contactPoints
              where ${among('recordId')} and ${isActive('contactPoints')} order by position, id`,
          ),
        )
      : []
    const tags = wanted.tags
      ? db.all(
          compileSql(
            sql<{ recordId: string; tagId: string }>`select recordId, tagId from recordTags
              where ${among('recordId')} and ${isActive('recordTags')}`,
          ),
        )
      : []
    const links = wanted.links
      ? db.all(
          compileSql(
            sql<StoredLink>`select id, contactId, companyId, role, isPrimary from companyContacts
              where ${among('contactId')} and ${isActive('companyContacts')}`,
          ),
        )
      : []
    const photos = wanted.photos
      ? db.all(
          compileSql(
            sql<{ recordId: string; hash: string }>`select recordId, hash from attachments
              where ${among('recordId')} and ${isActive('attachments')}`,
          ),
        )
      : []
    const people = wanted.people
      ? db.all(
          compileSql(
            sql<{ activityId: string; recordId: string }>`select activityId, recordId from activityLinks
              where ${among('activityId')} and ${isActive('activityLinks')}`,
          ),
        )
      : []
    const photosOf = Map.groupBy(photos, ({ recordId }) => recordId)
    const peopleOf = Map.groupBy(people, ({ activityId }) => activityId)
    const pointsOf = Map.groupBy(points, ({ recordId }) => recordId)
    const tagsOf = Map.groupBy(tags, ({ recordId }) => recordId)
    const linksOf = Map.groupBy(links, ({ contactId }) => contactId)
    for (const row of rows) {
      found.set(row.id, {
        ...{ id: row.id, ver: row.ver, cells: row.cells, columns: row },
        points: pointsOf.get(row.id) ?? [],
        tagIds: new Set((tagsOf.get(row.id) ?? []).map(({ tagId }) => tagId)),
        links: linksOf.get(row.id) ?? [],
        photos: new Set((photosOf.get(row.id) ?? []).map(({ hash }) => hash)),
        people: new Set((peopleOf.get(row.id) ?? []).map(({ recordId }) => recordId)),
      })
    }
  }
  return found
}
