// The office's rules about fields: when one is shown, needed or fixed, and which values it takes. A field is a column's name, or a key.
import { z } from 'zod'
import { fieldedType, id, line, requiredLine } from '#shared/base/fields.ts'

const fieldId = z.string().min(1).max(60)

/** `filled` and `empty` compare with nothing, sizes and `contains` with the first value, the others with all of them. */
export const condition = z.object({
  field: fieldId,
  operator: z.enum(['filled', 'empty', 'anyOf', 'noneOf', 'contains', 'less', 'atMost', 'greater', 'atLeast']),
  values: z
    .array(z.union([z.string().max(400), z.number(), z.boolean()]))
    .max(100)
    .default([]),
})
export type Condition = z.infer<typeof condition>

export const conditions = z.object({ join: z.enum(['and', 'or']), items: z.array(condition).min(1).max(20) })
export type Conditions = z.infer<typeof conditions>

/** Said where the rule is broken; without it a sentence of Kith's own. */
const message = line(200).nullable().default(null)
/** Numbers, money in minor units, or a day. */
const bound = z.union([z.number(), z.iso.date()]).nullable().default(null)

export const fieldRuleConfig = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['show', 'require', 'readOnly']), field: fieldId, when: conditions }),
  z.object({ kind: z.literal('pattern'), field: fieldId, pattern: z.string().min(1).max(300), message }),
  z.object({ kind: z.literal('range'), field: fieldId, min: bound, max: bound, message }),
  z.object({
    ...{ kind: z.literal('length'), field: fieldId, message },
    min: z.int().min(0).max(20_000).nullable().default(null),
    max: z.int().min(1).max(20_000).nullable().default(null),
  }),
  z.object({ kind: z.literal('unique'), field: fieldId, message }),
  z.object({
    ...{ kind: z.literal('compare'), field: fieldId, other: fieldId, message },
    operator: z.enum(['equal', 'notEqual', 'less', 'atMost', 'greater', 'atLeast']),
  }),
])
export type FieldRuleConfig = z.infer<typeof fieldRuleConfig>
export type FieldRuleKind = FieldRuleConfig['kind']
export type EffectRule = Extract<FieldRuleConfig, { readonly kind: 'show' | 'require' | 'readOnly' }>

export const fieldRule = z.object({
  id,
  entity: fieldedType,
  name: requiredLine(100),
  config: fieldRuleConfig,
  position: z.string(),
})
export type FieldRule = z.infer<typeof fieldRule>

/** Every field that a rule speaks of: the one that it is about first. */
export const fieldsOfRule = (rule: FieldRuleConfig): readonly string[] => {
  if ('when' in rule) return [rule.field, ...rule.when.items.map(({ field }) => field)]
  return rule.kind === 'compare' ? [rule.field, rule.other] : [rule.field]
}
