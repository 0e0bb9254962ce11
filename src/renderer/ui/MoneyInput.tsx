// An amount of money in a form. Its value is in minor units; what is typed is in the currency's own.
import { NumberInput, type NumberInputProps } from '@mantine/core'
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
      value={value === null ? '' : toMajor(value, currency)}
      onChange={(next) => onChange(typeof next === 'number' ? toMinor(next, currency) : null)}
    />
  )
}

const mark = (locale: string, type: 'group' | 'decimal'): string =>
  new Intl.NumberFormat(locale).formatToParts(12345.6).find((part) => part.type === type)?.value ?? ''
