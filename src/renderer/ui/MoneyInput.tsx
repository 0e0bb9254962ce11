// An amount of money in a form. What is typed is read as an import reads it: 1,250.50, 12万, ￥1250.
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { minorDigits } from '#shared/base/money.ts'
import { readMoney } from '#shared/imports/amounts.ts'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'

const PRICE_DIGITS = 4

interface MoneyInputProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
  readonly currency: string
  /** In minor units; `null` is empty, `NaN` is a text that means no amount of this currency. */
  readonly value: number | null
  /** Finer than the minor unit if it must be: the value is in ten-thousandths of the currency's unit. */
  readonly isPrice?: boolean
  readonly onChange: (amount: number | null) => void
}

export function MoneyInput({ currency, value, isPrice = false, onChange, ...input }: MoneyInputProps) {
  const { decimalMark, number } = useFormat()
  const digits = isPrice ? PRICE_DIGITS : minorDigits(currency)
  // What is typed stays as it is for as long as it means the value: `1250.` is on the way to `1250.5`.
  const [typed, setTyped] = useState('')
  /** A text that cannot be read is no empty field: NaN is refused by the schema, and the text stays. */
  const read = (text: string): number | null => {
    if (text.trim() === '') return null
    const { value: money, fault } = readMoney(text.replace(/[.,]$/u, ''), { decimalMark, unit: 1, currency, digits })
    // A price that is finer still would be stored as another.
    const isAsTyped = !isPrice || fault === null
    return money?.currency === currency && isAsTyped ? money.amountMinor : Number.NaN
  }

  return (
    <TextInput
      inputMode="decimal"
      rightSection={currency}
      rightSectionWidth={48}
      rightSectionPointerEvents="none"
      {...input}
      value={
        Object.is(read(typed), value) ? typed : value === null || Number.isNaN(value) ? '' : number(value / 10 ** digits, digits)
      }
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        onChange(read(currentTarget.value))
      }}
    />
  )
}
