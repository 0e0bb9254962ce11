// Headings of further numbers and addresses: several of a kind stand beside each other, numbered or with what they are for.
import { type PointKind, pointTypes } from '#shared/customers/contact-point.ts'
import { typeOfWord } from './customer-cells.ts'
import { pointKey } from './entities/customer-fields.ts'

const KINDS: Readonly<Record<string, PointKind>> = {
  phone: 'phone',
  email: 'email',
  im: 'messenger',
  website: 'website',
  messenger: 'messenger',
  address: 'address',
  电话: 'phone',
  邮箱: 'email',
  电子邮件: 'email',
  即时通讯: 'messenger',
  网站: 'website',
  地址: 'address',
}
const KIND = Object.keys(KINDS).join('|')

const PARTS: Readonly<Record<string, string>> = {
  label: 'type',
  service: 'type',
  标签: 'type',
  类型: 'type',
  值: 'value',
  带格式的地址: 'formatted',
  街道: 'street',
  城市: 'city',
  省市自治区: 'region',
  邮政编码: 'postalcode',
  国家地区: 'country',
}
const PART = `type|value|formatted|street|city|region|postalcode|country|${Object.keys(PARTS).join('|')}`

/** `Phone 2 - Value`, `E-mail 1 - Label`, `地址 1 - 城市`: Google's way, which keeps the type of every number beside it. */
const NUMBERED = new RegExp(`^(?<kind>${KIND})(?<place>\\d+)(?<part>${PART})$`, 'u')
/** `Phone 2 (mobile)`, `邮箱 3（私人）`: Kith's own way. */
const TYPED = new RegExp(`^(?<kind>${KIND}|e-mail)\\s*\\d*\\s*[(（:：]\\s*(?<type>[^()（）]+?)\\s*[)）]?$`, 'iu')
/** `Email - Work`: Pipedrive's way; other words behind a dash mean other things. */
const DASHED = /^(?<kind>phone|email) - (?<type>work|home|mobile|other)$/iu
/** Outlook writes beside every address how it is shown: `E-Mail: Angezeigter Name`. */
const SHOWN_AS = /name|nom|nombre|名称/iu
const ADDRESSES = ['office', 'home', 'other', 'delivery', 'billing']

/** The field of a further number that a heading names; empty for columns that only repeat others, null for other headings. */
export const furtherField = (heading: string): string[] | null => {
  const text = heading.normalize('NFKC').trim()
  const numbered = NUMBERED.exec(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))?.groups
  if (numbered) {
    const { kind = '', place, part = '' } = numbered
    return partField(KINDS[kind] ?? 'phone', Number(place), PARTS[part] ?? part)
  }
  const { kind: word = '', type = '' } = (TYPED.exec(text) ?? DASHED.exec(text))?.groups ?? {}
  const kind = KINDS[word.toLowerCase().replace('-', '')]
  if (kind === undefined) return null
  if (kind === 'email' && SHOWN_AS.test(type)) return []
  const meant = typeOfWord(type, kind === 'address')
  const types: readonly string[] = pointTypes[kind]
  return [pointKey(kind, meant !== undefined && types.includes(meant) ? meant : 'other')]
}

const partField = (kind: PointKind, place: number, part: string): string[] => {
  if (part === 'type') return ['nextType']
  if (kind !== 'address') return [pointKey(kind, 'other')]
  // The address as a whole stands beside its parts.
  if (part === 'formatted') return []
  const key = pointKey('address', ADDRESSES[place - 1] ?? 'other')
  // A region has no field of its own: it stands behind the street.
  if (['street', 'value', 'region'].includes(part)) return [key]
  return [`${key}.${part === 'postalcode' ? 'postcode' : part}`]
}
