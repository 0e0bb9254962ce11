// Money is kept in whole minor units (cents, 分; yen have none). How many digits that is comes from ISO 4217 by way of Intl.

const digitsOf = new Map<string, number>()

/** Digits behind the decimal mark: 2 for EUR and CNY, 0 for JPY, 3 for KWD. Intl knows ISO 4217; an unknown code counts as 2. */
export const minorDigits = (currency: string): number => {
  const known = digitsOf.get(currency)
  if (known !== undefined) return known
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  digitsOf.set(currency, maximumFractionDigits)
  return maximumFractionDigits
}

/** `1250` cents as `12.5`, for showing and for a field to edit. Never computed with. */
export const toMajor = (amountMinor: number, currency: string): number => amountMinor / 10 ** minorDigits(currency)

/** `12.5` as `1250` cents, rounded to the nearest minor unit. */
export const toMinor = (amount: number, currency: string): number => Math.round(amount * 10 ** minorDigits(currency))
