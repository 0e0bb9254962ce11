// What the office's own fields and rules ask of the records of one kind, made ready once a transaction: an import checks very many.
import type { FieldedType } from '#shared/base/fields.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { type FieldRule, fieldsOfRule } from '#shared/custom-fields/field-rule.ts'
import { fieldSchema } from '#shared/custom-fields/field-value.ts'
import { isValueRule } from '#shared/custom-fields/value-rules.ts'
import type { Db } from '#main/db/database.ts'
import { readFieldBook } from './field-book.ts'
import { createUniqueValues, type UniqueValues } from './unique-values.ts'

type ValueRule = Extract<Parameters<typeof isValueRule>[0], { readonly message: string | null }>

export interface FieldChecks {
  readonly definitions: readonly FieldDefinition[]
  readonly byKey: ReadonlyMap<string, FieldDefinition & { readonly schema: ReturnType<typeof fieldSchema> }>
  readonly rules: readonly FieldRule[]
  /** Rules about values, each with the fields that it speaks of. */
  readonly valueRules: readonly { readonly rule: ValueRule; readonly fields: readonly string[] }[]
  readonly automatic: readonly FieldDefinition[]
  readonly unique: UniqueValues
  /** Nothing is asked of these records. */
  readonly isEmpty: boolean
}

const made = new WeakMap<Db, Map<FieldedType, FieldChecks>>()

/** The checks as they are now; within one transaction, or one question, the same. */
export const fieldChecks = (db: Db, entity: FieldedType): FieldChecks => {
  let ofTx = made.get(db)
  if (!ofTx) made.set(db, (ofTx = new Map()))
  let checks = ofTx.get(entity)
  if (!checks) ofTx.set(entity, (checks = makeChecks(db, entity)))
  return checks
}

const makeChecks = (db: Db, entity: FieldedType): FieldChecks => {
  const { fields, rules } = readFieldBook(db, entity)
  return {
    definitions: fields,
    byKey: new Map(fields.map((field) => [field.key, { ...field, schema: fieldSchema(field) }])),
    rules,
    valueRules: rules.flatMap(({ config }) => (isValueRule(config) ? [{ rule: config, fields: fieldsOfRule(config) }] : [])),
    automatic: fields.filter(({ type }) => type === 'autoNumber'),
    unique: createUniqueValues(db, entity),
    isEmpty: fields.length === 0 && rules.length === 0,
  }
}
