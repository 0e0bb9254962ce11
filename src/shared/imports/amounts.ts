// Money as files write it. Digits are moved as text, never as floating point, so that 1100.04 million is exact to the cent.
import { amountMinor } from '#shared/base/fields.ts'
import { minorDigits } from '#shared/base/money.ts'
import { type CellReading, empty, isUndecided, plain, refused, saysNothing, taken, takenAs } from './cell.ts'
import type { DecimalMark } from './plan.ts'

export type { DecimalMark } from './plan.ts'

export interface Money {
  readonly amountMinor: number
  readonly currency: string
}

export interface AmountRules {
  readonly decimalMark: DecimalMark
  /** 1, 1000, 10000 or 1000000; a unit written in the cell (万) counts instead of it. */
  readonly unit: number
  /** What an amount without a sign is in. */
  readonly currency: string
  /** Whether it may be less than nothing. */
  readonly isSigned?: boolean
  /** How many digits behind the mark the amount counts in, where they are not those of the minor unit: 4 for a price. */
  readonly digits?: number
}

/** Signs and words of currencies; the first is meant unless the file's own currency is another of them. */
const SIGNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/¥|元|人民币|rmb/iu, ['CNY', 'JPY']],
  [/€/u, ['EUR']],
  [/£/u, ['GBP']],
  [/us\$|美元/iu, ['USD']],
  [/hk\$|港[元币]/iu, ['HKD']],
  [/nt\$|新台币|台币/iu, ['TWD']],
  [/s\$/iu, ['SGD']],
  [/a(?:u|us)?\$/iu, ['AUD']],
  [/ca?\$/iu, ['CAD']],
  [/r\$/iu, ['BRL']],
  [/₩|韩元/u, ['KRW']],
  [/₹/u, ['INR']],
  [/₽/u, ['RUB']],
  [/\$/u, ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN']],
  [/日元|円/u, ['JPY']],
  [/欧元/u, ['EUR']],
  [/英镑/u, ['GBP']],
]
const CODE = /^(?:(?<before>[a-z]{3})\s*(?=[\d(-])|.*\d\)?\s*(?<after>[a-z]{3})$)/iu
const DECORATION =
  /(?:us|hk|nt|s|au?|aus|ca?|r)\$|[¥€£$₩₹₽]|人民币|rmb|新台币|台币|韩元|美元|港元|港币|日元|円|欧元|英镑|元|整/giu
const TENS: Readonly<Record<string, number>> = {
  ...{ 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 },
  ...{ k: 3, tsd: 3, m: 6, mio: 6, mln: 6, mn: 6, million: 6, millions: 6, bn: 9, mrd: 9, billion: 9 },
}
/** With both marks or two digits behind one: `1.234,56` can be read in one way only, whatever the rest of the column does. */
const ONE_WAY = /\d[.,\s'’].*[.,]\d+$|[.,]\d{2}$/u
const ABOUT = /^(?:约|大约|大概|将近|近|approx\.?|about|circa|ca\.|[~≈])\s*/iu
const UNIT = /(?<=[\d\s])(?<unit>百万|千万|[千万亿]|k|tsd\.?|m|mio\.?|mln|mn|million|millions|bn|mrd\.?|billion)$/iu
const SCIENTIFIC = /^(?<digits>\d+(?:[.,]\d+)?)e\+?(?<power>\d{1,2})$/iu
const NEGATIVE = /^\(.*\)$|^[-−]|-$/u
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
const MAX_MINOR = BigInt(amountMinor.maxValue ?? Number.MAX_SAFE_INTEGER)

/** Reads an amount of money in the currency's minor unit. Negative amounts are refused; digits below the minor unit are rounded and said. */
export const readMoney = (cell: string, rules: AmountRules): CellReading<Money> => {
  const text = plain(cell)
  if (text === '' || saysNothing(text)) return empty

  if (isUndecided(text)) return takenAs<Money>(null, 'imports.cell.undecided', { value: text })
  const about = ABOUT.exec(text)?.[0] ?? ''
  const said = text.slice(about.length)
  const code = codeIn(said)
  const currency = code?.currency ?? signIn(said, rules.currency) ?? rules.currency
  const written = (code?.rest ?? said).replace(DECORATION, '').trim()
  const isNegative = NEGATIVE.test(written)
  if (isNegative && rules.isSigned !== true) return refused('imports.amount.negative', { value: text })
  const bare = isNegative ? written.replace(/^\(|\)$|^[-−]|-$/gu, '').trim() : written

  const unit = UNIT.exec(bare)?.groups?.['unit']
  const digits = bare.slice(0, bare.length - (unit?.length ?? 0)).trim()
  const asUsual = decimalOf(digits, rules.decimalMark)
  const number = asUsual ?? (ONE_WAY.test(digits) ? decimalOf(digits, rules.decimalMark === '.' ? ',' : '.') : null)
  if (!number) return refused('imports.amount.unreadable', { value: text })

  const tens = unit === undefined ? String(rules.unit).length - 1 : (TENS[unit.toLowerCase().replace('.', '')] ?? 0)
  const shifted = shiftDigits(number, tens + (rules.digits ?? minorDigits(currency)))
  if (shifted.value > MAX_MINOR) return refused('imports.amount.too_large', { value: text })

  const money = { amountMinor: isNegative ? -Number(shifted.value) : Number(shifted.value), currency }
  const stored = (): string => moneyToText(money)
  if (number.shortened) return takenAs(money, 'imports.amount.shortened', { value: text, stored: stored() })
  if (shifted.rounded) return takenAs(money, 'imports.amount.rounded', { stored: stored() })
  if (asUsual === null || about !== '' || /^[a-z]/iu.test(unit ?? ''))
    return takenAs(money, 'imports.amount.read_as', { value: text, stored: stored() })
  return currency === rules.currency ? taken(money) : takenAs(money, 'imports.amount.other_currency', { stored: stored() })
}

/** Reads a currency's code, sign or name. */
export const readCurrency = (cell: string, fallback: string): CellReading<string> => {
  const text = plain(cell)
  if (text === '' || saysNothing(text)) return empty
  if (CURRENCIES.has(text.toUpperCase())) return taken(text.toUpperCase())
  const sign = signIn(text, fallback)
  return sign === null ? refused('imports.currency.unknown', { value: text }) : taken(sign)
}

/** `USD 1,234` and `1234 eur`: the code, and what is left without it. */
const codeIn = (text: string): { currency: string; rest: string } | null => {
  const { before = '', after = '' } = CODE.exec(text)?.groups ?? {}
  const currency = (before + after).toUpperCase()
  return CURRENCIES.has(currency) ? { currency, rest: text.slice(before.length, text.length - after.length) } : null
}

const signIn = (text: string, fallback: string): string | null => {
  for (const [sign, currencies] of SIGNS) {
    if (sign.test(text)) return currencies.includes(fallback) ? fallback : (currencies[0] ?? null)
  }
  return null
}

export interface Decimal {
  readonly whole: string
  readonly fraction: string
  /** A spreadsheet wrote it as 1.38E+10. */
  readonly shortened: boolean
}

/** The digits of `1,234.56` without separators; `null` if it is not a number in this writing. */
export const decimalOf = (text: string, mark: DecimalMark): Decimal | null => {
  if (/^\d+$/u.test(text)) return { whole: text, fraction: '', shortened: false }
  const scientific = SCIENTIFIC.exec(text)?.groups
  if (scientific) {
    const [head = '', tail = ''] = (scientific['digits'] ?? '').split(/[.,]/u)
    const power = Number(scientific['power'])
    const digits = tail.padEnd(power, '0')
    return { whole: head + digits.slice(0, power), fraction: digits.slice(power), shortened: true }
  }
  const [whole = '', fraction = '', ...more] = text.replace(/^\+/u, '').split(mark)
  if (more.length > 0 || !/^\d*$/u.test(fraction)) return null
  const grouped = whole.replace(/[\s\u00a0\u202f'’]/gu, mark === '.' ? ',' : '.')
  const separator = mark === '.' ? ',' : '.'
  const groups = grouped.split(separator)
  const wellGrouped = groups.length === 1 || isGrouped(groups)
  const digits = groups.join('')
  return wellGrouped && /^\d+$/u.test(digits + fraction) ? { whole: digits, fraction, shortened: false } : null
}

/** Thousands (1,234,567), Indian (12,34,567) and Chinese (1,2345,6789) groups. */
const isGrouped = ([first = '', ...rest]: readonly string[]): boolean => {
  const last = rest.at(-1)?.length ?? 0
  const middle = rest.slice(0, -1)
  if (!/^\d{1,4}$/u.test(first)) return false
  if (last === 4) return middle.every((group) => group.length === 4)
  if (last !== 3 || first.length > 3) return false
  return middle.every((group) => group.length === 3) || (first.length <= 2 && middle.every((group) => group.length === 2))
}

/** An amount without signs and words of currencies. */
export const withoutCurrency = (text: string): string => (codeIn(text)?.rest ?? text).replace(DECORATION, '').trim()

/** Moves the decimal point `places` to the right and rounds half up. */
export const shiftDigits = ({ whole, fraction }: Decimal, places: number): { value: bigint; rounded: boolean } => {
  const digits = fraction.padEnd(places, '0')
  const value = BigInt(whole + digits.slice(0, places) || '0')
  const rest = digits.slice(places)
  return { value: (rest[0] ?? '0') >= '5' ? value + 1n : value, rounded: /[1-9]/u.test(rest) }
}

/** `123456` cents as `1234.56`. */
export const minorToText = (minor: number, currency: string): string => {
  if (minor < 0) return `-${minorToText(-minor, currency)}`
  const digits = minorDigits(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** `1234.56 EUR`. */
export const moneyToText = ({ amountMinor: minor, currency }: Money): string => `${minorToText(minor, currency)} ${currency}`

/** Collects, cell by cell, which mark a column puts before its cents. */
export interface MarkEvidence {
  point: number
  comma: number
}

export const noMarkEvidence = (): MarkEvidence => ({ point: 0, comma: 0 })

export const noteAmount = (evidence: MarkEvidence, cell: string): void => {
  if (/\.\d{3},\d|\.\d{3}\.\d{3}|^\D*\d+,\d{1,2}\D*$/u.test(cell)) evidence.comma += 1
  else if (/,\d{3}\.\d|,\d{3},\d{3}|^\D*\d+\.\d{1,2}\D*$/u.test(cell)) evidence.point += 1
}

/** The marks with which all amounts of the column can be read; both where nothing tells. */
export const guessMarks = ({ point, comma }: MarkEvidence): DecimalMark[] => {
  if (point > 0 && comma === 0) return ['.']
  if (comma > 0 && point === 0) return [',']
  if (point + comma === 0) return ['.', ',']
  return comma > point ? [',', '.'] : ['.', ',']
}
