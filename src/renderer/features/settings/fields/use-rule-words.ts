// A rule as a sentence.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { choiceLabel } from '#renderer/records/lists/field-words.ts'
import type { Condition, FieldRuleConfig } from '#shared/custom-fields/field-rule.ts'
import type { FieldLabels } from './use-field-labels.ts'

const DAY = /^\d{4}-\d\d-\d\d$/u

export const useRuleWords = ({ of, label }: FieldLabels): ((config: FieldRuleConfig) => string) => {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const people = useQuery(api.users.list({})).data ?? []
  const currency = useQuery(api.settings.get({})).data?.currency ?? ''

  const valueWords = (fieldId: string, value: string | number | boolean | null): string => {
    const field = of(fieldId)
    if (value === null) return ''
    if (typeof value === 'boolean') return t(value ? 'history.yes' : 'history.no')
    if (typeof value === 'number') {
      return field?.type === 'money' ? format.money(value, field.currency ?? currency) : format.number(value)
    }
    const choice = field?.choices.find((one) => one.value === value)
    if (choice) return choiceLabel(t, choice)
    if (field?.type === 'user') return people.find(({ id }) => id === value)?.name ?? '–'
    return DAY.test(value) ? format.day(value) : value
  }
  const conditionWords = ({ field, operator, values }: Condition): string =>
    t(`customFields.condition.${operator}`, {
      field: label(field),
      values: values.map((value) => valueWords(field, value)).join(t('lists.cell.comma')),
    })

  return (config) => {
    const field = label(config.field)
    switch (config.kind) {
      case 'show':
      case 'require':
      case 'readOnly': {
        const joint = t(`customFields.join.${config.when.join}`)
        return t(`customFields.rule.${config.kind}`, { field, when: config.when.items.map(conditionWords).join(joint) })
      }
      case 'range':
      case 'length': {
        const { min, max } = config
        const limits = { field, min: valueWords(config.field, min), max: valueWords(config.field, max) }
        const shape = min === null ? 'at_most' : max === null ? 'at_least' : 'between'
        return t(`customFields.rule.${config.kind}.${shape}`, limits)
      }
      case 'pattern':
        return t('customFields.rule.pattern', { field, pattern: config.pattern })
      case 'unique':
        return t('customFields.rule.unique', { field })
      case 'compare':
        return t(`customFields.rule.compare.${config.operator}`, { field, other: label(config.other) })
    }
  }
}
