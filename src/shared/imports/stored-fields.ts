// Which fields of an import are values of their record, and so can have an order of sources of their own. Tags, further numbers and what
// hangs on links are added to and never overwritten.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { entitySpecs } from './entities/entity-specs.ts'
import type { FieldSpec } from './entities/field-spec.ts'
import { type ImportEntity, importEntity } from './plan.ts'

const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['tags', 'nextType', 'namePrefix', 'givenName', 'middleName', 'familyName', 'nameSuffix', 'isDone', 'plannedAt'],
  ...['photo', 'attendees'],
])

export const isStoredInRecord = (entity: ImportEntity, { key, kind }: FieldSpec): boolean =>
  kind !== 'point' &&
  !ELSEWHERE.has(key) &&
  !(entity === 'contact' && (key === 'role' || key === 'company')) &&
  !(entity === 'user' && key === 'externalId')

/** The kinds of records whose values several sources may tell. */
export const RANKED_ENTITIES = ['company', 'contact', 'deal', 'ticket', 'product', 'order'] as const
export type RankedEntity = (typeof RANKED_ENTITIES)[number]

export const rankedFields = (entity: RankedEntity): readonly FieldSpec[] =>
  entitySpecs[entity].fields.filter((spec) => isStoredInRecord(entity, spec))

/** How a field is named among the priorities of a source: `company.phone`. */
export const rankedField = (entity: ImportEntity, key: string): string => `${entity}.${key}`

/** Null: no field of that name could be told by several sources. */
export const readRankedField = (name: string): { readonly entity: RankedEntity; readonly key: string } | null => {
  const dot = name.indexOf('.')
  const [kind, key] = [name.slice(0, dot), name.slice(dot + 1)]
  const entity = RANKED_ENTITIES.find((one) => one === importEntity.safeParse(kind).data)
  if (!entity) return null
  return storageClassOf(key) !== null || rankedFields(entity).some((spec) => spec.key === key) ? { entity, key } : null
}
