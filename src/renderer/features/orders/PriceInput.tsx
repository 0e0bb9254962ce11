// A price in a form, finer than the minor unit if it must be. Its value is in ten-thousandths of the currency's unit.
import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { plainDecimal, readDecimal } from '#shared/orders/decimals.ts'

const DIGITS = 4

interface PriceInputProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
  readonly currency: string
  /** `null` is empty, `NaN` is a text that means no price. */
  readonly value: number | null
  readonly onChange: (priceE4: number | null) => void
}

export function PriceInput({ currency, value, onChange, ...input }: PriceInputProps) {
  // What is typed stays as it is for as long as it means the value: `0.` is on the way to `0.0125`.
  const [typed, setTyped] = useState('')
  return (
    <TextInput
      inputMode="decimal"
      rightSection={currency}
      rightSectionWidth={48}
      rightSectionPointerEvents="none"
      {...input}
      value={Object.is(priceOf(typed), value) ? typed : value === null || Number.isNaN(value) ? '' : plainDecimal(value, DIGITS)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        onChange(priceOf(currentTarget.value))
      }}
    />
  )
}

/** A text that cannot be read is no empty field: NaN is refused by the schema, and the text stays. */
const priceOf = (text: string): number | null => {
  if (text.trim() === '') return null
  const read = readDecimal(text, DIGITS)
  return 'value' in read ? read.value : Number.NaN
}
