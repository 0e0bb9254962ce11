// An amount of money in a form. Its value is in minor units; what is typed is read as an import reads it: 1,250.50, 12万, ￥1250.
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { minorDigits, toMajor } from '#shared/base/money.ts'
import { type DecimalMark, readMoney } from '#shared/imports/amounts.ts'
import { useLanguage } from '#renderer/i18n/i18n-context.tsx'
import { locales } from '#renderer/i18n/translate.ts'

interface MoneyInputProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
  readonly currency: string
  /** In minor units; `null` is empty, `NaN` is a text that means no amount of this currency. */
  readonly value: number | null
  readonly onChange: (amountMinor: number | null) => void
}

export function MoneyInput({ currency, value, onChange, ...input }: MoneyInputProps) {
  const locale = locales[useLanguage()]
  const decimalMark = decimalMarkOf(locale)
  // What is typed stays as it is for as long as it means the value: `1250.` is on the way to `1250.5`.
  const [typed, setTyped] = useState('')
  const read = (text: string): number | null => amountOf(text, currency, decimalMark)

  return (
    <TextInput
      inputMode="decimal"
      rightSection={currency}
      rightSectionWidth={48}
      rightSectionPointerEvents="none"
      {...input}
      value={Object.is(read(typed), value) ? typed : shownOf(value, currency, locale)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        onChange(read(currentTarget.value))
      }}
    />
  )
}

/** A text that cannot be read is no empty field: NaN is refused by the schema, and the text stays. */
const amountOf = (text: string, currency: string, decimalMark: DecimalMark): number | null => {
  if (text.trim() === '') return null
  const { value } = readMoney(text.replace(/[.,]$/u, ''), { decimalMark, unit: 1, currency })
  return value?.currency === currency ? value.amountMinor : Number.NaN
}

const shownOf = (value: number | null, currency: string, locale: string): string =>
  value === null || Number.isNaN(value)
    ? ''
    : new Intl.NumberFormat(locale, { maximumFractionDigits: minorDigits(currency) }).format(toMajor(value, currency))

const decimalMarkOf = (locale: string): DecimalMark =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
