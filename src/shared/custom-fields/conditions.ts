// What the conditions of a record come to: which fields are shown, needed and fixed. The same for forms and the engine.
import type { FieldDefinition } from './field-definition.ts'
import type { Condition, Conditions, EffectRule, FieldRule, FieldRuleConfig } from './field-rule.ts'

/** A record's values by field: columns by name and the office's own fields by key, side by side. */
export type FieldValues = Readonly<Record<string, unknown>>

/** The values of a record as conditions read them. */
export const fieldValuesOf = (record: FieldValues): FieldValues => {
  const custom: unknown = record['custom']
  return typeof custom === 'object' && custom !== null ? { ...record, ...custom } : record
}

export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Text without regard to case, width and spaces around it; everything else as it is. */
const comparable = (value: unknown): unknown => (typeof value === 'string' ? value.normalize('NFKC').toLowerCase().trim() : value)

/** Less, equal or greater than zero; null where the two cannot be compared. */
export const compareValues = (one: unknown, other: unknown): number | null => {
  const [a, b] = [comparable(one), comparable(other)]
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return null
}

const sizes = {
  less: (order: number) => order < 0,
  atMost: (order: number) => order <= 0,
  greater: (order: number) => order > 0,
  atLeast: (order: number) => order >= 0,
} as const

export const meetsCondition = ({ field, operator, values }: Condition, record: FieldValues): boolean => {
  const value = record[field]
  // Yes or no that nobody answered is no.
  const held = (Array.isArray(value) ? value : [value]).map(comparable)
  const isAny = () => values.some((wanted) => held.includes(comparable(wanted)) || (wanted === false && isBlank(value)))
  switch (operator) {
    case 'filled':
      return !isBlank(value)
    case 'empty':
      return isBlank(value)
    case 'anyOf':
      return isAny()
    case 'noneOf':
      return !isAny()
    case 'contains':
      return typeof value === 'string' && String(comparable(value)).includes(String(comparable(values[0] ?? '')))
    case 'less':
    case 'atMost':
    case 'greater':
    case 'atLeast': {
      const order = isBlank(value) ? null : compareValues(value, values[0])
      return order !== null && sizes[operator](order)
    }
  }
}

export const meets = ({ join, items }: Conditions, record: FieldValues): boolean =>
  join === 'and' ? items.every((item) => meetsCondition(item, record)) : items.some((item) => meetsCondition(item, record))

const isEffect = (config: FieldRuleConfig): config is EffectRule => 'when' in config

const effects = (rules: readonly FieldRule[], kind: EffectRule['kind']): readonly EffectRule[] =>
  rules.flatMap(({ config }) => (isEffect(config) && config.kind === kind ? [config] : []))

const affected = (rules: readonly FieldRule[], kind: EffectRule['kind'], record: FieldValues): Set<string> =>
  new Set(effects(rules, kind).flatMap(({ field, when }) => (meets(when, record) ? [field] : [])))

/** Fields that this record does not have: each of them has rules that show it, and none of those holds. */
export const hiddenFields = (rules: readonly FieldRule[], record: FieldValues): ReadonlySet<string> => {
  const shown = affected(rules, 'show', record)
  return new Set(effects(rules, 'show').flatMap(({ field }) => (shown.has(field) ? [] : [field])))
}

/** Fields that this record must fill, built-in ones too. A hidden field is never needed. */
export const requiredFields = (
  definitions: readonly FieldDefinition[],
  rules: readonly FieldRule[],
  record: FieldValues,
): ReadonlySet<string> => {
  const always = definitions.flatMap(({ key, isRequired }) => (isRequired ? [key] : []))
  return new Set([...always, ...affected(rules, 'require', record)]).difference(hiddenFields(rules, record))
}

/** Fields that stand fast in this record. */
export const readOnlyFields = (rules: readonly FieldRule[], record: FieldValues): ReadonlySet<string> =>
  affected(rules, 'readOnly', record)

/** Whether fields show or need each other in a circle, so that none of them could ever be reached. */
export const hasCircle = (rules: readonly FieldRuleConfig[]): boolean => {
  const leadsTo = new Map<string, string[]>()
  for (const rule of rules) {
    if (rule.kind !== 'show' && rule.kind !== 'require') continue
    leadsTo.set(rule.field, [...(leadsTo.get(rule.field) ?? []), ...rule.when.items.map(({ field }) => field)])
  }
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (leadsTo.get(from) ?? []).some((next) => {
      if (next === to) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, to, seen)
    })
  return [...leadsTo.keys()].some((field) => reaches(field, field, new Set()))
}
