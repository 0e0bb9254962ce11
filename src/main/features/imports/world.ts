// What an import knows while it goes over its rows: the records that are there, those it makes, and what it made for names alone.
import type { ImportEntity, ImportPlan } from '#shared/imports/plan.ts'
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import type { Db } from '#main/db/database.ts'
import { type Claims, createClaims } from './claims.ts'
import { columnsOfField, type Columns } from './kinds.ts'
import { keysOfReference, type MatchKey } from './match-keys.ts'
import type { Office } from './office.ts'
import { createRecordSet, type RecordSet } from './record-set.ts'
import type { Touches } from './touches.ts'

/** A record that is made because a row names it; a later row may turn out to be it. */
export interface MadeAlong {
  readonly entity: ImportEntity
  readonly id: string
  readonly columns: Columns
  /** Of a person: the company they are tied to. */
  readonly companyId: string | null
  /** The row that named it, as `touches` counts. */
  readonly row: number
  /** The place of the table that named it. */
  readonly table: number
}

export interface World {
  readonly db: Db
  readonly office: Office
  readonly newId: () => string
  readonly touches: Touches
  readonly setOf: (entity: ImportEntity) => RecordSet
  /** By id. */
  readonly madeAlong: Map<string, MadeAlong>
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
    madeAlong: new Map(),
    setOf: (entity) => {
      let set = sets.get(entity)
      if (!set) {
        const keys = wants.get(entity) ?? new Set<MatchKey>()
        sets.set(entity, (set = createRecordSet(db, entity, { keys, rowColumns: rowColumnsOf(plan, entity), touches })))
      }
      return set
    },
    claims: (entity) => {
      let known = claims.get(entity)
      if (!known) claims.set(entity, (known = createClaims(touches.ofNumbers(entity))))
      return known
    },
  }
}

/** The keys of a table: those chosen, or the usual ones of its kind. */
export const keysOfTable = ({ entity, keys }: ImportPlan['tables'][number]): readonly string[] =>
  keys.length > 0 ? keys : entitySpecs[entity].usualKeys

const wantedKeys = (plan: ImportPlan): Map<ImportEntity, Set<MatchKey>> => {
  const wants = new Map<ImportEntity, Set<MatchKey>>()
  const want = (entity: ImportEntity, ...keys: readonly MatchKey[]): void => {
    const known = wants.get(entity) ?? new Set<MatchKey>()
    for (const key of keys) known.add(key)
    wants.set(entity, known)
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
      if (spec?.to) want(spec.to, ...keysOfReference(spec.to, by))
      // A name may have an address behind it.
      if (spec?.kind === 'people' || (spec?.to === 'contact' && by === 'name')) want('contact', 'email')
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
