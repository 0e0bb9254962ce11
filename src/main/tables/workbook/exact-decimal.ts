// A number of a workbook as the digits a user sees: plain, without exponent, of the fifteen digits that Excel keeps.

/** What a spreadsheet program keeps of a number; what a binary fraction adds beyond is noise: 0.30000000000000004 is 0.3. */
const DIGITS = 15

export interface DecimalReading {
  readonly text: string
  /** Digits of a whole number are lost: it was longer than Excel keeps. */
  readonly isShortened: boolean
}

/** `written` is the number as the file holds it. */
export const readDecimal = (written: string): DecimalReading | null => {
  // Written by a program that kept all digits, as Excel never does: they are all there.
  if (/^-?[1-9]\d{15,}$/u.test(written)) return { text: written, isShortened: written.endsWith('0') }
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return null
  return { text: plainDecimal(value), isShortened: Math.abs(value) >= 10 ** DIGITS && Number.isInteger(value) }
}

export const plainDecimal = (value: number): string => {
  const shortest = String(value)
  if (shortest.length <= DIGITS && !shortest.includes('e')) return shortest
  const rounded = Number(value.toPrecision(DIGITS))
  if (rounded === 0) return '0'
  const [mantissa = '', exponent = '0'] = rounded.toString().split('e')
  return exponent === '0' ? mantissa : shiftPoint(mantissa, Number(exponent))
}

/** The decimal with its point moved to the right by `places`, or to the left: `0.175` by 2 is `17.5`. */
export const shiftPoint = (decimal: string, places: number): string => {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(decimal) ?? []
  const digits = whole + part
  const point = whole.length + places
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const border = Math.max(point, 1)
  const before = padded.slice(0, border).replace(/^0+(?=\d)/u, '')
  const after = padded.slice(border).replace(/0+$/u, '')
  return `${sign}${before}${after === '' ? '' : `.${after}`}`
}
