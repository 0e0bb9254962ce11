// The value that many rows are set to, in the field that fits its type.
import { MultiSelect, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import type { Reference } from '#shared/base/fields.ts'
import type { NewValue } from '#shared/lists/list-change.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import { choiceLabel } from './field-words.ts'
import { useFilterNames } from './filter-names.ts'
import { useReferenceQuery } from './reference-query.ts'

interface NewValueInputProps {
  readonly field: ListField
  readonly label: string
  readonly onChange: (value: NewValue) => void
}

export function NewValueInput({ field, label, onChange }: NewValueInputProps) {
  const t = useT()
  const { users, currency } = useFilterNames()
  const query = useReferenceQuery(field.target)
  const [reference, setReference] = useState<Reference | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [amount, setAmount] = useState<number | null>(null)
  const text = {
    label,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value.trim() || null),
  }
  const choices = field.choices
    .filter(({ isArchived }) => !isArchived)
    .map((choice) => ({ value: choice.value, label: choiceLabel(t, choice) }))
  const unit = field.currency ?? currency

  switch (field.type) {
    case 'longText':
      return <Textarea {...text} autosize minRows={3} maxRows={8} />
    case 'number':
      return <NumberInput label={label} onChange={(next) => onChange(typeof next === 'number' ? next : null)} />
    case 'money':
      return (
        <MoneyInput
          label={label}
          currency={unit}
          value={amount}
          onChange={(next) => {
            setAmount(next)
            onChange(next === null || Number.isNaN(next) ? null : { amountMinor: next, currency: unit })
          }}
        />
      )
    case 'day':
      return (
        <DayInput
          label={label}
          value={day}
          onChange={(next) => {
            setDay(next)
            onChange(next)
          }}
        />
      )
    case 'boolean':
      return (
        <SegmentedControl
          aria-label={label}
          data={[
            { value: 'no', label: t('lists.cell.no') },
            { value: 'yes', label: t('lists.cell.yes') },
          ]}
          onChange={(next) => onChange(next === 'yes')}
        />
      )
    case 'choice':
      return <Select label={label} searchable data={choices} onChange={(next) => onChange(next)} />
    case 'choices':
      return <MultiSelect label={label} searchable data={choices} onChange={onChange} />
    case 'user':
      return (
        <Select
          label={label}
          searchable
          data={users.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => onChange(next)}
        />
      )
    case 'reference':
      return (
        <ReferencePicker
          label={label}
          query={query}
          value={reference}
          onChange={(next) => {
            setReference(next)
            onChange(next?.id ?? null)
          }}
        />
      )
    default:
      return <TextInput {...text} />
  }
}
