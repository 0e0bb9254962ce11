// A filter: conditions joined by “and” and “or”, in groups of groups. Saved with views, so everything in it is plain data.
import { z } from 'zod'
import { currency, day } from '#shared/base/fields.ts'
import { type FieldType, operandOf, operator, operatorsOf } from './field-type.ts'
import { movingDay, period } from './relative-days.ts'

export const MAX_DEPTH = 5
export const MAX_CONDITIONS = 100
/** The id of whoever asks, in conditions on users. */
export const ME = 'me'

const operand = z.union([
  z.string().max(500),
  z.number(),
  z.array(z.string().max(500)).max(1000),
  z.array(z.number()).length(2),
  z.null(),
])
export type FilterOperand = z.infer<typeof operand>

export const condition = z.object({
  /** A field's id; a field that is gone makes the condition broken, not the filter. */
  field: z.string().min(1).max(100),
  operator,
  /** By operator: nothing, a text, a number or two (money in minor units), a day or two, a period, a count of days, ids. */
  value: operand.default(null),
  /** Of amounts: only those in this currency are compared. Without it, any currency. */
  currency: currency.optional(),
})
export type Condition = z.infer<typeof condition>

export interface FilterGroup {
  readonly join: 'and' | 'or'
  readonly not: boolean
  readonly items: readonly FilterItem[]
}
export type FilterItem = FilterGroup | Condition

const group: z.ZodType<FilterGroup, FilterGroupInput> = z.object({
  join: z.enum(['and', 'or']).default('and'),
  not: z.boolean().default(false),
  get items() {
    // Conditions are by far the more, so they are tried first.
    return z.array(z.union([condition, group])).max(MAX_CONDITIONS)
  },
})
export interface FilterGroupInput {
  readonly join?: 'and' | 'or' | undefined
  readonly not?: boolean | undefined
  readonly items: readonly (FilterGroupInput | z.input<typeof condition>)[]
}

export const isGroup = (item: FilterItem): item is FilterGroup => 'items' in item

const depthOf = (item: FilterItem): number => (isGroup(item) ? 1 + Math.max(0, ...item.items.map(depthOf)) : 0)

/** The conditions of a filter, each with its path: the place in each group on the way to it. */
export const conditionsOf = (
  filter: FilterGroup,
  path: readonly number[] = [],
): { readonly path: readonly number[]; readonly condition: Condition }[] =>
  filter.items.flatMap((item, index) =>
    isGroup(item) ? conditionsOf(item, [...path, index]) : [{ path: [...path, index], condition: item }],
  )

export const filter = group
  .refine((value) => depthOf(value) <= MAX_DEPTH, { error: 'filter_depth', params: { kind: 'filter_depth', max: MAX_DEPTH } })
  .refine((value) => conditionsOf(value).length <= MAX_CONDITIONS, {
    error: 'filter_size',
    params: { kind: 'filter_size', max: MAX_CONDITIONS },
  })

export const EVERYTHING: FilterGroup = { join: 'and', not: false, items: [] }

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && (day.safeParse(value).success || movingDay.safeParse(value).success)

/** Whether a condition's operator and value can be asked of a field of this type. A condition that is still being made cannot. */
export const isComplete = ({ operator: asked, value }: Condition, type: FieldType): boolean => {
  if (!operatorsOf[type].includes(asked)) return false
  switch (operandOf(type, asked)) {
    case 'none':
      return true
    case 'text':
      return typeof value === 'string' && value.trim() !== ''
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'numbers':
      return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number')
    case 'day':
      return isDay(value)
    case 'days':
      return Array.isArray(value) && value.length === 2 && value.every(isDay)
    case 'period':
      return period.safeParse(value).success
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 36_500
    case 'ids':
      return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
  }
}
