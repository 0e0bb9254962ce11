// Phone numbers as people write them. What was typed is never lost: a doubtful number is kept and only spoken of.
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'

export type { CountryCode }

export type PhoneWarning = 'phone_without_digits' | 'phone_too_short' | 'phone_too_long' | 'phone_unknown'
export type PhoneLine = 'mobile' | 'landline' | 'service' | 'other'

export interface PhoneReading {
  /** What was typed, with full-width digits and signs in their usual width. This is what is stored. */
  readonly text: string
  /** Grouped as people of its country write it, without the extension: a screen says that in its own language. */
  readonly display: string
  /** `+8657188888888`; null where no number could be made out. */
  readonly e164: string | null
  readonly extension: string | null
  readonly line: PhoneLine
  /** What a `tel` link points at; null where there is nothing to dial. */
  readonly link: string | null
  readonly warning: PhoneWarning | null
}

const EXTENSION = /[\s,，;；]*(?:转(?:分机)?|分机号?|ext(?:ension)?\.?|extn\.?|x|#)[\s:：.]*(?<extension>\d{1,8})\s*$/iu
/** 0571-88888888-8001: a third group after an area code and a full number. */
const DASHED_EXTENSION = /^(?<number>(?:\+?86[\s-]*)?\(?0\d{2,3}\)?[\s-]*\d{7,8})\s*-\s*(?<extension>\d{1,6})$/u
/** 10086, 95588, 12345, 110: numbers of services, dialled as they are. */
const CHINESE_SERVICE = /^(?:1\d{2}|1[0-2]\d{3}|9[56]\d{3,4}|96\d{3,6})$/u

const CHINESE_MOBILE = /^(?:86)?1[3-9]\d{9}$/u

const CURRENCY_COUNTRIES: Readonly<Record<string, CountryCode>> = {
  CNY: 'CN',
  HKD: 'HK',
  MOP: 'MO',
  TWD: 'TW',
  USD: 'US',
  GBP: 'GB',
  CHF: 'CH',
  JPY: 'JP',
  KRW: 'KR',
  SGD: 'SG',
  AUD: 'AU',
  CAD: 'CA',
  NZD: 'NZ',
  INR: 'IN',
  PLN: 'PL',
  CZK: 'CZ',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK',
}

const COUNTRY_NAMES: Readonly<Record<string, CountryCode>> = {
  中国: 'CN',
  中国大陆: 'CN',
  china: 'CN',
  香港: 'HK',
  'hong kong': 'HK',
  澳门: 'MO',
  台湾: 'TW',
  taiwan: 'TW',
  germany: 'DE',
  deutschland: 'DE',
  德国: 'DE',
  austria: 'AT',
  switzerland: 'CH',
  france: 'FR',
  法国: 'FR',
  'united states': 'US',
  usa: 'US',
  美国: 'US',
  'united kingdom': 'GB',
  uk: 'GB',
  英国: 'GB',
  japan: 'JP',
  日本: 'JP',
  singapore: 'SG',
  新加坡: 'SG',
}

/**
 * The country whose numbers need no country code: the record's own country if it is known by that name or ISO code, else the
 * workspace's by its currency, else by its language.
 */
export const phoneCountry = (of: {
  readonly country?: string | null
  readonly currency: string
  readonly language: string
}): CountryCode => {
  const written = of.country?.trim() ?? ''
  const code = written.toUpperCase()
  if (isSupportedCountry(code)) return code
  const named = COUNTRY_NAMES[written.toLowerCase()]
  return named ?? CURRENCY_COUNTRIES[of.currency] ?? (of.language.startsWith('zh') ? 'CN' : 'US')
}

/** Reads one phone number. `country` is where a number without a country code is dialled from. */
export const readPhone = (typed: string, country: CountryCode): PhoneReading => {
  const text = typed
    .normalize('NFKC')
    .replace(/[－–—‐‑]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
  const { number, extension } = splitExtension(text)
  const digits = number.replace(/\D/gu, '')
  const unread = { text, display: text, e164: null, extension, line: 'other' } as const
  if (digits === '') return { ...unread, link: null, warning: text === '' ? null : 'phone_without_digits' }
  if (country === 'CN' && CHINESE_SERVICE.test(digits) && !number.includes('+')) {
    return { ...unread, line: 'service', link: `tel:${digits}`, warning: null }
  }
  const parsed = parsePhoneNumberFromString(number, { defaultCountry: country, extract: false })
  if (parsed?.isValid() !== true)
    return { ...unread, link: linkOf(digits, number, extension), warning: warningOf(digits, country) }
  return {
    text,
    display: parsed.country === country ? nationalOf(parsed) : parsed.formatInternational(),
    e164: parsed.number,
    extension,
    line: lineOf(parsed),
    link: `tel:${parsed.number}${extension === null ? '' : `;ext=${extension}`}`,
    warning: null,
  }
}

const splitExtension = (text: string): { readonly number: string; readonly extension: string | null } => {
  const dashed = DASHED_EXTENSION.exec(text)?.groups
  if (dashed) return { number: dashed['number'] ?? text, extension: dashed['extension'] ?? null }
  const found = EXTENSION.exec(text)
  if (!found || found.index === 0) return { number: text, extension: null }
  return { number: text.slice(0, found.index), extension: found.groups?.['extension'] ?? null }
}

const linkOf = (digits: string, number: string, extension: string | null): string =>
  `tel:${number.trimStart().startsWith('+') ? '+' : ''}${digits}${extension === null ? '' : `;ext=${extension}`}`

/** Shorter than any number with an area code; longer than any number of the world (ITU-T E.164: 15 digits). */
const warningOf = (digits: string, country: CountryCode): PhoneWarning | null => {
  // Blocks are opened faster than lists of them are.
  if (country === 'CN' && CHINESE_MOBILE.test(digits)) return null
  const shortest = country === 'CN' ? 7 : 5
  if (digits.length < shortest) return 'phone_too_short'
  return digits.length > 15 ? 'phone_too_long' : 'phone_unknown'
}

/** 0571-88888888 and 400-820-8820 are the usual writing in China; libphonenumber groups them by fours. */
const nationalOf = (number: PhoneNumber): string => {
  const national = number.formatNational()
  if (number.country !== 'CN') return national
  const [head = '', ...rest] = national.split(' ')
  if (head.startsWith('0')) return `${head}-${rest.join('')}`
  return /^[48]00$/u.test(head) ? national.replaceAll(' ', '-') : national
}

const lineOf = (number: PhoneNumber): PhoneLine => {
  const type = number.getType()
  if (type === 'MOBILE') return 'mobile'
  if (type === 'FIXED_LINE') return 'landline'
  return type === 'TOLL_FREE' || type === 'SHARED_COST' || type === 'UAN' || type === 'PREMIUM_RATE' ? 'service' : 'other'
}
