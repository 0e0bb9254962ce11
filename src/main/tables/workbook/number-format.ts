// What a number format says about a cell: a day, a time, a share, an amount, a code with leading zeros. ECMA-376 part 1, 18.8.30 and 18.8.31.
import type { CellMark } from '../table-file.ts'

export interface NumberFormat {
  readonly mark: CellMark
  /** A code of so many digits, with signs between them: `00000`, `000-0000`, `"C"000`. */
  readonly code: string | null
  /** A length of time, `[h]:mm`. */
  readonly isElapsed: boolean
}

const make = (kind: CellMark['kind'], more: Partial<NumberFormat> & { currency?: string | undefined } = {}): NumberFormat => ({
  mark: more.currency === undefined ? { kind } : { kind, currency: more.currency },
  code: more.code ?? null,
  isElapsed: more.isElapsed ?? false,
})

const plainNumber = make('number')
const shown = {
  day: make('day'),
  moment: make('moment'),
  time: make('time'),
  elapsed: make('time', { isElapsed: true }),
  percent: make('percent'),
  money: make('money'),
}

const between = (id: number, from: number, to: number): boolean => id >= from && id <= to

/** Formats that a workbook names by number alone; 27 to 36 and 50 to 58 are those of East Asia. */
export const builtInFormat = (id: number): NumberFormat => {
  if (between(id, 14, 17) || between(id, 27, 31) || id === 36 || between(id, 50, 54) || id === 57 || id === 58) return shown.day
  if (id === 22) return shown.moment
  if (id === 46) return shown.elapsed
  if (between(id, 18, 21) || between(id, 32, 35) || between(id, 45, 47) || id === 55 || id === 56) return shown.time
  if (id === 9 || id === 10) return shown.percent
  return between(id, 5, 8) || id === 42 || id === 44 ? shown.money : plainNumber
}

export const readNumberFormat = (format: string): NumberFormat => {
  // Sections for positive, negative and zero numbers; the first tells enough.
  const section = /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*/u.exec(format)?.[0] ?? ''
  const signs = section
    .replace(/"[^"]*"|\\.|_./gu, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu, '')
    .replace(/general|am\/pm|a\/p|上午\/下午/giu, (text) => (text.toLowerCase() === 'general' ? '' : 'h'))
    .replace(/e[+-]/giu, '')
    .toLowerCase()
  if (/\[(?:h+|m+|s+)\]/u.test(signs)) return shown.elapsed
  const isTime = /[hs]/u.test(signs)
  // Beside hours or seconds an m is minutes.
  const isDay = /[ydeg]|a{3}|b{2}/u.test(signs) || (signs.includes('m') && !isTime)
  if (isDay) return isTime ? shown.moment : shown.day
  if (isTime) return shown.time
  if (signs.includes('%')) return shown.percent
  const currency = currencyOf(section)
  if (currency !== null) return currency === '' ? shown.money : moneyIn(currency)
  return /^[^#?.,/*@]*0[^#?.,/*@]*0[^#?.,/*@]*$/u.test(signs) ? make('number', { code: section }) : plainNumber
}

/** The digits of a whole number in the places of a code's zeros: 42 in `000-00` is `000-42`. */
export const fillCode = (code: string, digits: string): string => {
  const places = code.match(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|./gu) ?? []
  let rest = digits
  let zeros = places.filter((place) => place === '0').length
  let text = ''
  for (const place of places.toReversed()) {
    if (place !== '0') {
      text = literal(place) + text
      continue
    }
    zeros -= 1
    const taken = zeros === 0 ? rest : rest.slice(-1)
    text = (taken === '' ? '0' : taken) + text
    rest = zeros === 0 ? '' : rest.slice(0, -1)
  }
  return text
}

const literal = (place: string): string => {
  if (place.startsWith('"')) return place.slice(1, -1)
  if (place.startsWith('\\')) return place.slice(1)
  return /^[[_*]/u.test(place) ? '' : place
}

const SIGNS: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  '￥': 'CNY',
  $: 'USD',
  us$: 'USD',
  hk$: 'HKD',
  nt$: 'TWD',
  s$: 'SGD',
  '€': 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  '₽': 'RUB',
  '₹': 'INR',
  rmb: 'CNY',
  元: 'CNY',
}
/** Countries whose sign is another country's, too, by the language in the format. */
const COUNTRIES: Readonly<Record<string, string>> = {
  '¥411': 'JPY',
  '￥411': 'JPY',
  $c04: 'HKD',
  $404: 'TWD',
  $1004: 'SGD',
  $4809: 'SGD',
  $c09: 'AUD',
  $1009: 'CAD',
}

const isCode = (text: string): boolean => /^[A-Z]{3}$/u.test(text)

/** The currency of an amount; empty where only its place is known, `null` where it is no amount. */
const currencyOf = (section: string): string | null => {
  const [, sign = '', language = ''] = /\[\$([^\]-]+)(?:-([0-9a-f]+))?\]/iu.exec(section) ?? []
  if (sign !== '') {
    const text = sign.trim()
    if (isCode(text)) return text
    return COUNTRIES[text.toLowerCase() + language.toLowerCase()] ?? SIGNS[text.toLowerCase()] ?? ''
  }
  const bare = section.replace(/\[[^\]]*\]/gu, '').replace(/["\\]/gu, '')
  const found = /(?:US|HK|NT|S)?\$|[¥￥€£₩₽₹元]|\b(?:RMB|CNY|USD|EUR|GBP|JPY|HKD)\b/iu.exec(bare)?.[0]
  if (found === undefined) return null
  return isCode(found.toUpperCase()) && found.toUpperCase() !== 'RMB' ? found.toUpperCase() : (SIGNS[found.toLowerCase()] ?? '')
}

const moneyByCurrency = new Map<string, NumberFormat>()
const moneyIn = (currency: string): NumberFormat => {
  const known = moneyByCurrency.get(currency) ?? make('money', { currency })
  moneyByCurrency.set(currency, known)
  return known
}
