// The one gate for what records are written with: every path that makes or changes a company, contact, deal or ticket comes through here.
import { AppError, type FieldIssue } from '#shared/base/app-error.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import { type FieldValues, hiddenFields, isBlank, readOnlyFields, requiredFields } from '#shared/custom-fields/conditions.ts'
import { type CustomValue, type CustomValues, storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { brokenRule, pathOf, valueIssue } from '#shared/custom-fields/value-rules.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { checkedCustom } from './checked-custom.ts'
import { type FieldChecks, fieldChecks } from './field-checks.ts'
import { matchPattern } from './pattern-match.ts'
import { readRecordValues } from './record-values.ts'

/** The columns of a record, with the office's own fields under `custom`. */
interface Fields {
  readonly custom?: Readonly<Record<string, CustomValue>> | undefined
}

/** The office's own fields of a new record: checked, repaired, automatic numbers filled in. */
interface Own {
  readonly custom: Readonly<Record<string, CustomValue>>
}

/**
 * A new record as it may be stored. Throws `invalid_input` with an issue for each field that is missing, does not belong here, or breaks a
 * rule. `id` is the record's, where it is known.
 */
export const checkedNew = <Given extends Fields>(tx: WriteTx, entity: FieldedType, given: Given, id?: string): Given & Own => {
  const checks = fieldChecks(tx, entity)
  const own = checkedCustom(tx, checks, given.custom ?? {}, null)
  if (checks.isEmpty) return { ...given, custom: refuseAny(own.issues, own.values) }
  const after: FieldValues = { ...Object.fromEntries(Object.entries(given)), ...own.values }
  const custom = refuseAny([...own.issues, ...newRecordIssues(tx, entity, after, id)], own.values)
  return { ...given, custom: { ...custom, ...automaticNumbers(tx, entity) } }
}

/**
 * What the office's rules have against a new record whose own fields have been read already. One without a complaint counts as there from
 * now on, so that the next of a file cannot take what must be unique.
 */
export const newRecordIssues = (db: Db, entity: FieldedType, record: FieldValues, id?: string): readonly FieldIssue[] => {
  const checks = fieldChecks(db, entity)
  if (checks.isEmpty) return []
  const issues = [
    ...missing(requiredFields(checks.definitions, checks.rules, record), record, checks),
    ...outOfPlace(hiddenFields(checks.rules, record), record),
    ...brokenRules(checks, record, null, id ?? null),
  ]
  if (issues.length === 0) rememberUnique(checks, record, id ?? '')
  return issues
}

/** Changes as they may be stored: only what is given is held to the rules, so that an old gap elsewhere keeps nobody from working. */
export const checkedChanges = <Given extends Fields>(tx: WriteTx, entity: FieldedType, id: string, given: Given): Given => {
  const checks = fieldChecks(tx, entity)
  if (checks.isEmpty && given.custom === undefined) return given
  const { issues, custom } = changedRecordIssues(tx, entity, { id, before: readRecordValues(tx, entity, id), given })
  refuseAny(issues, null)
  return given.custom === undefined ? given : { ...given, custom }
}

interface Changed {
  readonly id: string
  /** The record as it is. */
  readonly before: FieldValues
  readonly given: Fields
}

/** What the office's rules have against changes of a record, and its own fields repaired. Changes without a complaint count as made. */
export const changedRecordIssues = (
  db: Db,
  entity: FieldedType,
  { id, before, given }: Changed,
): { readonly issues: readonly FieldIssue[]; readonly custom: CustomValues } => {
  const checks = fieldChecks(db, entity)
  const own = checkedCustom(db, checks, given.custom ?? {}, before)
  const { custom: _custom, ...columns } = given
  const stated = Object.entries({ ...columns, ...own.values }).filter(([, value]) => value !== undefined)
  const after: FieldValues = { ...before, ...Object.fromEntries(stated) }
  const changed = new Set(stated.flatMap(([field, value]) => (isSame(before[field], value) ? [] : [field])))
  const needed = requiredFields(checks.definitions, checks.rules, after)
  const wasNeeded = requiredFields(checks.definitions, checks.rules, before)
  const fixed = readOnlyFields(checks.rules, before).intersection(readOnlyFields(checks.rules, after))
  const issues = [
    ...own.issues,
    ...missing(new Set([...needed].filter((field) => changed.has(field) || !wasNeeded.has(field))), after, checks),
    ...outOfPlace(hiddenFields(checks.rules, after), only(after, changed)),
    ...[...fixed.intersection(changed)].map((field) => issueOf(field, 'field_read_only')),
    ...brokenRules(checks, after, changed, id),
  ]
  if (issues.length === 0) rememberUnique(checks, only(after, changed), id)
  return { issues, custom: own.values }
}

const issueOf = (field: string, code: string): FieldIssue => ({ field: pathOf(field), code, params: {} })

const refuseAny = <Value>(issues: readonly FieldIssue[], value: Value): Value => {
  if (issues.length === 0) return value
  throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
}

const isSame = (one: unknown, other: unknown): boolean =>
  (isBlank(one) && isBlank(other)) || one === other || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(other))

const only = <Value>(values: Readonly<Record<string, Value>>, fields: ReadonlySet<string>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([field]) => fields.has(field)))

/** Numbers that Kith gives out are never missing. */
const missing = (needed: ReadonlySet<string>, record: FieldValues, { byKey }: FieldChecks): FieldIssue[] =>
  [...needed]
    .filter((field) => isBlank(record[field]) && isKnown(field, byKey) && byKey.get(field)?.type !== 'autoNumber')
    .map((field) => issueOf(field, 'required'))

/** A rule may still speak of a field that was removed. */
const isKnown = (field: string, byKey: FieldChecks['byKey']): boolean => storageClassOf(field) === null || byKey.has(field)

const outOfPlace = (hidden: ReadonlySet<string>, values: FieldValues): FieldIssue[] =>
  Object.entries(values).flatMap(([key, value]) => (hidden.has(key) && !isBlank(value) ? [issueOf(key, 'field_hidden')] : []))

const brokenRules = (
  { valueRules, rules, unique, byKey }: FieldChecks,
  record: FieldValues,
  changed: ReadonlySet<string> | null,
  id: string | null,
): FieldIssue[] => {
  const hidden = hiddenFields(rules, record)
  return valueRules.flatMap(({ rule, fields }) => {
    const isAsked = fields.every((field) => isKnown(field, byKey)) && !hidden.has(rule.field)
    if (!isAsked || (changed !== null && !fields.some((field) => changed.has(field)))) return []
    const value = record[rule.field]
    if (rule.kind === 'pattern' && typeof value === 'string' && value !== '') {
      const match = matchPattern(rule.pattern, value)
      return match === 'yes' ? [] : [brokenRule(rule, match === 'slow' ? 'pattern_slow' : 'pattern_differs')]
    }
    if (rule.kind === 'unique' && (typeof value === 'string' || typeof value === 'number') && value !== '') {
      return unique.isTaken(rule.field, value, id) ? [brokenRule(rule, 'value_taken')] : []
    }
    return valueIssue(rule, record) ?? []
  })
}

const rememberUnique = ({ valueRules, unique }: FieldChecks, record: FieldValues, id: string): void => {
  for (const { rule } of valueRules) {
    const value = record[rule.field]
    if (rule.kind === 'unique' && (typeof value === 'string' || typeof value === 'number')) unique.took(rule.field, value, id)
  }
}

/** What Kith gives a new record of itself: by the keys of the fields for automatic numbers. */
export const automaticNumbers = (tx: WriteTx, entity: FieldedType): Record<string, string> =>
  Object.fromEntries(
    fieldChecks(tx, entity).automatic.map(({ key, config: { prefix, width } }) => {
      const { letter, number } = tx.nextInSeries(key)
      return [key, [prefix, letter, String(number).padStart(width, '0')].filter((part) => part !== '').join('-')]
    }),
  )
