// What can be asked about an office's own fields, record types, layouts and rules.
import { z } from 'zod'
import { fieldedType, id, line, moment, reference, requiredLine } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { customFieldType } from './field-type.ts'
import { choiceColour, fieldChoice, fieldConfigChanges, fieldDefinition, fieldName } from './field-definition.ts'
import { fieldRule, fieldRuleConfig } from './field-rule.ts'
import { layoutConfig, recordLayout, recordTypeDefinition } from './layout.ts'

const view = { needs: 'customFields.view' } as const
const edit = { needs: 'customFields.edit' } as const

/** All that a form, a card or a list needs to know of one kind of record. */
export const fieldBook = z.object({
  fields: z.array(fieldDefinition),
  recordTypes: z.array(recordTypeDefinition),
  layouts: z.array(recordLayout),
  rules: z.array(fieldRule),
})
export type FieldBook = z.infer<typeof fieldBook>

export const removedField = z.object({
  id,
  name: fieldName,
  type: customFieldType,
  removedAt: moment,
  /** How many records still hold a value. */
  records: z.int(),
})

/** Before which other one it is to stand; `null`: at the end. */
const place = z.object({ id, beforeId: id.nullable() })

export const customFieldsContract = {
  list: query(z.object({ entity: fieldedType }), fieldBook, view),
  /** Records that a field which leads to this kind can be given, by a part of their name: at most 20. */
  pick: query(z.object({ target: fieldedType, text: line(200) }), z.array(reference), view),
  /** What the records that a field leads to are called, archived ones too. */
  names: query(z.object({ target: fieldedType, ids: z.array(id).max(200) }), z.array(reference), view),
  removed: query(z.object({ entity: fieldedType }), z.array(removedField), view),
  create: mutation(
    z.object({
      entity: fieldedType,
      name: fieldName,
      type: customFieldType,
      config: fieldConfigChanges.default({}),
      isRequired: z.boolean().default(false),
      /** The choices to begin with. */
      choices: z
        .array(z.object({ name: requiredLine(100), colour: choiceColour.nullable().default(null) }))
        .max(500)
        .default([]),
    }),
    fieldDefinition,
    edit,
  ),
  rename: mutation(z.object({ id, name: fieldName }), fieldDefinition, edit),
  change: mutation(
    z.object({ id, name: fieldName.optional(), config: fieldConfigChanges.optional(), isRequired: z.boolean().optional() }),
    fieldDefinition,
    edit,
  ),
  move: mutation(place, z.null(), edit),
  /** Takes a field away from forms, cards and lists. Its values are kept, and come back with it. */
  remove: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), fieldDefinition, edit),
  addChoice: mutation(
    z.object({ fieldId: id, name: requiredLine(100), colour: choiceColour.nullable().default(null) }),
    fieldChoice,
    edit,
  ),
  changeChoice: mutation(
    z.object({ id, name: requiredLine(100).optional(), colour: choiceColour.nullable().optional() }),
    fieldChoice,
    edit,
  ),
  moveChoice: mutation(place, z.null(), edit),
  /**
   * Takes a choice away. Where records hold it, `target` says what they get instead: another choice of the field, or `empty`; without it
   * the call is refused with their number. Answers how many records were changed.
   */
  removeChoice: mutation(
    z.object({
      id,
      target: z
        .union([id, z.literal('empty')])
        .nullable()
        .default(null),
    }),
    z.object({ records: z.int() }),
    { ...edit, bulk: true },
  ),
}

export const recordTypesContract = {
  create: mutation(z.object({ entity: fieldedType, name: requiredLine(80) }), recordTypeDefinition, edit),
  rename: mutation(z.object({ id, name: requiredLine(80) }), recordTypeDefinition, edit),
  move: mutation(place, z.null(), edit),
  /** Records of the type keep it until they are given another; they are laid out as records without a type. */
  remove: mutation(z.object({ id }), z.null(), edit),
}

export const layoutsContract = {
  save: mutation(z.object({ entity: fieldedType, recordTypeId: id.nullable(), config: layoutConfig }), recordLayout, edit),
  /** Back to the layout that Kith begins with, or for a record type to that of records without one. */
  reset: mutation(z.object({ entity: fieldedType, recordTypeId: id.nullable() }), z.null(), edit),
}

export const fieldRulesContract = {
  create: mutation(z.object({ entity: fieldedType, name: requiredLine(100), config: fieldRuleConfig }), fieldRule, edit),
  change: mutation(z.object({ id, name: requiredLine(100).optional(), config: fieldRuleConfig.optional() }), fieldRule, edit),
  remove: mutation(z.object({ id }), z.null(), edit),
}
