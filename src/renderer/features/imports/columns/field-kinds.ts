// How the cells of a field are read, for Kith's own fields and those of the office. Pure.
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { fieldSpec } from '#shared/imports/entities/entity-specs.ts'
import type { FieldKind } from '#shared/imports/entities/field-spec.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'

const OWN_KINDS: Readonly<Partial<Record<FieldDefinition['type'], FieldKind>>> = {
  day: 'day',
  moment: 'moment',
  number: 'quantity',
  money: 'money',
  choice: 'choice',
  choices: 'choice',
  boolean: 'flag',
  longText: 'longText',
}

export const ownKind = ({ type }: FieldDefinition): FieldKind => OWN_KINDS[type] ?? 'text'

export type KindOf = (key: string) => FieldKind | null

export const fieldKinds =
  (entity: ImportEntity, own: readonly FieldDefinition[]): KindOf =>
  (key) => {
    const definition = own.find((field) => field.key === key)
    return fieldSpec(entity, key)?.kind ?? (definition ? ownKind(definition) : null)
  }
