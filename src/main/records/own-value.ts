// What a record holds in one of the office's own fields, with names in place of ids.
import { isBlank } from '#shared/custom-fields/conditions.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import type { Db } from '#main/db/database.ts'
import { recordTableOf } from './record-tables.ts'
import { nameOfRow } from './row-names.ts'

export type PlainValue = string | number | boolean | null

/** Everything that is not text, number or yes and no counts as empty. */
export const plainValue = (value: unknown): PlainValue =>
  !isBlank(value) && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') ? value : null

/** Choices that are no longer offered have their names still; null where nothing is there, or nobody of that name. */
export const ownValue = (db: Db, { type, config, choices, formerChoices }: FieldDefinition, value: unknown): PlainValue => {
  if (isBlank(value)) return null
  const choice = (id: unknown): string => [...choices, ...formerChoices].find((one) => one.id === id)?.name ?? String(id)
  if (type === 'choice') return choice(value)
  if (type === 'choices' && Array.isArray(value)) return value.map(choice).join(' · ')
  if (type === 'user') return nameOfRow(db, 'users', String(value))
  if (type === 'reference') return nameOfRow(db, recordTableOf(config.target ?? 'company'), String(value))
  return plainValue(value)
}
