// What a form asks about a field besides its name, and what of it a type is told.
import type { FieldedType } from '#shared/base/fields.ts'
import type { FieldConfig, FieldConfigChanges } from '#shared/custom-fields/field-definition.ts'
import type { CustomFieldType } from '#shared/custom-fields/field-type.ts'

export interface FieldOptionValues {
  readonly help: string
  readonly decimals: number | string
  readonly unit: string
  readonly currency: string | null
  readonly target: FieldedType
  readonly prefix: string
  readonly width: number | string
}

export const emptyOptions: FieldOptionValues = {
  ...{ help: '', decimals: 2, unit: '', currency: null, target: 'company', prefix: '', width: 4 },
}

export const optionsOf = ({ help, unit, target, ...config }: FieldConfig): FieldOptionValues => ({
  ...config,
  help: help ?? '',
  unit: unit ?? '',
  target: target ?? 'company',
})

const textOf = (text: string): string | null => (text.trim() === '' ? null : text)

export const toConfig = (type: CustomFieldType, values: FieldOptionValues): FieldConfigChanges => ({
  help: textOf(values.help),
  ...(type === 'number' ? { decimals: Number(values.decimals), unit: textOf(values.unit) } : {}),
  ...(type === 'money' && values.currency !== null ? { currency: values.currency } : {}),
  ...(type === 'reference' ? { target: values.target } : {}),
  ...(type === 'autoNumber' ? { prefix: values.prefix, width: Number(values.width) } : {}),
})
