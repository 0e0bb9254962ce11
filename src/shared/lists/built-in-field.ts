// How a built-in field is written down: its type says most of it.
import type { FieldType } from './field-type.ts'
import type { ListEntity } from './list-entity.ts'
import type { ListField } from './list-field.ts'

/** Where the choices of a field come from: fixed words of the catalogue, or a table of the workspace. */
export type ChoiceSource =
  | { readonly kind: 'words'; readonly keys: Readonly<Record<string, string>> }
  | { readonly kind: 'table'; readonly table: ChoiceTable }
export type ChoiceTable = 'lifecycleStages' | 'recordTypes' | 'pipelines' | 'stages' | 'ticketStatuses'

export interface BuiltInField extends Omit<ListField, 'choices'> {
  readonly choices: ChoiceSource | null
}

interface Traits {
  /** Without it the list shows the field only when asked. */
  readonly isShown?: boolean
  readonly isReadOnly?: boolean
  readonly isUnsortable?: boolean
  readonly isUnfilterable?: boolean
  readonly isRequired?: boolean
  /** Numbers that make no sense as a sum, such as years. */
  readonly isUnsummable?: boolean
  readonly width?: number
  readonly target?: ListEntity
  readonly choices?: ChoiceSource
}

const widths: Readonly<Record<FieldType, number>> = {
  ...{ text: 160, longText: 240, phone: 145, email: 180, website: 180, number: 110, money: 140, day: 120, moment: 112 },
  ...{ birthday: 110, boolean: 90, choice: 130, choices: 180, user: 112, reference: 180, tags: 160 },
}

const sortless: readonly FieldType[] = ['longText', 'tags', 'choices', 'birthday']
/** A row is in one group only, so that subtotals add up to the total: fields that hold several values make no groups. */
const groupable: readonly FieldType[] = ['choice', 'user', 'reference', 'boolean', 'day', 'moment', 'text']

export const canSort = (type: FieldType): boolean => !sortless.includes(type)
export const canGroup = (type: FieldType): boolean => groupable.includes(type)
export const canSum = (type: FieldType): boolean => type === 'number' || type === 'money'
export const widthOf = (type: FieldType): number => widths[type]

export const field = (id: string, labelKey: string, type: FieldType, traits: Traits = {}): BuiltInField => ({
  id,
  type,
  label: null,
  labelKey,
  isCustom: false,
  isSortable: canSort(type) && traits.isUnsortable !== true,
  isFilterable: traits.isUnfilterable !== true,
  isEditable: traits.isReadOnly !== true,
  isSummable: canSum(type) && traits.isUnsummable !== true,
  isGroupable: canGroup(type) && traits.isUnfilterable !== true,
  isRequired: traits.isRequired === true,
  choices: traits.choices ?? null,
  currency: null,
  target: traits.target ?? null,
  width: traits.width ?? widthOf(type),
  isShown: traits.isShown === true,
})

/** Fixed choices, each said by `<prefix>.<value>`. */
export const words = (prefix: string, values: readonly string[]): ChoiceSource => ({
  kind: 'words',
  keys: Object.fromEntries(values.map((value) => [value, `${prefix}.${value}`])),
})

export const choicesFrom = (table: ChoiceTable): ChoiceSource => ({ kind: 'table', table })
