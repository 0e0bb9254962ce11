// What a condition compares a field with.
import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { choiceLabel } from '#renderer/records/lists/field-words.ts'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx'
import type { Condition } from '#shared/custom-fields/field-rule.ts'
import type { ListField } from '#shared/lists/list-field.ts'

interface ConditionValueProps {
  readonly field: ListField
  readonly condition: Condition
  readonly onChange: (values: Condition['values']) => void
}

export function ConditionValue({ field, condition, onChange }: ConditionValueProps) {
  const t = useT()
  const api = useApi()
  const people = useQuery({ ...api.users.list({}), enabled: field.type === 'user' })
  const settings = useQuery(api.settings.get({}))
  const { operator, values } = condition
  const [first] = values
  const input = { 'aria-label': t('customFields.condition_value') }
  if (operator === 'filled' || operator === 'empty') return <span />

  switch (field.type) {
    case 'boolean':
      return (
        <Select
          {...input}
          allowDeselect={false}
          data={[
            { value: 'yes', label: t('history.yes') },
            { value: 'no', label: t('history.no') },
          ]}
          value={first === false ? 'no' : 'yes'}
          onChange={(next) => onChange([next === 'yes'])}
        />
      )
    case 'choice':
    case 'choices':
    case 'user':
      return (
        <MultiSelect
          {...input}
          searchable
          placeholder={values.length === 0 ? t('customFields.choose') : ''}
          nothingFoundMessage={t('base.search_nothing')}
          data={
            field.type === 'user'
              ? (people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
              : field.choices
                  .filter((choice) => !choice.isArchived)
                  .map((choice) => ({ value: choice.value, label: choiceLabel(t, choice) }))
          }
          value={values.map(String)}
          onChange={onChange}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...input}
          hideControls
          value={typeof first === 'number' ? first : ''}
          onChange={(next) => onChange(next === '' ? [] : [Number(next)])}
        />
      )
    case 'money':
      return (
        <MoneyInput
          {...input}
          currency={field.currency ?? settings.data?.currency ?? ''}
          value={typeof first === 'number' ? first : null}
          onChange={(next) => onChange(next === null ? [] : [next])}
        />
      )
    case 'day':
    case 'moment':
      return (
        <DayInput
          {...input}
          value={typeof first === 'string' ? first : null}
          onChange={(next) => onChange(next === null ? [] : [next])}
        />
      )
    default:
      return operator === 'contains' ? (
        <TextInput {...input} value={String(first ?? '')} onChange={({ currentTarget }) => onChange([currentTarget.value])} />
      ) : (
        <TagsInput {...input} value={values.map(String)} onChange={onChange} />
      )
  }
}
