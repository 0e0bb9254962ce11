// Whether another record holds a value already. The first few questions go to the database; a caller that asks very many is answered
// from memory, so that an import does not read the table once a row.
import { type RawBuilder, sql } from 'kysely'
import type { FieldedType } from '#shared/base/fields.ts'
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import { compileSql } from '#main/db/builder.ts'
import { fieldKey, fieldValue } from '#main/db/custom/field-sql.ts'
import type { Db } from '#main/db/database.ts'
import { layoutFor } from '#main/db/registry/layout.ts'
import { sortKey } from '#main/db/search/sort-key.ts'
import { recordTableOf } from './record-tables.ts'

export interface UniqueValues {
  /** Whether a record in use other than `id` holds the value in this field. Case, width and spaces do not count. */
  readonly isTaken: (field: string, value: string | number, id: string | null) => boolean
  /** The records in use that hold it. */
  readonly heldBy: (field: string, value: string | number) => readonly string[]
  /** Remembers that a record of this transaction holds it now. */
  readonly took: (field: string, value: string | number, id: string) => void
}

const ASKED_ONE_BY_ONE = 20

const folded = (value: string | number): string => foldName(String(value))

export const createUniqueValues = (db: Db, entity: FieldedType): UniqueValues => {
  const table = recordTableOf(entity)
  const asked = new Map<string, number>()
  const holders = new Map<string, Map<string, string>>()
  /** What records of this transaction took, which need not be in the table yet. */
  const taken = new Map<string, Map<string, string>>()

  const column = (field: string): RawBuilder<unknown> => {
    if (storageClassOf(field) !== null) return fieldValue(table, field)
    if (!layoutFor(table).columns.includes(field)) throw new Error(`${table} has no column ${field}.`)
    return sql.ref(`${table}.${field}`)
  }
  /** Narrows to rows that the field's index finds, where there is one. */
  const near = (field: string, value: string | number): RawBuilder<unknown> => {
    const letter = storageClassOf(field)
    if (letter === null) return sql`${column(field)} is not null`
    const key = typeof value === 'string' && ['s', 'a', 'p'].includes(letter) ? sortKey(value) : value
    return letter === 'l' || letter === 'o' ? sql`${column(field)} is not null` : sql`${fieldKey(table, field)} = ${key}`
  }
  const rowsOf = (field: string, value: string | number | null) =>
    db.all(
      compileSql(
        sql<{ id: string; value: string | number }>`select id, ${column(field)} as value from ${sql.table(table)}
          where archivedAt is null and ${value === null ? sql`${column(field)} is not null` : near(field, value)}`,
      ),
    )
  const remembered = (field: string): Map<string, string> => {
    let known = holders.get(field)
    if (!known) {
      known = new Map(rowsOf(field, null).map(({ id, value }) => [folded(value), id]))
      holders.set(field, known)
    }
    return known
  }

  const heldBy = (field: string, value: string | number): string[] =>
    rowsOf(field, value).flatMap((row) => (folded(row.value) === folded(value) ? [row.id] : []))

  return {
    heldBy,
    isTaken: (field, value, id) => {
      const taker = taken.get(field)?.get(folded(value))
      if (taker !== undefined && taker !== id) return true
      const times = (asked.get(field) ?? 0) + 1
      asked.set(field, times)
      if (times > ASKED_ONE_BY_ONE || holders.has(field)) {
        const holder = remembered(field).get(folded(value))
        return holder !== undefined && holder !== id
      }
      return heldBy(field, value).some((holder) => holder !== id)
    },
    took: (field, value, id) => {
      let ofField = taken.get(field)
      if (!ofField) taken.set(field, (ofField = new Map()))
      ofField.set(folded(value), id)
    },
  }
}
