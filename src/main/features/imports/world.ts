// What an import knows while it goes over its rows: the records that are there, those it makes, and what it made for names alone.
import type { ImportEntity, ImportPlan } from '#shared/imports/plan.ts'
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import type { Db } from '#main/db/database.ts'
import { type Claims, createClaims } from './claims.ts'
import { columnsOfField } from './kinds.ts'
import { createMadeAlong, type MadeAlong } from './made-along.ts'
import { keysOfReference, type MatchKey } from './match-keys.ts'
import type { Office } from './office.ts'
import { createRecordSet, type RecordSet } from './record-set.ts'
import type { Touches } from './touches.ts'

export interface World {
  readonly db: Db
  readonly office: Office
  readonly newId: () => string
  readonly touches: Touches
  readonly setOf: (entity: ImportEntity) => RecordSet
  readonly madeAlong: MadeAlong
  readonly claims: (entity: ImportEntity) => Claims
}

export const createWorld = (
  db: Db,
  { plan, office, newId, touches }: Pick<World, 'office' | 'newId' | 'touches'> & { readonly plan: ImportPlan },
): World => {
  const sets = new Map<ImportEntity, RecordSet>()
  const claims = new Map<ImportEntity, Claims>()
  const wants = wantedKeys(plan)
  return {
    db,
    office,
    newId,
    touches,
    madeAlong: createMadeAlong(),
    setOf: (entity) => {
      let set = sets.get(entity)
      if (!set) {
        const wanted = wants.get(entity) ?? noKeys()
        sets.set(entity, (set = createRecordSet(db, entity, { ...wanted, rowColumns: rowColumnsOf(plan, entity), touches })))
      }
      return set
    },
    claims: (entity) => {
      let known = claims.get(entity)
      if (!known) claims.set(entity, (known = createClaims(touches.of(entity))))
      return known
    },
  }
}

/** The keys of a table: those chosen, or the usual ones of its kind. */
export const keysOfTable = ({ entity, keys }: ImportPlan['tables'][number]): readonly string[] =>
  keys.length > 0 ? keys : entitySpecs[entity].usualKeys

/** `named`: those by which rows of another kind name the records. */
interface WantedKeys {
  readonly keys: Set<MatchKey>
  readonly named: Set<MatchKey>
}

const noKeys = (): WantedKeys => ({ keys: new Set(), named: new Set() })

const wantedKeys = (plan: ImportPlan): Map<ImportEntity, WantedKeys> => {
  const wants = new Map<ImportEntity, WantedKeys>()
  const wantedOf = (entity: ImportEntity): WantedKeys => {
    const known = wants.get(entity) ?? noKeys()
    wants.set(entity, known)
    return known
  }
  const want = (entity: ImportEntity, ...keys: readonly MatchKey[]): void => {
    for (const key of keys) wantedOf(entity).keys.add(key)
  }
  const wantNamed = (entity: ImportEntity, ...keys: readonly MatchKey[]): void => {
    want(entity, ...keys)
    for (const key of keys) wantedOf(entity).named.add(key)
  }
  for (const table of plan.tables) {
    want(table.entity, ...keysOfTable(table))
    if (table.entity === 'company') want('company', 'exact')
    if (table.entity === 'contact') want('contact', 'nameAt')
    const named = [
      ...table.columns.map(({ field, by }) => ({ field, by })),
      ...table.constants.map(({ field }) => ({ field, by: 'name' as const })),
    ]
    for (const { field, by } of named) {
      const spec = entitySpecs[table.entity].fields.find(({ key }) => key === field)
      if (spec?.to) wantNamed(spec.to, ...keysOfReference(spec.to, by))
      // A name may have an address behind it.
      if (spec?.kind === 'people' || (spec?.to === 'contact' && by === 'name')) wantNamed('contact', 'email')
    }
  }
  return wants
}

/** The columns that the first table of a kind fills: records that hold the same in all of them are the same to it. */
export const rowColumnsOf = (plan: ImportPlan, entity: ImportEntity): readonly string[] => {
  const table = plan.tables.find((one) => one.entity === entity && keysOfTable(one).includes('row'))
  if (!table) return []
  const fields = [
    ...table.columns.flatMap(({ field }) => field ?? []),
    ...table.constants.map(({ field }) => field),
    ...(DERIVED[entity] ?? []),
  ]
  const columns = fields.flatMap((field) => columnsOfField(entity, field)).filter((column) => !/^[a-z]_/u.test(column))
  return [...new Set(columns)].filter((column) => column !== 'createdAt' || entity === 'ticket').toSorted()
}

/** Fields that a row has although no column holds them. */
const DERIVED: Readonly<Partial<Record<ImportEntity, readonly string[]>>> = {
  deal: ['title'],
  ticket: ['subject'],
  activity: ['kind'],
}
