// The currencies to choose from: those that offices use most first, then all that Intl knows.

const USUAL = ['CNY', 'EUR', 'USD', 'GBP', 'HKD', 'JPY', 'CHF', 'SGD', 'TWD', 'KRW', 'AUD', 'CAD']

/** ISO codes with their names in the reader's language: `EUR · Euro`. */
export const currencyChoices = (locale: string): { readonly value: string; readonly label: string }[] => {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return [...new Set([...USUAL, ...Intl.supportedValuesOf('currency')])].map((code) => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }))
}
