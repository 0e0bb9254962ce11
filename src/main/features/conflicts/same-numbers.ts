// Numbers that two machines gave under one letter before they met. They may stand on paper that customers have, so none is changed until somebody
// decides: the record gets another number, or both keep the one they have.
import { sql } from 'kysely'
import { recordPlaces } from '#shared/base/record-places.ts'
import type { NumberedType, SameNumber } from '#shared/conflicts/same-number.ts'
import { compileSql } from '#main/db/builder.ts'
import { parseOperationId } from '#main/db/log/version.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { readNames } from '#main/records/names.ts'

type Context = Pick<CallContext, 'db' | 'log'>

/** What the numbers of a kind begin with. */
export const seriesOf: Readonly<Record<NumberedType, string>> = { ticket: 'T', order: 'O' }

interface NumberedRow {
  readonly id: string
  readonly number: string
  readonly ver: number
  readonly cells: string | null
  readonly createdAt: string
}

/** Asked first: in an office of one nothing is looked for. SQLite would go through all numbers before it saw that. */
const haveSeveralWritten = ({ db }: Context): boolean =>
  db.all(compileSql(sql`select 1 from ${sql.table('sync_origin')} limit 2`)).length > 1

/** Records in use whose number others have, too, those of a number in the order in which they were made. `recordId`: of its number alone. */
const doubled = ({ db }: Context, type: NumberedType, recordId: string | null): readonly NumberedRow[] => {
  const table = sql.table(recordPlaces[type])
  // As its index has it: that of orders holds those in use.
  const inIndex = type === 'order' ? sql`and archivedAt is null` : sql``
  const [from, to] = [`${seriesOf[type]}-A`, `${seriesOf[type]}-[`]
  const ofRecord = recordId === null ? sql`` : sql`and numberKey = (select numberKey from ${table} where id = ${recordId})`
  return db.all(
    compileSql(
      sql<NumberedRow>`select id, number, ver, cells, createdAt from ${table}
        where archivedAt is null ${inIndex} and numberKey in
          (select numberKey from ${table} where numberKey >= ${from} and numberKey < ${to} ${ofRecord} ${inIndex}
            group by numberKey having count(*) > 1)
        order by numberKey, createdAt, id`,
    ),
  )
}

const namesOf = ({ db }: Context, type: NumberedType, ids: readonly string[]): ReadonlyMap<string, string | null> => {
  const wanted = JSON.stringify(ids)
  const name =
    type === 'ticket'
      ? sql`subject`
      : sql`coalesce((select name from ${sql.table('companies')} where id = orders.companyId),
          (select name from ${sql.table('contacts')} where id = orders.contactId))`
  const named = db.all(
    compileSql(
      sql<{ id: string; name: string | null }>`select id, ${name} as name from ${sql.table(recordPlaces[type])}
        where id in (select value from json_each(${wanted}))`,
    ),
  )
  return new Map(named.map((row) => [row.id, row.name]))
}

/** Pairs that somebody let stand, each as `one other`. */
const kept = ({ db }: Context, type: NumberedType): ReadonlySet<string> => {
  const pairs = db.all(
    compileSql(
      sql<{ aId: string; bId: string }>`select aId, bId from ${sql.table('notDuplicates')}
        where recordType = ${type} and archivedAt is null`,
    ),
  )
  return new Set(pairs.map(({ aId, bId }) => `${aId} ${bId}`))
}

/** Two ids in the order in which a pair is remembered. */
export const paired = (one: string, other: string): readonly [string, string] => (one < other ? [one, other] : [other, one])

interface Pair {
  readonly first: NumberedRow
  readonly later: NumberedRow
}

interface Found {
  readonly pairs: readonly Pair[]
  readonly written: ReadonlyMap<string, ReturnType<CallContext['log']['writtenBy']>>
}

const pairsOf = (context: Context, type: NumberedType, recordId: string | null): Found => {
  const rows = doubled(context, type, recordId)
  const written = new Map(rows.map((row) => [row.id, context.log.writtenBy(recordPlaces[type], 'number', row)]))
  const machineOf = ({ id }: NumberedRow): string => parseOperationId(written.get(id)?.operation ?? '').originHex
  const standing: ReadonlySet<string> = rows.length === 0 ? new Set() : kept(context, type)
  const pairs = [...Map.groupBy(rows, ({ number }) => number).values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : rest
          // Who types one number twice on one machine has seen it.
          .filter((later) => machineOf(later) !== machineOf(first) && !standing.has(paired(first.id, later.id).join(' ')))
          .filter((later) => recordId === null || first.id === recordId || later.id === recordId)
          .map((later): Pair => ({ first, later })),
  )
  return { pairs, written }
}

const ofKind = (context: Context, type: NumberedType, recordId: string | null): SameNumber[] => {
  const { pairs, written } = pairsOf(context, type, recordId)
  if (pairs.length === 0) return []
  const both = pairs.flatMap(({ first, later }) => [first, later])
  const names = namesOf(
    context,
    type,
    both.map(({ id }) => id),
  )
  const operations = new Map(
    both.map(({ id }) => {
      const operation = written.get(id)?.operation
      return [id, operation === undefined ? null : context.log.operation(operation)]
    }),
  )
  const people = readNames(
    context.db,
    [...operations.values()].flatMap((one) => (one?.actorId ? [{ table: 'users' as const, rowId: one.actorId }] : [])),
  )
  const holder = ({ id, createdAt }: NumberedRow): SameNumber['first'] => {
    const by = operations.get(id)
    return {
      ...{ id, name: names.get(id) ?? null, at: written.get(id)?.at ?? createdAt, deviceName: by?.deviceName ?? null },
      actorName: by?.actorId ? people.of('users', by.actorId) : null,
    }
  }
  return pairs.map(({ first, later }) => ({ recordType: type, number: first.number, first: holder(first), later: holder(later) }))
}

const kinds = (context: Context): readonly NumberedType[] => (haveSeveralWritten(context) ? ['ticket', 'order'] : [])

/** All that nobody has decided about; with `recordId` what one record is part of. */
export const sameNumbers = (context: Context, recordId: string | null = null): SameNumber[] =>
  kinds(context).flatMap((type) => ofKind(context, type, recordId))

/** The same, without saying who gave the numbers. */
export const sameNumberPairs = (context: Context, recordId: string | null = null) =>
  kinds(context).flatMap((recordType) => pairsOf(context, recordType, recordId).pairs.map((pair) => ({ recordType, ...pair })))
