// Reads a .vcf file: one card or a whole address book.
import { HEAD_LENGTH, mimeTypeOf, photoEnding } from '#shared/attachments/file-kinds.ts'
import { cutText } from '#shared/base/cut-text.ts'
import { birthdayProblem, normaliseBirthday } from '#shared/records/birthday.ts'
import type { Card, CardPhoto } from './card.ts'
import { pointsOf } from './card-points.ts'
import { cardsIn, type CardProperty } from './vcard-lines.ts'

const CHINESE = /\p{Script=Han}/u

/** Cards without any name, number or address are left out. */
export const readCards = (bytes: Uint8Array): Card[] => cardsIn(bytes).flatMap((properties) => cardOf(properties) ?? [])

const cardOf = (properties: readonly CardProperty[]): Card | null => {
  const find = (name: string): CardProperty | undefined =>
    properties.find((one) => one.name === name && one.parts.some((part) => part !== ''))
  const plain = (name: string): string | null => find(name)?.parts.join(';') ?? null
  const points = pointsOf(properties)
  const [company = null, ...departments] = (find('ORG')?.parts ?? []).map(orNull)
  const parts = find('N')?.parts ?? []
  const person = namedBy(parts)
  const full = plain('FN')?.replace(/\s+/gu, ' ') ?? null
  const name = full ?? person ?? company ?? points.find(({ kind }) => kind === 'email' || kind === 'phone')?.value ?? null
  if (name === null) return null

  const pictures = ['PHOTO', 'LOGO'].flatMap((called) => properties.filter((one) => one.name === called))
  const kind = (plain('KIND') ?? plain('X-ABSHOWAS') ?? '').toLowerCase()
  return {
    name,
    familyName: orNull(parts[0] ?? ''),
    givenName: orNull(parts[1] ?? ''),
    prefix: orNull(parts[3] ?? ''),
    isCompany:
      kind === 'org' || kind === 'company' || (person === null && company !== null && (full === null || company === full)),
    company,
    department: orNull(departments.filter((part) => part !== null).join(' / ')),
    jobTitle: plain('TITLE') ?? plain('ROLE'),
    birthday: birthdayOf(plain('BDAY')),
    note: plain('NOTE'),
    categories: properties.filter(({ name: called }) => called === 'CATEGORIES').flatMap(categoriesOf),
    uid: plain('UID'),
    points,
    photo: photoOf(pictures, name),
    photoAddress: pictures.map(({ parts: [text = ''] }) => text).find((text) => /^https?:\/\//iu.test(text)) ?? null,
  }
}

const categoriesOf = ({ parts }: CardProperty): string[] =>
  parts
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Family; given; further; before; after. Chinese puts the family first and leaves no space. */
const namedBy = ([family = '', given = '', further = '', before = '', after = '']: readonly string[]): string | null => {
  if (family === '' && given === '') return null
  if (CHINESE.test(family + given)) return `${family}${given}`
  return [before, given, further.replaceAll(',', ' '), family, after].filter((part) => part !== '').join(' ')
}

/** `19800322`, `1980-03-22T00:00:00Z`, `--0203`; what is none of these is left out. */
const birthdayOf = (text: string | null): string | null => {
  const [, year, month, day] = /^(\d{4}|--?)-?(\d{2})-?(\d{2})(?:T|$)/u.exec(text ?? '') ?? []
  if (year === undefined) return null
  // Apple writes 1604 for a year that is not known.
  const birthday = normaliseBirthday(
    year.startsWith('-') || year === '1604' ? `${month ?? ''}-${day ?? ''}` : `${year}-${month ?? ''}-${day ?? ''}`,
  )
  return birthdayProblem(birthday, null) === null ? birthday : null
}

/** A picture in the card itself; one somewhere on the web is not fetched. */
const photoOf = (pictures: readonly CardProperty[], name: string): CardPhoto | null => {
  for (const property of pictures) {
    const text = property.parts.join(';')
    const data = /^data:[^,]*;base64,(.+)$/isu.exec(text)?.[1]
    const isBase64 = property.params.get('ENCODING')?.some((one) => one === 'B' || one === 'BASE64')
    if (data === undefined && !isBase64) continue
    const bytes = new Uint8Array(Buffer.from((data ?? text).replace(/\s+/gu, ''), 'base64'))
    if (bytes.length === 0) continue
    const mimeType = mimeTypeOf('', bytes.subarray(0, HEAD_LENGTH))
    return { name: `${cutText(name, LONGEST_NAME)}.${photoEnding(mimeType) ?? 'bin'}`, mimeType, bytes }
  }
  return null
}

const LONGEST_NAME = 200

const orNull = (text: string): string | null => (text === '' ? null : text)
