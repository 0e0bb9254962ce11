// Reads the keys of all records of a kind, a portion at a time, so that a large office does not lie in memory as rows.
import { type RawBuilder, sql } from 'kysely'
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { compileSql } from '#main/db/builder.ts'
import { fieldValue } from '#main/db/custom/field-sql.ts'
import type { Db } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'
import { kinds } from './kinds.ts'
import { type MatchKey, rowText } from './match-keys.ts'
import { plainText } from './plain-text.ts'

const PORTION = 2_000
/** Where a record's id stands in an answer, and where its values begin. */
const ID = 1
const FIRST = 2

type Visit = (id: string, key: MatchKey, value: string) => void

interface Reader {
  /** Of the key `row`: the columns that tell whether a record says the same as a row. */
  readonly rowColumns: readonly string[]
  /** Each record in use, before any of its keys; answers its number. */
  readonly numberFor: (id: string) => number
  /** Undefined: no record in use. A number may still hang on one that is archived. */
  readonly numberOf: (id: string) => number | undefined
  readonly note: (record: number, key: MatchKey, value: string) => void
  /** A person's name at each of their companies; at none, '', for one who has no company. */
  readonly notePlace: (record: number, companyId: string, name: string) => void
}

export const readKeys = (
  db: Db,
  entity: ImportEntity,
  keys: ReadonlySet<MatchKey>,
  { rowColumns, numberFor, numberOf, note, notePlace }: Reader,
): void => {
  const { table } = kinds[entity]
  const own = [...keys].filter((key) => key !== 'nameAt' && key !== 'row' && !isOfImport(entity, key))
  const isByRow = keys.has('row')
  const isByPlace = entity === 'contact' && keys.has('nameAt')
  const values = selectedValues(entity, own, isByPlace ? ['name'] : [])
  const selected = [
    ...values.selected,
    ...(isByRow ? rowColumns.map((column, place) => sql`${sql.ref(column)} as ${sql.ref(`r${place}`)}`) : []),
  ]
  const portion = (after: number): RawBuilder<unknown> =>
    sql`select no, id ${sql.join([sql``, ...selected])} from ${sql.table(table)}
      where ${isActive(table)} and no > ${after} order by no limit ${PORTION}`
  const name = FIRST + values.placeOf('name')
  const firstOfRow = FIRST + values.selected.length
  const placeOfCompany = FIRST + selected.length
  let record = -1
  const visitOwn = (key: MatchKey, value: string): void => note(record, key, value)
  let last: unknown = null
  eachPortion(
    db,
    (after) =>
      isByPlace
        ? sql`select person.*, link.companyId as place from (${portion(after)}) as person
            left join companyContacts as link on link.contactId = person.id and ${isActive('link')} order by person.no`
        : portion(after),
    (row) => {
      // Who is with several companies stands in several rows.
      if (row[ID] !== last) {
        last = row[ID]
        record = numberFor(String(last))
        values.visit(row, FIRST, visitOwn)
        if (isByRow) note(record, 'row', rowText(row.slice(firstOfRow, placeOfCompany)))
      }
      if (isByPlace) notePlace(record, plainText(row[placeOfCompany]), plainText(row[name]))
    },
  )
  const visit: Visit = (id, key, value) => {
    const record = numberOf(id)
    if (record !== undefined) note(record, key, value)
  }
  if (entity === 'company' || entity === 'contact') readPoints(db, entity, { keys, visit })
}

/** Numbers of colleagues are kept nowhere: only the tables of one import know them. */
const isOfImport = (entity: ImportEntity, key: MatchKey): boolean => entity === 'user' && key === 'externalId'

interface SelectedValues {
  readonly selected: readonly RawBuilder<unknown>[]
  /** Where among them the key's column stands. */
  readonly placeOf: (key: MatchKey) => number
  /** `first`: where in the row they begin. */
  readonly visit: (row: readonly unknown[], first: number, visit: (key: MatchKey, value: string) => void) => void
}

/** The columns of keys, each once: a name is looked up in several ways. */
const selectedValues = (entity: ImportEntity, keys: readonly MatchKey[], besides: readonly MatchKey[] = []): SelectedValues => {
  const sources = [...new Set([...keys, ...besides].map(sourceOf))]
  const placeOf = (key: MatchKey): number => sources.indexOf(sourceOf(key))
  const places = keys.map((key) => ({ key, place: placeOf(key) }))
  return {
    selected: sources.map((key, place) => sql`${columnOf(entity, key)} as ${sql.ref(`k${place}`)}`),
    placeOf,
    visit: (row, first, visit) => {
      for (const { key, place } of places) {
        const value = row[first + place]
        if (typeof value === 'string' ? value !== '' : typeof value === 'number') visit(key, String(value))
      }
    },
  }
}

const sourceOf = (key: MatchKey): MatchKey => (key === 'exact' ? 'name' : key)

const JOINED: Readonly<Record<string, RawBuilder<string>>> = {
  'link.link': sql<string>`companyId || ' ' || contactId`,
  'orderLine.lineNo': sql<string>`orderId || ' ' || lineNo`,
  'orderLine.product': sql<string>`orderId || ' ' || coalesce(productId, name, '')`,
}

const columnOf = (entity: ImportEntity, key: MatchKey): RawBuilder<unknown> => {
  const joined = JOINED[`${entity}.${key}`]
  if (joined) return joined
  const { table, nameColumn, fielded } = kinds[entity]
  // Only the tables of records with own fields have keys of that form.
  if (storageClassOf(key) !== null && fielded !== null) return fieldValue(table, key)
  return sql.ref(`${table}.${key === 'name' ? nameColumn : key}`)
}

/** The number of a row stands first in it. */
const eachPortion = (db: Db, query: (after: number) => RawBuilder<unknown>, visit: (row: readonly unknown[]) => void): void => {
  for (let after = 0; ;) {
    const rows = db.values(compileSql(query(after)))
    for (const row of rows) visit(row)
    const last = rows.at(-1)
    if (!last || rows.length < PORTION) return
    after = Number(last[0])
  }
}

interface Wanted {
  readonly keys: ReadonlySet<MatchKey>
  readonly visit: Visit
}

/** Further numbers and addresses recognise a record as well as its main ones. */
const readPoints = (db: Db, entity: 'company' | 'contact', { keys, visit }: Wanted): void => {
  const wanted = ['phone', 'email'].filter((kind) => keys.has(kind))
  if (wanted.length === 0) return
  eachPortion(
    db,
    (after) => sql`select no, recordId, kind, value from contactPoints
      where recordType = ${entity} and kind in (${sql.join(wanted)}) and ${isActive('contactPoints')} and no > ${after}
      order by no limit ${PORTION}`,
    ([, recordId, kind, value]) => visit(String(recordId), String(kind), String(value)),
  )
}

/** Keys of records that were merged, each with the record that stands for it now. */
export const readMergedKeys = (db: Db, entity: 'company' | 'contact', keys: ReadonlySet<MatchKey>, visit: Visit): void => {
  const { table } = kinds[entity]
  const own = [...keys].filter((key) => ['externalId', 'creditCode', 'email', 'name', 'exact'].includes(key))
  const { selected, visit: visitAll } = selectedValues(entity, own)
  const rows = db.values(
    compileSql(
      sql`select ${sql.join([sql`id`, sql`mergedIntoId`, ...selected])}
        from ${sql.table(table)} where archivedReason = 'merged' and mergedIntoId is not null`,
    ),
  )
  const into = new Map(rows.map(([id, intoId]) => [String(id), String(intoId)]))
  for (const row of rows) {
    let standing = String(row[1])
    for (let steps = 0; into.has(standing) && steps < rows.length; steps += 1) standing = into.get(standing) ?? standing
    visitAll(row, FIRST, (key, value) => visit(standing, key, value))
  }
}
