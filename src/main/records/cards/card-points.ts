// The numbers and addresses of a card, with their types in Kith's own words.
import type { CardPoint, CardPointKind } from './card.ts'
import type { CardProperty } from './vcard-lines.ts'

const MESSENGERS: Readonly<Record<string, string>> = {
  'X-QQ': 'qq',
  'X-WECHAT': 'wechat',
  'X-SKYPE': 'other',
  'X-SKYPE-USERNAME': 'other',
  'X-MS-IMADDRESS': 'other',
  'X-AIM': 'other',
  'X-JABBER': 'other',
  'X-ICQ': 'other',
  IMPP: 'other',
}
/** Schemes of IMPP that name a service Kith knows. */
const services: Readonly<Record<string, string>> = {
  qq: 'qq',
  wechat: 'wechat',
  weixin: 'wechat',
  whatsapp: 'whatsapp',
  telegram: 'telegram',
  line: 'line',
}

/** The preferred ones first, otherwise in the card's order; the same twice is once. */
export const pointsOf = (properties: readonly CardProperty[]): CardPoint[] => {
  const seen = new Set<string>()
  return properties
    .flatMap((property) => pointOf(property) ?? [])
    .filter(({ kind, value, city }) => {
      const key = `${kind} ${value.toLowerCase()} ${city ?? ''}`
      return !seen.has(key) && seen.add(key)
    })
    .sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred))
}

const pointOf = (property: CardProperty): CardPoint | null => {
  const { name } = property
  const value = property.parts.join(';')
  const types = property.params.get('TYPE') ?? []
  if (name === 'TEL')
    return simple('phone', phoneType(types), value.replace(/^tel:/iu, '').replace(/;ext=/iu, ' ext. '), property)
  if (name === 'EMAIL') return simple('email', emailType(types), value.replace(/^mailto:/iu, ''), property)
  if (name === 'URL') return simple('website', null, value, property)
  if (name === 'ADR') return address(property)
  const messenger = MESSENGERS[name]
  if (messenger === undefined) return null
  const [, scheme, id] = /^([a-z]+):(.+)$/iu.exec(value) ?? []
  return simple('messenger', services[scheme?.toLowerCase() ?? ''] ?? messenger, id ?? value, property)
}

const simple = (kind: CardPointKind, type: string | null, value: string, property: CardProperty): CardPoint | null =>
  value === '' ? null : { kind, type, value, city: null, country: null, postcode: null, isPreferred: isPreferred(property) }

const address = (property: CardProperty): CardPoint | null => {
  const [box = '', extra = '', street = '', city = '', region = '', postcode = '', country = ''] = property.parts
  const lines = [box, extra, street].filter((part) => part !== '').map((part) => part.replace(/\s*\n\s*/gu, ', '))
  // A province or state has no place of its own.
  const value = [...lines, region === city ? '' : region].filter((part) => part !== '').join(', ')
  if (value === '' && city === '' && postcode === '') return null
  const types = property.params.get('TYPE') ?? []
  return {
    kind: 'address',
    type: types.includes('HOME') ? 'home' : types.includes('WORK') ? 'office' : null,
    value: value === '' ? [postcode, city].filter((part) => part !== '').join(' ') : value,
    city: orNull(city),
    country: orNull(country),
    postcode: orNull(postcode),
    isPreferred: isPreferred(property),
  }
}

const phoneType = (types: readonly string[]): string | null => {
  if (types.includes('FAX')) return 'fax'
  if (types.includes('CELL') || types.includes('IPHONE')) return 'mobile'
  if (types.includes('WORK')) return 'work'
  return types.includes('HOME') ? 'home' : types.includes('PAGER') ? 'other' : null
}

const emailType = (types: readonly string[]): string | null =>
  types.includes('WORK') ? 'work' : types.includes('HOME') ? 'private' : null

const isPreferred = ({ params }: CardProperty): boolean => params.has('PREF') || params.get('TYPE')?.includes('PREF') === true

const orNull = (text: string): string | null => (text === '' ? null : text)
