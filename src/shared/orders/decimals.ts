// Quantities, prices and discounts as they are typed: whole numbers of a small unit, read exactly.

import type { DecimalMark } from '#shared/imports/plan.ts'

export type ReadDecimal = { readonly value: number } | { readonly fault: 'not_decimal' | 'too_fine' }

/**
 * `1,250.5` with three digits as 1250500. Full-width digits count; what is not the mark stands between thousands only, so that `12,5` is no
 * number rather than a hundred and twenty-five.
 */
export const readDecimal = (typed: string, digits: number, mark: DecimalMark): ReadDecimal => {
  const text = withMark(typed.normalize('NFKC').replace(/\s/gu, '').replace(/^[−–]/u, '-'), mark)
  const parts = /^([-+]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/u.exec(text)
  const [, sign, whole = '', fraction = ''] = parts ?? []
  if (!parts || whole + fraction === '') return { fault: 'not_decimal' }
  const kept = fraction.replace(/0+$/u, '')
  if (kept.length > digits) return { fault: 'too_fine' }
  const value = Number(whole.replaceAll(',', '') + kept.padEnd(digits, '0'))
  return { value: sign === '-' && value !== 0 ? -value : value }
}

/** The same number as it is typed: 1250500 with three digits as `1250.5`. */
export const plainDecimal = (value: number, digits: number, mark: DecimalMark): string => {
  const all = String(Math.abs(value)).padStart(digits + 1, '0')
  const fraction = all.slice(all.length - digits).replace(/0+$/u, '')
  return `${value < 0 ? '-' : ''}${all.slice(0, all.length - digits)}${fraction === '' ? '' : `${mark}${fraction}`}`
}

/** The same text as if the mark were a point, and the other way round. */
const withMark = (text: string, mark: DecimalMark): string =>
  mark === '.' ? text : text.replace(/[.,]/gu, (sign) => (sign === ',' ? '.' : ','))
