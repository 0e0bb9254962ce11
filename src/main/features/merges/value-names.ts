// The values of records in words that need no other table: people, stages and choices by their names, addresses in one line.
import { sql } from 'kysely'
import { isBlank } from '#shared/custom-fields/conditions.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import type { MergeUnit } from '#shared/merges/merge-fields.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import type { MergeRecord } from './merge-records.ts'

type Plain = string | number | boolean | null

const NAMED: Readonly<Partial<Record<string, TableName>>> = {
  ownerId: 'users',
  parentId: 'companies',
  lifecycleStageId: 'lifecycleStages',
  recordTypeId: 'recordTypes',
}

/** A column's own value: everything that is not text, number or yes and no counts as empty. */
const plain = (value: unknown): Plain =>
  isBlank(value) || !['string', 'number', 'boolean'].includes(typeof value) ? null : (value as Plain)

/** What a record holds in Kith's own field, names in place of ids. */
export const unitValue = (db: Db, { field, compared }: MergeUnit, { values }: MergeRecord): Plain => {
  if (compared.length > 1) {
    const parts = compared.flatMap((column) => plain(values[column]) ?? [])
    return parts.length === 0 ? null : parts.join(', ')
  }
  const value = plain(values[field])
  const table = NAMED[field]
  return table === undefined || typeof value !== 'string' ? value : (nameOf(db, table, value) ?? value)
}

/** What a record holds in one of the office's own fields. */
export const ownValue = (db: Db, { type, config, choices, formerChoices }: FieldDefinition, value: unknown): Plain => {
  if (isBlank(value)) return null
  const choice = (id: unknown): string => [...choices, ...formerChoices].find((one) => one.id === id)?.name ?? String(id)
  if (type === 'choice') return choice(value)
  if (type === 'choices' && Array.isArray(value)) return value.map(choice).join(' · ')
  if (type === 'user') return nameOf(db, 'users', String(value))
  if (type === 'reference') return nameOf(db, recordTableOf(config.target ?? 'company'), String(value))
  return plain(value)
}

const NAME_COLUMN: Readonly<Partial<Record<TableName, string>>> = { deals: 'title', tickets: 'subject', orders: 'number' }

const nameOf = (db: Db, table: TableName, id: string): string | null =>
  db.get(
    compileSql(
      sql<{
        name: string | null
      }>`select ${sql.ref(NAME_COLUMN[table] ?? 'name')} as name from ${sql.table(table)} where id = ${id}`,
    ),
  )?.name ?? null
