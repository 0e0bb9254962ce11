// The input of an office's own field in a form, of whichever type.
import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FocusEvent, ReactNode } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import type { CustomValue } from '#shared/custom-fields/custom-values.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { MomentInput } from './MomentInput.tsx'
import { useLinkedNames } from './use-linked-names.ts'

interface CustomFieldInputProps {
  readonly field: FieldDefinition
  readonly value: CustomValue
  readonly onChange: (value: CustomValue) => void
  readonly error?: ReactNode
  /** Its name, unless the field's is enough: with a word that it is needed. */
  readonly label?: ReactNode
  readonly isDisabled?: boolean
  readonly onBlur?: (event: FocusEvent<HTMLElement>) => void
  /** Where a form finds it, to put the focus there. */
  readonly path?: string
  readonly autoFocus?: boolean
}

const textTypes = { phone: 'tel', email: 'email', website: 'url' } as const

export function CustomFieldInput(props: CustomFieldInputProps) {
  const { field, value, onChange, error, label, isDisabled = false, onBlur, path, autoFocus } = props
  const t = useT()
  const api = useApi()
  const people = useQuery({ ...api.users.list({}), enabled: field.type === 'user' })
  const [linked = null] = useLinkedNames(field, typeof value === 'string' && field.type === 'reference' ? [value] : [])
  const { type, config } = field
  const text = typeof value === 'string' ? value : ''
  const choices = field.choices.map((choice) => ({ value: choice.id, label: choice.name }))
  const input = {
    label: label ?? field.name,
    description: config.help,
    error,
    disabled: isDisabled || type === 'autoNumber',
    ...(onBlur ? { onBlur } : {}),
    ...(path === undefined ? {} : { 'data-path': path }),
    ...(autoFocus ? { autoFocus } : {}),
  }
  const pick = { ...input, clearable: true, searchable: true, nothingFoundMessage: t('base.search_nothing') }

  switch (type) {
    case 'text':
    case 'phone':
    case 'email':
    case 'website':
      return (
        <TextInput
          {...input}
          type={type === 'text' ? 'text' : textTypes[type]}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )
    case 'autoNumber':
      return <TextInput {...input} value={text} placeholder={t('customFields.automatic')} readOnly />
    case 'longText':
      return (
        <Textarea
          {...input}
          autosize
          minRows={2}
          maxRows={10}
          value={text}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...input}
          hideControls
          decimalScale={config.decimals}
          {...(config.unit === null ? {} : { suffix: ` ${config.unit}` })}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(next === '' ? null : Number(next))}
        />
      )
    case 'money':
      return (
        <MoneyInput
          {...input}
          currency={config.currency ?? ''}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      )
    case 'choice':
      return <Select {...pick} data={choices} value={text === '' ? null : text} onChange={onChange} />
    case 'choices':
      return <MultiSelect {...pick} data={choices} value={Array.isArray(value) ? value : []} onChange={onChange} />
    case 'boolean':
      return (
        <Select
          {...input}
          clearable
          data={[
            { value: 'yes', label: t('history.yes') },
            { value: 'no', label: t('history.no') },
          ]}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(next) => onChange(next === null ? null : next === 'yes')}
        />
      )
    case 'day':
      return <DayInput {...input} value={text === '' ? null : text} onChange={onChange} />
    case 'moment':
      return <MomentInput {...input} value={text === '' ? null : text} onChange={onChange} />
    case 'user':
      return (
        <Select
          {...pick}
          data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={text === '' ? null : text}
          onChange={onChange}
        />
      )
    case 'reference':
      return (
        <ReferencePicker
          {...input}
          query={(typed) => api.customFields.pick({ target: config.target ?? 'company', text: typed })}
          value={linked}
          onChange={(chosen) => onChange(chosen?.id ?? null)}
        />
      )
  }
}
