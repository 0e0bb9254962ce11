// An amount of money in a form. Its value is in minor units; what is typed is in the currency's own.
import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useState } from 'react'
import { minorDigits, toMajor, toMinor } from '#shared/base/money.ts'
import { useLanguage } from '#renderer/i18n/i18n-context.tsx'
import { locales } from '#renderer/i18n/translate.ts'

interface MoneyInputProps extends Omit<NumberInputProps, 'value' | 'defaultValue' | 'onChange'> {
  readonly currency: string
  /** In minor units; `null` is empty. */
  readonly value: number | null
  readonly onChange: (amountMinor: number | null) => void
}

export function MoneyInput({ currency, value, onChange, ...input }: MoneyInputProps) {
  const locale = locales[useLanguage()]
  // `1250.` is on the way to `1250.5`: what is typed stays as it is for as long as it means the value.
  const [typed, setTyped] = useState<string | number>('')
  const shown = value === null ? '' : toMajor(value, currency)

  return (
    <NumberInput
      hideControls
      allowNegative={false}
      thousandSeparator={mark(locale, 'group')}
      decimalSeparator={mark(locale, 'decimal')}
      decimalScale={minorDigits(currency)}
      rightSection={currency}
      rightSectionWidth={48}
      rightSectionPointerEvents="none"
      {...input}
      value={amountOf(typed, currency) === value ? typed : shown}
      onChange={(next) => {
        setTyped(next)
        onChange(amountOf(next, currency))
      }}
    />
  )
}

const amountOf = (typed: string | number, currency: string): number | null =>
  typed === '' || !Number.isFinite(Number(typed)) ? null : toMinor(Number(typed), currency)

const mark = (locale: string, type: 'group' | 'decimal'): string =>
  new Intl.NumberFormat(locale).formatToParts(12345.6).find((part) => part.type === type)?.value ?? ''
