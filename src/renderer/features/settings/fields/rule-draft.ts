// A rule as its form holds it: every answer of every kind, so that changing the kind loses nothing that was typed.
import type { Condition, FieldRuleConfig, FieldRuleKind } from '#shared/custom-fields/field-rule.ts'
import type { FieldType } from '#shared/lists/field-type.ts'

export interface RuleDraft extends Record<string, unknown> {
  readonly name: string
  readonly kind: FieldRuleKind
  readonly field: string | null
  readonly join: 'and' | 'or'
  readonly items: readonly Condition[]
  readonly pattern: string
  readonly min: number | string | null
  readonly max: number | string | null
  readonly operator: 'equal' | 'notEqual' | 'less' | 'atMost' | 'greater' | 'atLeast'
  readonly other: string | null
  readonly message: string
}

export const ruleKinds: readonly FieldRuleKind[] = [
  ...(['show', 'require', 'readOnly', 'pattern', 'range', 'length', 'unique', 'compare'] as const),
]

export const isEffectKind = (kind: FieldRuleKind): boolean => kind === 'show' || kind === 'require' || kind === 'readOnly'

export const emptyRule: RuleDraft = {
  ...{ name: '', kind: 'show', field: null, join: 'and', items: [{ field: '', operator: 'filled', values: [] }] },
  ...{ pattern: '', min: null, max: null, operator: 'atLeast', other: null, message: '' },
}

export const draftOf = (name: string, config: FieldRuleConfig): RuleDraft => ({
  ...emptyRule,
  ...('when' in config ? config.when : config),
  name,
  kind: config.kind,
  field: config.field,
  message: 'message' in config ? (config.message ?? '') : '',
})

/** What is sent; the contract says what is missing. */
export const configOf = (draft: RuleDraft): FieldRuleConfig => {
  const { kind } = draft
  const field = draft.field ?? ''
  const message = draft.message.trim() === '' ? null : draft.message
  switch (kind) {
    case 'show':
    case 'require':
    case 'readOnly':
      return { kind, field, when: { join: draft.join, items: [...draft.items] } }
    case 'pattern':
      return { kind, field, pattern: draft.pattern, message }
    case 'range':
      return { kind, field, min: draft.min, max: draft.max, message }
    case 'length':
      return { kind, field, min: numberOf(draft.min), max: numberOf(draft.max), message }
    case 'unique':
      return { kind, field, message }
    case 'compare':
      return { kind, field, operator: draft.operator, other: draft.other ?? '', message }
  }
}

const numberOf = (value: number | string | null): number | null => (typeof value === 'number' ? value : null)

type Operator = Condition['operator']
const either: readonly Operator[] = ['filled', 'empty']

/** The comparisons that make sense for a type, the usual one first. */
export const conditionOperators = (type: FieldType): readonly Operator[] => {
  switch (type) {
    case 'choice':
    case 'choices':
    case 'user':
      return ['anyOf', 'noneOf', ...either]
    case 'boolean':
      return ['anyOf']
    case 'number':
    case 'money':
    case 'day':
    case 'moment':
      return ['atLeast', 'greater', 'atMost', 'less', ...either]
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'website':
      return ['anyOf', 'noneOf', 'contains', ...either]
    case 'birthday':
    case 'reference':
    case 'tags':
      return either
  }
}
