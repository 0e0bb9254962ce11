// What is open, gathered by the record that it is about. Rows of records that are archived are seen by nobody, and left out.
import { sql } from 'kysely'
import { type RecordType, recordType } from '#shared/base/fields.ts'
import { recordPlaces } from '#shared/base/record-places.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import type { Crossed, CrossedCell, RowAt } from '#main/db/log/crossings.ts'
import { layoutFor, layouts } from '#main/db/registry/layout.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import { asSeen, unseenTables } from './shown-cells.ts'

export interface OpenGroup {
  readonly id: string
  readonly table: TableName
  readonly recordType: RecordType | null
  /** When the newest of the values that do not show was written. */
  readonly at: string
  /** How many crossings. */
  readonly open: number
  /** The rows that they are of; those of several more than once. */
  readonly rows: readonly RowAt[]
}

interface Place {
  readonly type: RecordType
  readonly id: string
}

const typeOfTable = new Map<TableName, RecordType>(
  Object.entries(recordPlaces).map(([type, table]) => [table, recordType.parse(type)]),
)

/** Rows that always stand on a record of one kind. */
const OWNERS: Readonly<Partial<Record<TableName, { readonly type: RecordType; readonly column: string }>>> = {
  companyContacts: { type: 'contact', column: 'contactId' },
  relations: { type: 'contact', column: 'fromId' },
  orderLines: { type: 'order', column: 'orderId' },
  ticketMessages: { type: 'ticket', column: 'ticketId' },
}

/** The record that a row is or belongs to; null: none. */
const recordOf = ({ table, row }: CrossedCell): Place | null => {
  const own = typeOfTable.get(table)
  if (own) return { type: own, id: row.id }
  const owner = OWNERS[table]
  if (owner) return { type: owner.type, id: String(row[owner.column]) }
  const type = recordType.safeParse(row['recordType'])
  return type.success ? { type: type.data, id: String(row['recordId']) } : null
}

/** Of the record's own row, not of one that belongs to it. */
export const isOfItsRecord = (crossed: CrossedCell): boolean => (recordOf(crossed)?.id ?? crossed.row.id) === crossed.row.id

/** What is a person's own is shown to nobody else. */
const isOfOther = ({ table, row }: CrossedCell, userId: string | null): boolean =>
  (table === 'activities' && row['recordType'] === 'user' && row['recordId'] !== userId) ||
  (table === 'views' && row['isShared'] !== 1 && row['ownerId'] !== userId)

const PLACE_COLUMNS = ['recordType', 'recordId', 'ownerId', 'isShared'] as const

/** The columns that say whose a row is. */
const placeColumnsOf = (table: TableName): string[] => {
  if (typeOfTable.has(table)) return []
  const owner = OWNERS[table]
  return owner ? [owner.column] : PLACE_COLUMNS.filter((column) => layoutFor(table).columns.includes(column))
}

interface Standing {
  readonly table: TableName
  readonly column: string
}

/** Where rows can be that belong to a record of a kind, but for the record itself. */
const standingOn = (type: RecordType): Standing[] =>
  [...layouts.values()].flatMap(({ name, columns }): Standing[] => {
    if (typeOfTable.has(name) || unseenTables.has(name)) return []
    const owner = OWNERS[name]
    if (owner) return owner.type === type ? [{ table: name, column: owner.column }] : []
    return columns.includes('recordType') && columns.includes('recordId') ? [{ table: name, column: 'recordId' }] : []
  })

/** Its own row, and those that belong to it and have open ends. A table without open ends is not looked into. */
const crossedRowsOf = (db: Db, type: RecordType, id: string): RowAt[] => {
  const own: RowAt = { table: recordTableOf(type), rowId: id }
  const places = new Map(standingOn(type).map((place) => [layoutFor(place.table).id, place]))
  const ids = JSON.stringify([...places.keys()])
  const withEnds = db.all(
    compileSql(
      sql<{ tbl: number }>`select kinds.value as tbl from json_each(${ids}) as kinds
        where exists (select 1 from ${sql.table('sync_conflict')} where tbl = kinds.value)
          or exists (select 1 from ${sql.table('sync_revived')} where tbl = kinds.value)`,
    ),
  )
  const others = withEnds.flatMap(({ tbl }) => {
    const place = places.get(tbl)
    if (!place) return []
    const { table, column } = place
    return db
      .all(
        compileSql(
          sql<{ rowId: string }>`select id as rowId from ${sql.table(table)} as t
            where ${sql.ref(column)} = ${id} and archivedAt is null
              and (exists (select 1 from ${sql.table('sync_conflict')} where tbl = ${tbl} and row = t.id)
                or exists (select 1 from ${sql.table('sync_revived')} where tbl = ${tbl} and row = t.id))`,
        ),
      )
      .map(({ rowId }): RowAt => ({ table, rowId }))
  })
  return [own, ...others]
}

const archivedAmong = (db: Db, places: readonly Place[]): ReadonlySet<string> => {
  const archived = new Set<string>()
  for (const [type, some] of Map.groupBy(places, (place) => place.type)) {
    const ids = JSON.stringify([...new Set(some.map(({ id }) => id))])
    const rows = db.all(
      compileSql(
        sql<{ id: string }>`select id from ${sql.table(recordTableOf(type))}
          where id in (select value from json_each(${ids})) and archivedAt is not null`,
      ),
    )
    for (const { id } of rows) archived.add(id)
  }
  return archived
}

type Asked = Pick<CallContext, 'db' | 'log' | 'actor'>

interface Open<One extends CrossedCell> {
  /** With all of its ends, also those that look like what stands. */
  readonly crossed: One
  readonly seen: One
  readonly place: Place | null
}

/** Those that the actor sees. */
const openAmong = <One extends CrossedCell>({ db, actor }: Asked, all: readonly One[]): Open<One>[] => {
  const seen = all.flatMap((crossed) => {
    const one = isOfOther(crossed, actor.userId) ? null : asSeen(crossed)
    return one ? [{ crossed, seen: one, place: recordOf(crossed) }] : []
  })
  // A record whose own row is here is in use.
  const elsewhere = seen.flatMap(({ seen: { row }, place }) => (place === null || place.id === row.id ? [] : [place]))
  const archived = archivedAmong(db, elsewhere)
  return seen.filter(({ place }) => place === null || !archived.has(place.id))
}

const allOpen = (asked: Asked): Open<CrossedCell>[] => openAmong(asked, asked.log.crossed(placeColumnsOf))

const groupIdOf = ({ seen, place }: Open<CrossedCell>): string => place?.id ?? seen.row.id

/** What is open of these rows. */
export const openOn = (asked: Asked, rows: readonly RowAt[]): Crossed[] => {
  const once = new Map(rows.map((row) => [`${row.table} ${row.rowId}`, row]))
  return openAmong(asked, asked.log.crossedOn([...once.values()])).map(({ seen }) => seen)
}

/** What is open about one record: as much work as it has rows and crossings itself, whatever is open elsewhere. */
export const openOfRecord = (asked: Asked, type: RecordType, id: string): Crossed[] => {
  // A row moved on two machines may name another kind of record than its id is of: it is told where its id is.
  const open = openAmong(asked, asked.log.crossedOn(crossedRowsOf(asked.db, type, id))).filter(({ place }) => place?.id === id)
  return open[0]?.place?.type === type ? open.map(({ seen }) => seen) : []
}

/** How much is open, and the records that it is about. */
export const openCount = (asked: Asked): { readonly open: number; readonly ids: readonly string[] } => {
  const all = allOpen(asked)
  return { open: all.length, ids: all.map(groupIdOf) }
}

/** All that is open and that the actor sees, the record that was crossed last first. */
export const openGroups = (asked: Asked): OpenGroup[] => {
  const all = allOpen(asked)
  const walls = asked.log.wallsOf(all.flatMap(({ crossed }) => crossed.ends.map(({ version }) => version)))
  const newestOf = (some: readonly Open<CrossedCell>[]): number => {
    let newest = Number.NEGATIVE_INFINITY
    for (const { crossed } of some) for (const { version } of crossed.ends) newest = Math.max(newest, walls.get(version) ?? 0)
    return newest
  }
  return [...Map.groupBy(all, groupIdOf)]
    .map(([id, some]): OpenGroup => {
      const { seen, place } = some[0] ?? { seen: null, place: null }
      return {
        id,
        table: place ? recordTableOf(place.type) : (seen?.table ?? 'settings'),
        recordType: place?.type ?? null,
        at: new Date(newestOf(some)).toISOString(),
        open: some.length,
        rows: some.map((one) => ({ table: one.seen.table, rowId: one.seen.row.id })),
      }
    })
    .toSorted((one, other) => (one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1))
}
