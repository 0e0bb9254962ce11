// Phones, e-mail addresses, web addresses, messenger ids and postcodes: what can be told by its writing alone.
import { type CountryCode, readPhone } from '../phone.ts'
import { readEmail } from '../e-mail.ts'
import { readWebsite } from '../website.ts'
import type { Proposal } from './proposal.ts'
import { takeAll, takeOut, understand, type WorkingText } from './working-text.ts'

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu
const WEBSITE =
  /(?:https?:\/\/[^\s,，;；。<>"'|]+|(?<![@\p{L}\p{N}.])www\.[^\s,，;；。<>"'|]+|(?<![@\p{L}\p{N}.-])(?:[a-z0-9-]+\.)+(?:com|cn|net|org|de|eu|io|example|co|info|biz|uk|fr|at|ch)(?:\/[^\s,，;；。]*)?(?![\p{L}\p{N}@.]))/giu
const WECHAT = /(?:微信号?|weixin|wechat|wx)\s*(?:id)?\s*[:：]?\s*(?<value>[a-z][\w-]{4,19})/giu
const QQ = /qq\s*(?:号)?\s*[:：]?\s*(?<value>\d{5,11})/giu
const LABEL =
  /(?:(?<fax>传真|fax|telefax)|(?<mobile>手机号码|手机号|手机|移动电话|mobile|mobil|cell(?:phone)?|handy)|(?<work>联系电话|电话号码|电话|座机|固话|telephone|telefon|phone|tel))\s*[.:：]?\s*$|(?:^|[\s|,;\u0001])(?<letter>[mtfp])\s*[.:]?\s*$/iu
const DIGITS = /\+?\(?\d[\d\s()./-]{4,}\d(?:\s*(?:转|分机|ext\.?|x)\s*\d{1,6})?/giu
const CHINESE_MOBILE = /^1[3-9]\d{9}$/u
const POSTCODE_LABEL = /(?:邮政编码|邮编|postcode|zip(?:\s?code)?|plz)\s*[:：]?\s*(?<value>[a-z0-9][a-z0-9 -]{2,8}[a-z0-9])/giu
const CHINESE_POSTCODE = /(?<![\d\p{L}-])(?<value>\d{6})(?![\d\p{L}-])/gu

type Numbers = Pick<Proposal, 'phones' | 'emails' | 'website' | 'messengers'> & { readonly postcode: string | null }

/** Takes all of them out of the text. */
export const takeNumbers = (working: WorkingText, country: CountryCode): Numbers => {
  const emails = takeAll(working, 'email', EMAIL)
    .map((email) => readEmail(email))
    .flatMap(({ text, problem }) => (problem === null ? [text] : []))
  const pages = takeAll(working, 'website', WEBSITE).flatMap((page) => {
    const { text, problem } = readWebsite(page)
    return problem === null ? [text] : []
  })
  const messengers = [
    ...takeAll(working, 'messenger', WECHAT).map((value) => ({ type: 'wechat' as const, value })),
    ...takeAll(working, 'messenger', QQ).map((value) => ({ type: 'qq' as const, value })),
  ]
  const labelled = takeAll(working, 'postcode', POSTCODE_LABEL)
  const phones = takePhones(working, country)
  const postcodes = [...labelled, ...(isChinese(working.text) ? takeAll(working, 'postcode', CHINESE_POSTCODE) : [])]
  return { phones, emails: [...new Set(emails)], website: pages[0] ?? null, messengers, postcode: postcodes[0] ?? null }
}

const takePhones = (working: WorkingText, country: CountryCode): Proposal['phones'] => {
  const phones = new Map<string, Proposal['phones'][number]>()
  for (const { index, 0: run } of [...working.text.matchAll(DIGITS)]) {
    // Whoever writes in Chinese dials from China, wherever the office is.
    const isFromChina = !run.includes('+') && isChinese(lineAround(working.text, index)) && isSound(run, 'CN')
    const dialledFrom = isFromChina ? 'CN' : country
    for (const found of phonesIn(run, dialledFrom)) {
      const from = index + found.from
      const label = LABEL.exec(working.text.slice(Math.max(0, from - 14), from))
      const reading = readPhone(found.value, dialledFrom)
      // A doubtful number is a phone only where the text says so: 2026-11-22 and 08-88 are none.
      if (reading.warning !== null && label === null) continue
      const written = understand(working, 'phone', from, from + found.value.length)
      // Abroad it is only right with its country.
      const value = dialledFrom !== country && reading.e164 !== null ? readPhone(reading.e164, country).display : written
      if (label) takeOut(working, from - label[0].length + (/^[\s|,;\u0001]/u.test(label[0]) ? 1 : 0), from)
      const key = reading.e164 ?? reading.text
      if (!phones.has(key)) phones.set(key, { value, type: typeOf(label?.groups, reading.line) })
    }
  }
  return [...phones.values()]
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

const lineAround = (text: string, at: number): string => {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end === -1 ? text.length : end)
}

/** Whether the run, or a part of it between blanks, is a number of this country. */
const isSound = (run: string, country: CountryCode): boolean =>
  phonesIn(run, country).some(({ value }) => readPhone(value, country).warning === null)

interface Found {
  readonly from: number
  readonly value: string
}

/** A run of digits is one number, or several parted by blanks, or a house's number with a mobile number right behind it. */
const phonesIn = (run: string, country: CountryCode): readonly Found[] => {
  if (/^\d{6}$/u.test(run)) return []
  if (readPhone(run, country).warning === null) return [{ from: 0, value: run }]
  const parts = [...run.matchAll(/\S+/gu)].map((part) => ({ from: part.index, value: part[0] }))
  const sound = parts.filter(({ value }) => value.length > 6 && readPhone(value, country).warning === null)
  if (sound.length > 0) return sound
  const isHouse = /^\d{12,15}$/u.test(run) && CHINESE_MOBILE.test(run.slice(-11))
  return isHouse ? [{ from: run.length - 11, value: run.slice(-11) }] : [{ from: 0, value: run }]
}

const typeOf = (
  label: Readonly<Record<string, string | undefined>> | undefined,
  line: ReturnType<typeof readPhone>['line'],
): Proposal['phones'][number]['type'] => {
  const letter = label?.['letter']?.toLowerCase()
  if (label?.['fax'] !== undefined || letter === 'f') return 'fax'
  if (label?.['mobile'] !== undefined || letter === 'm' || line === 'mobile') return 'mobile'
  return label?.['work'] !== undefined || letter === 't' || letter === 'p' || line === 'landline' ? 'work' : null
}
