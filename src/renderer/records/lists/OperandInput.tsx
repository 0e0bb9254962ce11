// What a condition compares with, in the field that fits it.
import { Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { CurrencySelect } from '#renderer/ui/CurrencySelect.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx'
import { toMajor, toMinor } from '#shared/base/money.ts'
import { operandOf } from '#shared/lists/field-type.ts'
import { type Condition, type FilterOperand, ME } from '#shared/lists/filter.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import { period } from '#shared/lists/relative-days.ts'
import { choiceLabel } from './field-words.ts'
import { OfferedRecords } from './OfferedRecords.tsx'
import { useFilterNames } from './filter-names.ts'

interface OperandInputProps {
  /** It takes the focus when its panel opens. */
  readonly isFirst: boolean
  readonly field: ListField
  readonly condition: Condition
  readonly onChange: (value: FilterOperand, currency?: string) => void
}

export function OperandInput({ isFirst, field, condition, onChange }: OperandInputProps) {
  const t = useT()
  const { users, tags, currency: officeCurrency } = useFilterNames()
  const { value } = condition
  const currency = condition.currency ?? field.currency ?? officeCurrency
  const label = t('lists.filter.value')
  const list = Array.isArray(value) ? value : []
  const focus = isFirst ? { 'data-autofocus': true } : {}
  const amount = (aria: string, now: unknown, set: (next: number | null) => void) =>
    field.type === 'money' ? (
      <MoneyInput {...focus} aria-label={aria} currency={currency} value={typeof now === 'number' ? now : null} onChange={set} />
    ) : (
      <NumberInput
        {...focus}
        aria-label={aria}
        hideControls
        value={typeof now === 'number' ? now : ''}
        onChange={(next) => set(typeof next === 'number' ? next : null)}
      />
    )
  const setAmount = (next: number | null) => onChange(next, field.type === 'money' ? currency : undefined)
  /** Fields of one currency have nothing to choose. */
  const withCurrency = (input: ReactNode) =>
    field.type === 'money' && field.currency === null ? (
      <>
        {input}
        <CurrencySelect
          aria-label={t('field.currency')}
          value={currency}
          onChange={(next) => next !== null && onChange(inCurrency(value, currency, next), next)}
        />
      </>
    ) : (
      input
    )

  switch (operandOf(field.type, condition.operator)) {
    case 'none':
      return null
    case 'text':
      return <TextOperand isFirst={isFirst} label={label} value={typeof value === 'string' ? value : ''} onChange={onChange} />
    case 'number':
      return withCurrency(amount(label, value, setAmount))
    case 'numbers':
      return withCurrency(
        <Pair
          key={currency}
          render={amount}
          values={list}
          onChange={(pair) => onChange(pair, field.type === 'money' ? currency : undefined)}
        />,
      )
    case 'day':
      return <DayInput {...focus} aria-label={label} value={typeof value === 'string' ? value : null} onChange={onChange} />
    case 'days':
      return (
        <Pair
          render={(aria, now, set) => <DayInput aria-label={aria} value={typeof now === 'string' ? now : null} onChange={set} />}
          values={list}
          onChange={onChange}
        />
      )
    case 'period':
      return (
        <Select
          {...focus}
          aria-label={label}
          data={period.options.map((one) => ({ value: one, label: t(`lists.period.${one}`) }))}
          allowDeselect={false}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => onChange(next)}
        />
      )
    case 'count':
      return (
        <NumberInput
          {...focus}
          aria-label={t('lists.filter.count')}
          hideControls
          min={0}
          max={36_500}
          allowDecimal={false}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      )
    case 'ids': {
      const chosen = list.map(String)
      const set = (ids: string[]) => onChange(ids.length === 0 ? null : ids)
      if (field.type === 'reference')
        return <OfferedRecords isFirst={isFirst} label={label} target={field.target} chosen={chosen} onChange={set} />
      const data =
        field.type === 'user'
          ? [{ value: ME, label: t('lists.words.me') }, ...users.map(({ id, name }) => ({ value: id, label: name }))]
          : field.type === 'tags'
            ? tags.map(({ id, name }) => ({ value: id, label: name }))
            : field.choices.map((choice) => ({ value: choice.value, label: choiceLabel(t, choice) }))
      return (
        <MultiSelect
          {...focus}
          aria-label={label}
          searchable
          nothingFoundMessage={t('base.search_nothing')}
          data={data}
          value={chosen}
          onChange={set}
        />
      )
    }
  }
}

/** The same figure in another currency: 1,250.00 € is ¥1,250, whose minor unit is the yen itself. */
const inCurrency = (value: FilterOperand, from: string, to: string): FilterOperand => {
  const one = (minor: number): number => toMinor(toMajor(minor, from), to)
  if (typeof value === 'number') return one(value)
  return Array.isArray(value) ? value.flatMap((part) => (typeof part === 'number' ? [one(part)] : [])) : value
}

interface TextOperandProps {
  readonly isFirst: boolean
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** What an input method is still composing is not asked for. */
function TextOperand({ isFirst, label, value, onChange }: TextOperandProps) {
  const [composed, setComposed] = useState<string | null>(null)
  return (
    <TextInput
      {...(isFirst ? { 'data-autofocus': true } : {})}
      aria-label={label}
      value={composed ?? value}
      onCompositionStart={() => setComposed(value)}
      onCompositionEnd={(event) => {
        setComposed(null)
        onChange(event.currentTarget.value)
      }}
      onChange={({ currentTarget }) => (composed === null ? onChange(currentTarget.value) : setComposed(currentTarget.value))}
    />
  )
}

interface PairProps<Value extends string | number> {
  readonly render: (label: string, value: unknown, set: (value: Value | null) => void) => ReactNode
  readonly values: readonly unknown[]
  readonly onChange: (values: FilterOperand) => void
}

/** From and to. It is complete once both are there. */
function Pair<Value extends string | number>({ render, values, onChange }: PairProps<Value>) {
  const t = useT()
  const [pair, setPair] = useState<readonly unknown[]>([values[0] ?? null, values[1] ?? null])
  const set = (next: readonly unknown[]) => {
    setPair(next)
    // Both ends are of the kind that the operator asks for.
    onChange(next.every((one) => one !== null && !Number.isNaN(one)) ? (next as string[] | number[]) : null)
  }
  return (
    <Group gap="xs" wrap="nowrap" grow>
      {render(t('lists.filter.from'), pair[0], (from) => set([from, pair[1]]))}
      {render(t('lists.filter.to'), pair[1], (to) => set([pair[0], to]))}
    </Group>
  )
}
