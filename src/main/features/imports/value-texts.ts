// How values that are stored read in a preview: money with its currency, names in place of ids.
import { sql } from 'kysely'
import { minorToText } from '#shared/imports/amounts.ts'
import { fieldSpec } from '#shared/imports/entities/entity-specs.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { type FieldValue, isMoney } from '#shared/imports/reading.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { readFieldBook } from '#main/records/field-book.ts'
import { columnsOfField, kinds } from './kinds.ts'
import { ledTo } from './office.ts'

export interface ValueTexts {
  /** The field of a plan that fills a column. */
  readonly fieldOf: (column: string) => string
  /** `row`: the other columns, for the currency. */
  readonly textOf: (column: string, value: unknown, row: Readonly<Record<string, unknown>>) => string | null
  readonly readText: (field: string, value: FieldValue) => string | null
}

const TABLES: Readonly<Record<string, { table: string; name: string }>> = {
  companyId: { table: 'companies', name: 'name' },
  parentId: { table: 'companies', name: 'name' },
  contactId: { table: 'contacts', name: 'name' },
  ownerId: { table: 'users', name: 'name' },
  assigneeId: { table: 'users', name: 'name' },
  productId: { table: 'products', name: 'name' },
  orderId: { table: 'orders', name: 'number' },
  stageId: { table: 'stages', name: 'name' },
  statusId: { table: 'ticketStatuses', name: 'name' },
  lifecycleStageId: { table: 'lifecycleStages', name: 'name' },
}
const SCALES: Readonly<Record<string, number>> = { unitPriceE4: 10_000, quantityMilli: 1000, discountBp: 100 }

export const createValueTexts = (db: Db, entity: ImportEntity, fields: readonly string[]): ValueTexts => {
  const { fielded } = kinds[entity]
  const own = new Map((fielded === null ? [] : readFieldBook(db, fielded).fields).map((field) => [field.key, field]))
  const byColumn = new Map(fields.flatMap((field) => columnsOfField(entity, field).map((column) => [column, field] as const)))
  const nameOf = (column: string, id: string): string => {
    const at = TABLES[column]
    if (!at) return id
    const row = db.get(
      compileSql(sql<{ name: string }>`select ${sql.ref(at.name)} as name from ${sql.table(at.table)} where id = ${id}`),
    )
    return row?.name ?? id
  }
  const ownText = (key: string, value: unknown): string => {
    const field = own.get(key)
    if (!field) return plainText(value)
    if (!['choice', 'choices', 'user', 'reference'].includes(field.type)) return plainText(value)
    const named = field.choices.length > 0 ? field.choices : ledTo(db, field)
    const ids = Array.isArray(value) ? value : [value]
    return ids.map((id) => named.find((one) => one.id === id)?.name ?? String(id)).join(' · ')
  }
  return {
    fieldOf: (column) => byColumn.get(column) ?? column,
    textOf: (column, value, row) => {
      if (value === null || value === undefined || value === '') return null
      if (own.has(column)) return ownText(column, value)
      if (column in TABLES && typeof value === 'string') return nameOf(column, value)
      if (column.endsWith('Minor') && typeof value === 'number') {
        const currency = row['revenueCurrency'] ?? row['currency']
        return typeof currency === 'string' ? minorToText(value, currency) : String(value)
      }
      const scale = SCALES[column]
      return scale !== undefined && typeof value === 'number' ? String(value / scale) : plainText(value)
    },
    readText: (field, value) => {
      if (value === null) return null
      if (own.has(field)) return ownText(field, value)
      if (isMoney(value)) return `${minorToText(value.amountMinor, value.currency)} ${value.currency}`
      const [column] = fieldSpec(entity, field) ? columnsOfField(entity, field) : []
      const scale = SCALES[column ?? '']
      return scale !== undefined && typeof value === 'number' ? String(value / scale) : plainText(value)
    },
  }
}

const plainText = (value: unknown): string => (Array.isArray(value) ? value.join(' · ') : String(value))
