// The value of an office's own field as one line of words: in lists, on paper, in sentences.
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { Reference } from '#shared/base/fields.ts'
import type { CustomValue } from '#shared/custom-fields/custom-values.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'

export interface CellWords {
  readonly t: Translate
  readonly format: Format
  /** Those of the people and records that values lead to; `useLinkedNames` asks for them. */
  readonly names: readonly Reference[]
}

/** Empty for an empty value. What is no longer known by a name is a dash. */
export const customCellText = (
  { t, format, names }: CellWords,
  field: FieldDefinition,
  value: CustomValue | undefined,
): string => {
  if (value === null || value === undefined || value === '') return ''
  const { type, config, choices, formerChoices } = field
  const choiceName = (id: string): string => [...choices, ...formerChoices].find((choice) => choice.id === id)?.name ?? '–'
  if (Array.isArray(value)) return value.map(choiceName).join(' · ')
  if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no')
  if (typeof value === 'number') {
    if (type === 'money') return format.money(value, config.currency ?? '')
    const number = format.number(value, config.decimals)
    return config.unit === null ? number : `${number} ${config.unit}`
  }
  switch (type) {
    case 'choice':
      return choiceName(value)
    case 'user':
    case 'reference':
      return names.find(({ id }) => id === value)?.name ?? '–'
    case 'day':
      return format.day(value)
    case 'moment':
      return format.moment(value)
    default:
      return value
  }
}
