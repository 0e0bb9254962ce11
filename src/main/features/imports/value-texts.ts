// How values that are stored read in a preview: money with its currency, names in place of ids.
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { minorToText, moneyToText } from '#shared/imports/amounts.ts'
import { fieldSpec } from '#shared/imports/entities/entity-specs.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { type FieldValue, isMoney } from '#shared/imports/reading.ts'
import type { Db } from '#main/db/database.ts'
import { readFieldBook } from '#main/records/field-book.ts'
import { ownValue } from '#main/records/own-value.ts'
import { nameOfRow, tablesOfColumn } from '#main/records/row-names.ts'
import { columnsOfField, kinds } from './kinds.ts'

export interface ValueTexts {
  /** The field of a plan that fills a column. */
  readonly fieldOf: (column: string) => string
  /** `row`: the other columns, for the currency. */
  readonly textOf: (column: string, value: unknown, row: Readonly<Record<string, unknown>>) => string | null
  readonly readText: (field: string, value: FieldValue) => string | null
}

const SCALES: Readonly<Record<string, number>> = { unitPriceE4: 10_000, quantityMilli: 1000, discountBp: 100 }

export const createValueTexts = (db: Db, entity: ImportEntity, fields: readonly string[]): ValueTexts => {
  const { fielded } = kinds[entity]
  const own = new Map((fielded === null ? [] : readFieldBook(db, fielded).fields).map((field) => [field.key, field]))
  const byColumn = new Map(fields.flatMap((field) => columnsOfField(entity, field).map((column) => [column, field] as const)))
  const nameOf = (column: string, id: string): string => {
    for (const table of tablesOfColumn(column)) {
      const name = nameOfRow(db, table, id)
      if (name !== null) return name
    }
    return id
  }
  const ownText = (field: FieldDefinition, value: unknown): string => readable(ownValue(db, field, value) ?? value)
  const scaled = (column: string | undefined, value: unknown): string => {
    const scale = SCALES[column ?? '']
    return scale !== undefined && typeof value === 'number' ? String(value / scale) : readable(value)
  }
  return {
    fieldOf: (column) => byColumn.get(column) ?? column,
    textOf: (column, value, row) => {
      if (value === null || value === undefined || value === '') return null
      const field = own.get(column)
      if (field) return ownText(field, value)
      if (typeof value === 'string') return nameOf(column, value)
      if (column.endsWith('Minor') && typeof value === 'number') {
        const currency = row['revenueCurrency'] ?? row['currency']
        return typeof currency === 'string' ? minorToText(value, currency) : String(value)
      }
      return scaled(column, value)
    },
    readText: (key, value) => {
      if (value === null) return null
      const field = own.get(key)
      if (field) return ownText(field, value)
      if (isMoney(value)) return moneyToText(value)
      return scaled(fieldSpec(entity, key) ? columnsOfField(entity, key)[0] : undefined, value)
    },
  }
}

const readable = (value: unknown): string => (Array.isArray(value) ? value.join(' · ') : String(value))
