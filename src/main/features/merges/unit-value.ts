// What a record holds in one of Kith's own fields, in words: people and stages by their names, an address in one line.
import type { MergeUnit } from '#shared/merges/merge-fields.ts'
import type { Db } from '#main/db/database.ts'
import { type PlainValue, plainValue } from '#main/records/own-value.ts'
import { nameOfRow, tablesOfColumn } from '#main/records/row-names.ts'
import type { MergeRecord } from './merge-records.ts'

export const unitValue = (db: Db, { field, compared }: MergeUnit, { values }: MergeRecord): PlainValue => {
  if (compared.length > 1) {
    const parts = compared.flatMap((column) => plainValue(values[column]) ?? [])
    return parts.length === 0 ? null : parts.join(', ')
  }
  const value = plainValue(values[field])
  const [table] = tablesOfColumn(field)
  return table === undefined || typeof value !== 'string' ? value : (nameOfRow(db, table, value) ?? value)
}
