// The office's own fields as the history speaks of them: by their keys, removed ones too.
import { sql } from 'kysely'
import { z } from 'zod'
import { type FieldedType, fieldedType } from '#shared/base/fields.ts'
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { recordTableOf } from './record-tables.ts'

export interface OwnField {
  readonly name: string
  /** Where the records are that its values name by their ids. */
  readonly table: TableName | null
  /** Of amounts. */
  readonly currency: string | null
}

export type OwnFields = ReadonlyMap<string, OwnField>

const told = z.object({ currency: z.string().nullable().catch(null), target: fieldedType.nullable().catch(null) }).catch({
  currency: null,
  target: null,
})

const tableOf = (key: string, target: FieldedType | null): TableName | null => {
  const letter = storageClassOf(key)
  if (letter === 'c' || letter === 'o') return 'fieldChoices'
  if (letter === 'u') return 'users'
  return letter === 'r' && target !== null ? recordTableOf(target) : null
}

/** Those of these fields that are the office's own, by key. */
export const readOwnFields = (db: Db, fields: readonly (string | null)[]): OwnFields => {
  const keys = [...new Set(fields.filter((field) => field !== null && storageClassOf(field) !== null))]
  if (keys.length === 0) return new Map()
  const rows = db.all(
    compileSql(
      sql<{ key: string; name: string; config: string }>`select key, name, config from customFields
        where key in (select value from json_each(${JSON.stringify(keys)}))`,
    ),
  )
  return new Map(
    rows.map(({ key, name, config }) => {
      const { currency, target } = told.parse(JSON.parse(config))
      return [key, { name, currency: storageClassOf(key) === 'm' ? currency : null, table: tableOf(key, target) }]
    }),
  )
}
