// The fields of the records side by side, with what is proposed for each.
import { isBlank } from '#shared/custom-fields/conditions.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { mainPoint } from '#shared/customers/contact-point-rules.ts'
import { proposedPlace } from '#shared/merges/merge-choices.ts'
import { type MergeUnit, mergeUnits, pointOfField } from '#shared/merges/merge-fields.ts'
import type { MergeField, MergeValue } from '#shared/merges/merge.ts'
import type { Db } from '#main/db/database.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import { ownValue } from '#main/records/own-value.ts'
import type { Members, MergeRecord } from './merge-records.ts'
import { soundParent } from './parent-choice.ts'
import { pointKey } from './point-key.ts'
import { unitValue } from './unit-value.ts'

/** A field that can be chosen, and the columns that come with it. */
export interface MergedField extends MergeField {
  readonly columns: readonly string[]
}

/** Fields that no record fills are left out. */
export const readMergedFields = (db: Db, members: Members): readonly MergedField[] => {
  const units = mergeUnits[members.recordType].map((unit) => unitField(db, members, unit))
  const own = fieldChecks(db, members.recordType).definitions.map((field) => ownField(db, members, field))
  return [...units, ...own].filter(({ values }) => values.some(({ group }) => group !== null))
}

const unitField = (db: Db, members: Members, unit: MergeUnit): MergedField => {
  const { recordType, records } = members
  const kind = pointOfField(recordType, unit.field)
  const heldBy = (record: MergeRecord): MergeValue['value'] =>
    unit.field === 'parentId' && soundParent(db, members, record.values['parentId']) === null ? null : unitValue(db, unit, record)
  const values = records.map((record) => ({
    value: heldBy(record),
    currency: currencyOf(unit, record),
    isUnited: kind !== null && mainPoint(record.row, kind) !== null,
  }))
  const keys = values.map(({ value }) =>
    value === null ? null : kind === null ? textKey(value) : (pointKey(kind, { value: String(value) }) ?? textKey(value)),
  )
  const fullness = records.map((record) => unit.compared.filter((column) => !isBlank(record.values[column])).length)
  const ofCurrency = keys.map((key, place) => (key === null ? null : `${key} ${values[place]?.currency ?? ''}`))
  return {
    ...fieldOf(members, unit.field, { values, keys: ofCurrency, weights: fullness }),
    ...{ columns: unit.columns, label: null, isFixed: false },
  }
}

const ownField = (db: Db, members: Members, field: FieldDefinition): MergedField => {
  const isFixed = field.type === 'autoNumber'
  const held = members.records.map((record) => record.values[field.key])
  const currency = field.type === 'money' ? field.config.currency : null
  const values = held.map((value) => ({ value: ownValue(db, field, value), currency, isUnited: false }))
  const keys = held.map((value) => (isBlank(value) ? null : JSON.stringify(value)))
  const found = fieldOf(members, field.key, { values, keys, weights: [] })
  return {
    ...{ ...found, columns: [field.key], label: field.name, isFixed },
    proposedId: isFixed ? members.winnerId : found.proposedId,
  }
}

interface Compared {
  readonly values: readonly Omit<MergeValue, 'group'>[]
  /** What makes two values the same; null is empty. */
  readonly keys: readonly (string | null)[]
  readonly weights: readonly number[]
}

const fieldOf = ({ ids, order, winnerId }: Members, field: string, { values, keys, weights }: Compared) => {
  const distinct = [...new Set(keys)].filter((key) => key !== null)
  const grouped = values.map((value, place) => {
    const key = keys[place] ?? null
    return { ...value, group: key === null ? null : distinct.indexOf(key) }
  })
  return { field, values: grouped, proposedId: ids[proposedPlace(grouped, order, weights)] ?? winnerId }
}

const textKey = (value: string | number | boolean): string =>
  typeof value === 'string' ? value.normalize('NFKC').trim() : String(value)

const currencyOf = ({ columns }: MergeUnit, { values }: MergeRecord): string | null => {
  const currency = columns.includes('revenueCurrency') ? values['revenueCurrency'] : null
  return typeof currency === 'string' ? currency : null
}
