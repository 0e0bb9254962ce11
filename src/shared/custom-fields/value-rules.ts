// The office's rules about values that can be judged on the record alone. Patterns and uniqueness are the engine's to judge.
import type { FieldIssue, MessageParams } from '#shared/base/app-error.ts'
import { storageClassOf } from './custom-values.ts'
import { compareValues, type FieldValues, isBlank } from './conditions.ts'
import type { FieldRuleConfig } from './field-rule.ts'
import { issuePath } from './field-value.ts'

type ValueRule = Exclude<FieldRuleConfig, { readonly kind: 'show' | 'require' | 'readOnly' }>

export const isValueRule = (config: FieldRuleConfig): config is ValueRule => !('when' in config)

/** Where a complaint about a field stands, built in or the office's own. */
export const pathOf = (field: string): string => (storageClassOf(field) === null ? field : issuePath(field))

/** The complaint of a broken rule: the office's own words, or the sentence of `code`. */
export const brokenRule = (rule: ValueRule, code: string, params: MessageParams = {}): FieldIssue =>
  rule.message === null
    ? { field: pathOf(rule.field), code, params }
    : { field: pathOf(rule.field), code: 'own_rule', params: { message: rule.message } }

const orders = {
  equal: (order: number) => order === 0,
  notEqual: (order: number) => order !== 0,
  less: (order: number) => order < 0,
  atMost: (order: number) => order <= 0,
  greater: (order: number) => order > 0,
  atLeast: (order: number) => order >= 0,
} as const

/** What a rule has against the record; null if nothing. An empty value breaks no rule. */
export const valueIssue = (rule: ValueRule, record: FieldValues): FieldIssue | null => {
  const value = record[rule.field]
  if (isBlank(value)) return null
  switch (rule.kind) {
    case 'range': {
      if (rule.min !== null && (compareValues(value, rule.min) ?? 0) < 0) return brokenRule(rule, 'below_range')
      return rule.max !== null && (compareValues(value, rule.max) ?? 0) > 0 ? brokenRule(rule, 'above_range') : null
    }
    case 'length': {
      const length = typeof value === 'string' ? [...value].length : 0
      if (rule.min !== null && length < rule.min) return brokenRule(rule, 'too_short', { minimum: rule.min })
      return rule.max !== null && length > rule.max ? brokenRule(rule, 'too_long', { maximum: rule.max }) : null
    }
    case 'compare': {
      const order = isBlank(record[rule.other]) ? null : compareValues(value, record[rule.other])
      return order === null || orders[rule.operator](order) ? null : brokenRule(rule, 'does_not_compare')
    }
    case 'pattern':
    case 'unique':
      return null
  }
}
