// Companies and people as cards of an address book (vCard 3.0 or 4.0), with every number and address they have. Photos are not part of it.
import ICAL from 'ical.js'
import type { PointKind } from '#shared/customers/contact-point.ts'
import type { CellValue } from '#shared/lists/list-field.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import type { Sink } from './file-target.ts'
import type { MainTypes, PointRow } from './points.repository.ts'

/** What is asked of each row. */
export const cardColumns = {
  companies: ['name', 'phone', 'email', 'website', 'address', 'city', 'postcode', 'country', 'description', 'tags'],
  contacts: [
    ...(['name', 'companyId', 'role', 'salutation', 'birthday', 'phone', 'email', 'address', 'city', 'postcode'] as const),
    ...(['country', 'description', 'tags'] as const),
  ],
} as const

export type CardEntity = keyof typeof cardColumns

export interface CardWriting {
  readonly entity: CardEntity
  readonly version: '3.0' | '4.0'
  readonly pointsOf: (id: string) => readonly PointRow[]
  readonly mainTypesOf: (id: string) => MainTypes | undefined
}

export const writeVcards = async (sink: Sink, pages: AsyncIterable<readonly ListRow[]>, writing: CardWriting): Promise<void> => {
  const design = writing.version === '3.0' ? ICAL.design.vcard3 : ICAL.design.vcard
  for await (const rows of pages) {
    const cards = rows.map((row) => `${ICAL.stringify.component(['vcard', propertiesOf(row, writing), []], design)}\r\n`)
    await sink.write(cards.join(''))
  }
}

/** jCard (RFC 7095): name, parameters, type, values; a value of several parts is a list. */
type Property = [name: string, params: Record<string, string>, type: string, ...values: (string | string[])[]]

const propertiesOf = ({ id, title, cells }: ListRow, { entity, version, pointsOf, mainTypesOf }: CardWriting): Property[] => {
  const text = (field: string): string => textOf(cells[field])
  const types = mainTypesOf(id)
  const company = nameOf(cells['companyId'])
  const [family, given] = entity === 'contacts' ? nameParts(title) : [title, '']
  const birthday = text('birthday')
  const main = { recordId: id, city: null, country: null, postcode: null, note: null }
  const points: PointRow[] = [
    { ...main, kind: 'phone', type: types?.phoneType ?? null, value: text('phone') },
    { ...main, kind: 'email', type: types?.emailType ?? null, value: text('email') },
    { ...main, kind: 'website', type: null, value: text('website') },
    {
      ...{ ...main, kind: 'address', type: types?.addressType ?? null, value: text('address') },
      ...{ city: text('city'), country: text('country'), postcode: text('postcode') },
    },
    ...pointsOf(id),
  ]
  const tags = namesOf(cells['tags'])
  return [
    ['version', {}, 'text', version],
    ...(version === '4.0' ? [kindOf(entity)] : []),
    ['fn', {}, 'text', title],
    ['n', {}, 'text', [family, given, '', text('salutation'), '']],
    ...(entity === 'companies' ? [orgOf(title)] : company === '' ? [] : [orgOf(company)]),
    ...optional('title', text('role')),
    ...points.flatMap((point) => propertyOf(point, version)),
    ...(birthday === '' ? [] : [birthdayOf(birthday, version)]),
    ...(tags.length === 0 ? [] : [['categories', {}, 'text', ...tags] satisfies Property]),
    ...optional('note', text('description')),
    simple('uid', `urn:uuid:${id}`),
  ]
}

const kindOf = (entity: CardEntity): Property => ['kind', {}, 'text', entity === 'companies' ? 'org' : 'individual']
/** A list of one part, so that a semicolon in the name divides nothing. */
const orgOf = (name: string): Property => ['org', {}, 'text', [name]]
const simple = (name: string, value: string): Property => [name, {}, name === 'uid' ? 'uri' : 'text', value]
const optional = (name: string, value: string): Property[] => (value === '' ? [] : [simple(name, value)])

/** A birthday without its year: each version has a way of its own. */
const birthdayOf = (birthday: string, version: string): Property => {
  if (birthday.startsWith('--'))
    return ['bday', {}, 'text', version === '4.0' ? birthday.replace(/^--(\d\d)-/u, '--$1') : birthday]
  return ['bday', {}, version === '4.0' ? 'date-and-or-time' : 'date', birthday]
}

/** The words of the standard for the types that it knows; others are written as they are. */
const typeWords: Readonly<Record<string, string>> = { mobile: 'cell', private: 'home', office: 'work' }
const messengers: Readonly<Record<string, string>> = {
  qq: 'qq',
  wechat: 'weixin',
  whatsapp: 'whatsapp',
  telegram: 'telegram',
  line: 'line',
}
const names: Readonly<Record<Exclude<PointKind, 'address' | 'messenger'>, string>> = {
  phone: 'tel',
  email: 'email',
  website: 'url',
}

const propertyOf = (point: PointRow, version: string): Property[] => {
  const { kind, type, value, city, country, postcode } = point
  const params: Record<string, string> = type === null || kind === 'messenger' ? {} : { type: typeWords[type] ?? type }
  if (kind === 'address') {
    if ([value, city, country, postcode].every((part) => part === null || part === '')) return []
    return [['adr', params, 'text', ['', '', value, city ?? '', '', postcode ?? '', country ?? '']]]
  }
  if (value === '') return []
  if (kind === 'messenger') return [['impp', {}, 'uri', `${messengers[type ?? ''] ?? 'im'}:${value}`]]
  if (kind === 'phone') return [['tel', params, version === '3.0' ? 'phone-number' : 'text', value]]
  return [[names[kind], params, kind === 'website' && version === '3.0' ? 'uri' : 'text', value]]
}

/** The last word of a Latin name is the family's; other names stay whole, since nobody can tell. */
const nameParts = (name: string): [family: string, given: string] => {
  const at = name.lastIndexOf(' ')
  return at > 0 && /^[\p{Script=Latin}\s.'’-]+$/u.test(name) ? [name.slice(at + 1), name.slice(0, at)] : [name, '']
}

const textOf = (value: CellValue | undefined): string => (typeof value === 'string' ? value : '')
const nameOf = (value: CellValue | undefined): string =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : ''
const namesOf = (value: CellValue | undefined): string[] =>
  Array.isArray(value) ? value.flatMap((one) => (typeof one === 'string' ? [] : [one.name])) : []
