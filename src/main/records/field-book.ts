// The office's own fields, rules, layouts and record types of one kind of record, read in their tables.
import type { z } from 'zod'
import type { FieldedType } from '#shared/base/fields.ts'
import type { FieldBook } from '#shared/custom-fields/custom-fields.contract.ts'
import { type FieldChoice, fieldChoice, fieldConfig, type FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { type FieldRule, fieldRuleConfig } from '#shared/custom-fields/field-rule.ts'
import { customFieldType } from '#shared/custom-fields/field-type.ts'
import { layoutConfig, type RecordLayout } from '#shared/custom-fields/layout.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive, isThere } from '#main/db/selection.ts'

const fieldRows = prepared<{ entity: FieldedType }>()((param) =>
  build
    .selectFrom('customFields')
    .select(['id', 'name', 'type', 'key', 'config', 'position', 'isRequired'])
    .where('entity', '=', param('entity'))
    .where(isActive('customFields'))
    .orderBy('position')
    .orderBy('id'),
)

const choiceRows = prepared<{ entity: FieldedType }>()((param) =>
  build
    .selectFrom('fieldChoices')
    .innerJoin('customFields', 'customFields.id', 'fieldChoices.fieldId')
    .select([
      ...(['fieldChoices.id', 'fieldChoices.fieldId', 'fieldChoices.name', 'fieldChoices.colour'] as const),
      ...(['fieldChoices.position', 'fieldChoices.archivedAt'] as const),
    ])
    .where('customFields.entity', '=', param('entity'))
    .where(isActive('customFields'))
    .where(isThere('fieldChoices'))
    .orderBy('fieldChoices.position')
    .orderBy('fieldChoices.id'),
)

const ruleRows = prepared<{ entity: FieldedType }>()((param) =>
  build
    .selectFrom('fieldRules')
    .select(['id', 'name', 'config', 'position'])
    .where('entity', '=', param('entity'))
    .where(isActive('fieldRules'))
    .orderBy('position')
    .orderBy('id'),
)

const layoutRows = prepared<{ entity: FieldedType }>()((param) =>
  build
    .selectFrom('layouts')
    .select(['recordTypeId', 'config'])
    .where('entity', '=', param('entity'))
    .where(isActive('layouts'))
    .orderBy('id'),
)

const recordTypeRows = prepared<{ entity: FieldedType }>()((param) =>
  build
    .selectFrom('recordTypes')
    .select(['id', 'entity', 'name', 'position'])
    .where('entity', '=', param('entity'))
    .where(isActive('recordTypes'))
    .orderBy('position')
    .orderBy('id'),
)

/** JSON of another version of Kith may not be what this one knows: it is then passed over, and kept. */
const known = <Schema extends z.ZodType>(schema: Schema, json: string): z.output<Schema> | null =>
  schema.safeParse(JSON.parse(json)).data ?? null

const definitionsOf = (db: Db, entity: FieldedType): FieldDefinition[] => {
  const choices = Map.groupBy(choiceRows(db, { entity }), ({ fieldId }) => fieldId)
  return fieldRows(db, { entity }).flatMap(({ type, config, ...field }) => {
    const knownType = customFieldType.safeParse(type).data
    if (knownType === undefined) return []
    const own = choices.get(field.id) ?? []
    const listed = (isFormer: boolean): FieldChoice[] =>
      own
        .filter(({ archivedAt }) => (archivedAt !== null) === isFormer)
        .map(({ id, name, colour, position }) => ({ id, name, colour: colourOf(colour), position }))
    return [
      {
        ...field,
        entity,
        type: knownType,
        config: known(fieldConfig, config) ?? fieldConfig.parse({}),
        choices: listed(false),
        formerChoices: listed(true),
      },
    ]
  })
}

const colourOf = (colour: string | null): FieldChoice['colour'] => fieldChoice.shape.colour.safeParse(colour).data ?? null

const rulesOf = (db: Db, entity: FieldedType): FieldRule[] =>
  ruleRows(db, { entity }).flatMap(({ config, ...rule }) => {
    const parsed = known(fieldRuleConfig, config)
    return parsed === null ? [] : [{ ...rule, entity, config: parsed }]
  })

const layoutsOf = (db: Db, entity: FieldedType): RecordLayout[] =>
  layoutRows(db, { entity }).flatMap(({ recordTypeId, config }) => {
    const parsed = known(layoutConfig, config)
    return parsed === null ? [] : [{ recordTypeId, config: parsed }]
  })

export const readFieldBook = (db: Db, entity: FieldedType): FieldBook => ({
  fields: definitionsOf(db, entity),
  recordTypes: recordTypeRows(db, { entity }),
  layouts: layoutsOf(db, entity),
  rules: rulesOf(db, entity),
})
