// The SQL of sources, saved mappings and imports that were done.
import { type RawBuilder, sql } from 'kysely'
import type { Cursor } from '#shared/base/fields.ts'
import { orderedFor } from '#shared/imports/source-order.ts'
import { BY_HAND, type ImportSource, sourcePriorities } from '#shared/imports/sources.ts'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'

/** What is typed in is a row of its own only once somebody moved it; until then it is the strongest. */
const HAND_NAME = 'hand'

/** The strongest first; of equals what is typed in by hand. */
export const listSources = (db: Db): ImportSource[] => {
  const rows = db.all(
    build.selectFrom('importSources').select(['id', 'name', 'rank', 'priorities']).where(isActive('importSources')),
  )
  const [imports, mappings] = [countOfSources(db, 'imports'), countOfSources(db, 'importMappings')]
  const sources = rows.map(({ id, name, rank, priorities }) => ({
    ...{ id: name === HAND_NAME ? BY_HAND : id, name, rank, imports: imports.get(id) ?? 0, mappings: mappings.get(id) ?? 0 },
    priorities: priorities === null ? {} : (sourcePriorities.safeParse(JSON.parse(priorities)).data ?? {}),
  }))
  const hand = sources.find(({ id }) => id === BY_HAND) ?? NOBODY_MOVED_IT
  return orderedFor([hand, ...sources.filter(({ id }) => id !== BY_HAND)], null)
}

const NOBODY_MOVED_IT: ImportSource = { id: BY_HAND, name: HAND_NAME, rank: 0, priorities: {}, imports: 0, mappings: 0 }

/** How many rows in use name each source. */
const countOfSources = (db: Db, table: 'imports' | 'importMappings'): ReadonlyMap<string, number> =>
  new Map(
    db
      .all(
        compileSql(
          sql<{ sourceId: string; count: number }>`select sourceId, count(*) as count from ${sql.table(table)}
            where sourceId is not null and ${isActive(table)} group by sourceId`,
        ),
      )
      .map(({ sourceId, count }) => [sourceId, count]),
  )

export interface PastRow {
  readonly id: string
  readonly fileName: string
  readonly createdAt: string
  readonly counts: string
  readonly byName: string | null
  readonly source: string | null
  readonly mapping: string | null
  readonly archivedReason: string | null
}

const selectPast = (rows: RawBuilder<unknown>) =>
  compileSql(
    sql<PastRow>`select imports.id, imports.fileName, imports.createdAt, imports.counts, imports.archivedReason,
        (select name from users where id = imports.byId) as byName,
        (select name from ${sql.table('importSources')} where id = imports.sourceId) as source,
        (select name from ${sql.table('importMappings')} where id = imports.mappingId) as mapping
      from ${sql.table('imports')} where ${rows}`,
  )

/** Newest first, those that were taken back among them. */
export const listPast = (db: Db, after: Cursor | null, limit: number): PastRow[] =>
  db.all(
    selectPast(sql`${after === null ? sql`true` : sql`(imports.createdAt, imports.id) < (${after.key}, ${after.id})`}
        order by imports.createdAt desc, imports.id desc limit ${limit}`),
  )

export const findPast = (db: Db, id: string): PastRow | undefined => db.get(selectPast(sql`imports.id = ${id}`))

export interface RowOfRecord {
  readonly id: string
  readonly ver: number
  readonly cells: string | null
}
