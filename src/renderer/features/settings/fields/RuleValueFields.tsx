// What a rule about values is told: the pattern, the limits, the other field, and the words for who breaks it.
import { Group, NumberInput, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { fieldLabel } from '#renderer/records/lists/field-words.ts'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx'
import type { ListField } from '#shared/lists/list-field.ts'
import type { RuleDraft } from './rule-draft.ts'

interface RuleValueFieldsProps {
  readonly form: UseFormReturnType<RuleDraft>
  readonly about: ListField | null
  /** Those that the field can be compared with, itself among them. */
  readonly fields: readonly ListField[]
}

const comparisons = ['equal', 'notEqual', 'less', 'atMost', 'greater', 'atLeast'] as const

export function RuleValueFields({ form, about, fields }: RuleValueFieldsProps) {
  const t = useT()
  const { kind } = form.values
  const errorOf = (name: string): ReactNode => form.errors[`config.${name}`]

  return (
    <>
      {kind === 'pattern' && (
        <TextInput
          label={t('customFields.pattern')}
          description={t('customFields.pattern_help')}
          ff="monospace"
          {...form.getInputProps('pattern')}
          error={errorOf('pattern')}
        />
      )}
      {(kind === 'range' || kind === 'length') && (
        <Group grow align="flex-start">
          <Limit name="min" form={form} about={kind === 'length' ? null : about} error={errorOf('min')} />
          <Limit name="max" form={form} about={kind === 'length' ? null : about} error={errorOf('max')} />
        </Group>
      )}
      {kind === 'compare' && (
        <Group grow align="flex-start">
          <Select
            allowDeselect={false}
            label={t('customFields.comparison')}
            data={comparisons.map((value) => ({ value, label: t(`customFields.comparison.${value}`) }))}
            {...form.getInputProps('operator')}
          />
          <Select
            searchable
            allowDeselect={false}
            label={t('customFields.other_field')}
            placeholder={t('customFields.choose')}
            nothingFoundMessage={t('base.search_nothing')}
            data={fields
              .filter(({ id, type }) => id !== about?.id && type === about?.type)
              .map((one) => ({ value: one.id, label: fieldLabel(t, one) }))}
            {...form.getInputProps('other')}
            error={errorOf('other')}
          />
        </Group>
      )}
      <TextInput
        label={t('customFields.message')}
        description={t('customFields.message_help')}
        {...form.getInputProps('message')}
      />
    </>
  )
}

interface LimitProps {
  readonly name: 'min' | 'max'
  readonly form: UseFormReturnType<RuleDraft>
  /** null: characters are counted. */
  readonly about: ListField | null
  readonly error: ReactNode
}

function Limit({ name, form, about, error }: LimitProps) {
  const t = useT()
  const settings = useQuery(useApi().settings.get({}))
  const value = form.values[name]
  const input = { label: t(`customFields.limit.${name}`), error }
  const set = (next: number | string | null) => form.setFieldValue(name, next)

  if (about?.type === 'day') return <DayInput {...input} value={typeof value === 'string' ? value : null} onChange={set} />
  if (about?.type === 'money') {
    const currency = about.currency ?? settings.data?.currency ?? ''
    return <MoneyInput {...input} currency={currency} value={typeof value === 'number' ? value : null} onChange={set} />
  }
  return (
    <NumberInput
      {...input}
      hideControls
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => set(next === '' ? null : Number(next))}
    />
  )
}
