// The currencies to choose from: those that offices use most first, then all that Intl knows.
import { useMemo } from 'react'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import type { Choice } from './EditableChoice.tsx'

const USUAL = ['CNY', 'EUR', 'USD', 'GBP', 'HKD', 'JPY', 'CHF', 'SGD', 'TWD', 'KRW', 'AUD', 'CAD']
const CURRENCIES = [...new Set([...USUAL, ...Intl.supportedValuesOf('currency')])]

/** ISO codes with their names in the reader's language: `EUR · Euro`. */
export const useCurrencyChoices = (): Choice<string>[] => {
  const { currency } = useFormat()
  return useMemo(() => CURRENCIES.map((value) => ({ value, label: currency(value) })), [currency])
}
