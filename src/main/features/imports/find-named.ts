// Finds the records that a row names: by name, code or address.
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import { refused } from '#shared/imports/cell.ts'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { type Naming, noteFault, type RowReading } from '#shared/imports/reading.ts'
import type { FieldSpec } from '#shared/imports/entities/field-spec.ts'
import { keysOfReference, keyTextOf, textAt } from './match-keys.ts'
import { findText, NONE } from './record-set.ts'
import type { World } from './world.ts'

export interface NamedRecords {
  /** By field; those to be made are missing here. */
  readonly ids: Record<string, string | null>
  /** Fields whose record is not there yet. */
  readonly missing: readonly string[]
  /** For each of these how many keys were known when it was looked up. */
  readonly notedThen: Readonly<Record<string, number>>
}

/** Stands for a company that is to be made. */
const NEW_COMPANY = 'new'

type Reference = FieldSpec & { readonly to: ImportEntity }
const isReference = (spec: FieldSpec): spec is Reference => spec.kind === 'reference' && spec.to !== undefined
/** Asked for each row of an import. */
const knownReferences = new Map<ImportEntity, readonly Reference[]>()

const referencesOf = (entity: ImportEntity): readonly Reference[] => {
  let known = knownReferences.get(entity)
  if (!known) knownReferences.set(entity, (known = entitySpecs[entity].fields.filter(isReference)))
  return known
}

/** What a field of references leads to. */
export const targetOf = (entity: ImportEntity, field: string): ImportEntity | undefined =>
  referencesOf(entity).find(({ key }) => key === field)?.to

/** Looks up what a row names. What is ambiguous, or not there and cannot be made, refuses the row. */
export const findNamed = (world: World, entity: ImportEntity, reading: RowReading): NamedRecords => {
  const ids: Record<string, string | null> = {}
  const missing: string[] = []
  const notedThen: Record<string, number> = {}
  for (const spec of referencesOf(entity)) {
    const namings = reading.names[spec.key]
    if (reading.values[spec.key] === null && namings === undefined) ids[spec.key] = null
    if (namings === undefined) continue
    const companyId = spec.to === 'contact' ? (ids['company'] ?? (missing.includes('company') ? NEW_COMPANY : null)) : null
    const found = findRecord(world, spec.to, { namings, companyId })
    if (found === 'several') complain(reading, spec.key, namings, 'imports.reference.ambiguous')
    else if (found !== null) ids[spec.key] = found
    else if (spec.isMade === true && isMakeable(spec.to, namings)) {
      missing.push(spec.key)
      notedThen[spec.key] = world.setOf(spec.to).noted()
    } else complain(reading, spec.key, namings, 'imports.reference.not_found')
  }
  return { ids, missing, notedThen }
}

const complain = (
  reading: RowReading,
  field: string,
  namings: readonly Naming[],
  messageKey: 'imports.reference.ambiguous' | 'imports.reference.not_found',
): void => {
  const value = namings.map(({ text }) => text).join(' · ')
  const { fault } = refused(messageKey, { value })
  const column = namings[0]?.column ?? -1
  noteFault(reading, fault, column < 0 ? { field, value } : { column, field, value })
}

export interface Asked {
  readonly namings: readonly Naming[]
  readonly companyId: string | null
}

/** The surest first: a code decides before a name. */
const SURENESS: readonly Naming['by'][] = ['code', 'creditCode', 'email', 'phone', 'name']
const HELD: Readonly<Partial<Record<Naming['by'], string>>> = { code: 'externalId', creditCode: 'creditCode', email: 'email' }

/** A record's id; null: there is none yet. */
export const findRecord = (world: World, entity: ImportEntity, { namings, companyId }: Asked): string | null => {
  const set = world.setOf(entity)
  const ordered =
    namings.length < 2 ? namings : namings.toSorted((one, other) => SURENESS.indexOf(one.by) - SURENESS.indexOf(other.by))
  /** What the row says for sure and no record has: one that says otherwise is another. */
  const unmet: Naming[] = []
  for (const naming of ordered) {
    const named = recordsNamed(world, entity, { naming, companyId })
    const found =
      unmet.length === 0
        ? named
        : named.filter((record) =>
            unmet.every(({ by }) => HELD[by] === undefined || entity === 'user' || set.valueOf(record, HELD[by]) === null),
          )
    const [only] = found
    if (only !== undefined) return found.length === 1 ? set.idOf(only) : 'several'
    unmet.push(naming)
  }
  return null
}

/** By the first of the keys that finds any. */
const recordsNamed = (
  world: World,
  entity: ImportEntity,
  { naming: { by, text }, companyId }: { readonly naming: Naming; readonly companyId: string | null },
): readonly number[] => {
  const set = world.setOf(entity)
  for (const key of keysOfReference(entity, by)) {
    const found =
      entity === 'contact' && by === 'name'
        ? key === 'nameAt'
          ? findAt(world, text, companyId)
          : companyId === null
            ? findText(set, key, keyTextOf(entity, key, text))
            : NONE
        : findText(set, key, keyTextOf(entity, key, text))
    if (found.length > 0) return [...new Set(found)]
  }
  if (!set.hasMerged) return NONE
  for (const key of keysOfReference(entity, by)) {
    const merged = keyTextOf(entity, key, text)
    const found = merged === null ? NONE : set.findMerged(key, merged)
    if (found.length > 0) return [...new Set(found)]
  }
  return NONE
}

/** Someone of that name at another company is someone else; one without a company may be meant. */
const findAt = (world: World, name: string, companyId: string | null): readonly number[] => {
  if (companyId === null) return NONE
  const set = world.setOf('contact')
  const at = (company: string): readonly number[] => findText(set, 'nameAt', textAt(company, name))
  const there = companyId === NEW_COMPANY ? NONE : at(companyId)
  return there.length > 0 ? there : at('')
}

const isMakeable = (entity: ImportEntity, namings: readonly Naming[]): boolean =>
  entity === 'contact' || namings.some(({ by }) => by === 'name' || (by === 'code' && entity !== 'user'))
