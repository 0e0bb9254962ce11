// The fields that a column of a file can go to, grouped as one looks for them: the record's own, numbers and addresses, other records, and
// the fields that the office made itself.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import { fieldedType } from '#shared/base/fields.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import type { FieldKind, FieldSpec } from '#shared/imports/entities/field-spec.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { ownKind } from './field-kinds.ts'

const GROUPS = ['record', 'points', 'addresses', 'references', 'own'] as const
type FieldGroup = (typeof GROUPS)[number]

export interface ImportField {
  readonly key: string
  readonly label: string
  /** What decides how its cells are read. */
  readonly kind: FieldKind
  readonly spec: FieldSpec | null
  readonly own: FieldDefinition | null
}

export interface ImportFields {
  /** For a `<Select>`: grouped. */
  readonly choices: readonly { readonly group: string; readonly items: { readonly value: string; readonly label: string }[] }[]
  readonly fieldOf: (key: string) => ImportField | null
  readonly label: (key: string) => string
}

export const useImportFields = (entity: ImportEntity): ImportFields => {
  const t = useT()
  const fielded = fieldedType.safeParse(entity)
  const book = useFields(fielded.data ?? 'company')
  // Automatic numbers are given, never taken.
  const own = fielded.success ? book.fields.filter(({ type }) => type !== 'autoNumber') : []
  const specs = entitySpecs[entity].fields
  const label = (key: string): string =>
    own.find((field) => field.key === key)?.name ?? t.known(`imports.field.${key}`, 'imports.field.unknown')
  const fieldOf = (key: string): ImportField | null => {
    const spec = specs.find((one) => one.key === key) ?? null
    if (spec) return { key, label: label(key), kind: spec.kind, spec, own: null }
    const definition = own.find((field) => field.key === key)
    return definition ? { key, label: definition.name, kind: ownKind(definition), spec: null, own: definition } : null
  }
  const all = [
    ...specs.map((spec) => ({ group: groupOf(spec), value: spec.key, label: label(spec.key) })),
    ...own.map(({ key, name }) => ({ group: 'own' as const, value: key, label: name })),
  ]
  return {
    choices: GROUPS.flatMap((group) => {
      const items = all.filter((item) => item.group === group).map((item) => ({ value: item.value, label: item.label }))
      return items.length === 0 ? [] : [{ group: t(`imports.fields.${group}`), items }]
    }),
    fieldOf,
    label,
  }
}

const groupOf = ({ key, kind }: FieldSpec): FieldGroup => {
  if (kind === 'reference') return 'references'
  if (kind !== 'point' && kind !== 'pointType') return 'record'
  return key.startsWith('address') ? 'addresses' : 'points'
}
