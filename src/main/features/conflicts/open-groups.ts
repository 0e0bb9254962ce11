// What is open, gathered by the record that it is about. Rows of records that are archived are seen by nobody, and left out.
import { sql } from 'kysely'
import { type RecordType, recordType } from '#shared/base/fields.ts'
import { recordPlaces } from '#shared/base/record-places.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import type { Crossed } from '#main/db/log/crossings.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import { asSeen } from './shown-cells.ts'

export interface OpenGroup {
  readonly id: string
  readonly table: TableName
  readonly recordType: RecordType | null
  /** When the newest of the values that do not show was written. */
  readonly at: string
  readonly crossings: readonly Crossed[]
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
const recordOf = ({ table, row }: Crossed): Place | null => {
  const own = typeOfTable.get(table)
  if (own) return { type: own, id: row.id }
  const owner = OWNERS[table]
  if (owner) return { type: owner.type, id: String(row[owner.column]) }
  const type = recordType.safeParse(row['recordType'])
  return type.success ? { type: type.data, id: String(row['recordId']) } : null
}

/** What is a person's own is shown to nobody else. */
const isOfOther = ({ table, row }: Crossed, userId: string | null): boolean =>
  (table === 'activities' && row['recordType'] === 'user' && row['recordId'] !== userId) ||
  (table === 'views' && row['isShared'] !== 1 && row['ownerId'] !== userId)

const archivedAmong = (db: Db, places: readonly Place[]): ReadonlySet<string> => {
  const archived = new Set<string>()
  for (const [type, some] of Map.groupBy(places, (place) => place.type)) {
    const ids = JSON.stringify(some.map(({ id }) => id))
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

/** All that is open and that the actor sees, the record that was crossed last first. */
export const openGroups = ({ db, log, actor }: Pick<CallContext, 'db' | 'log' | 'actor'>): OpenGroup[] => {
  const seen = log
    .crossed()
    .flatMap((crossed) => asSeen(crossed) ?? [])
    .filter((crossed) => !isOfOther(crossed, actor.userId))
    .map((crossed) => ({ crossed, place: recordOf(crossed) }))
  const archived = archivedAmong(
    db,
    seen.flatMap(({ place }) => place ?? []),
  )
  const open = seen.filter(({ place }) => place === null || !archived.has(place.id))
  const groups = Map.groupBy(open, ({ crossed, place }) => place?.id ?? crossed.row.id)
  return [...groups]
    .map(([id, some]): OpenGroup => {
      const { crossed, place } = some[0] ?? { crossed: null, place: null }
      const crossings = some.map((one) => one.crossed)
      const at = crossings.reduce((newest, one) => (one.at > newest ? one.at : newest), '')
      const table = place ? recordTableOf(place.type) : (crossed?.table ?? 'settings')
      return { id, table, recordType: place?.type ?? null, at, crossings }
    })
    .toSorted((one, other) => (one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1))
}
