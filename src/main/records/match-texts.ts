// Under which texts records are recognised: the same whatever the writing of a number, an address or a name.
import { foldName } from '#shared/imports/fold-name.ts'

const EXTENSION = /(?:ext|x|转|分机).*$/iu

/** Digits without the country, trunk and exit codes of China and the world around a number. */
const bareNumber = (phone: string): string =>
  phone
    .replace(EXTENSION, '')
    // +44 (0)20 …: between a country's code and the number only.
    .replace(/^(?<country>\s*(?:\+|00)[\d\s-]{1,6})\(0\)/u, '$<country>')
    .replace(/\D+/gu, '')
    .replace(/^00/u, '')
    .replace(/^86(?=1\d{10}$|0?\d{10,11}$)/u, '')
    .replace(/^0+/u, '')

/** Signs between digits as most numbers are written: no letters, no brackets. */
const PLAIN_NUMBER = /^\+?[\d ./-]*$/
/** What such a number may begin with that `bareNumber` leaves out. */
const BEGINS_BARE = /^[1-79]/u

/** By what a line is known, whatever its writing and extension; fewer than five digits tell nothing. */
export const phoneText = (phone: string): string | null => {
  // An import asks for very many.
  const digits = PLAIN_NUMBER.test(phone) ? phone.replace(/[+ ./-]+/gu, '') : ''
  const bare = BEGINS_BARE.test(digits) ? digits : bareNumber(phone.normalize('NFKC'))
  return bare.length < 5 ? null : bare
}

/** By what an entry in a list of numbers is known: two extensions of one line are two, and a short number is its own. */
export const phoneKey = (phone: string): string | null => {
  const text = phone.normalize('NFKC')
  const extension = EXTENSION.exec(text)?.[0].replace(/\D/gu, '') ?? ''
  const bare = bareNumber(text)
  return bare + extension === '' ? null : [bare, extension].filter((part) => part !== '').join(' ')
}

/** The shortest number that is one of its own without an area code. */
const SUBSCRIBER = 7

/** What two texts of numbers have in common where one is written with its country or area and the other without; null if they are two. */
export const sharedNumber = (one: string, other: string): string | null => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short === long) return short
  return short.length >= SUBSCRIBER && long.endsWith(short) ? short : null
}

const PLAIN = /^[!-~]+$/

export const emailText = (email: string): string | null => {
  if (PLAIN.test(email)) return email.toLowerCase()
  const text = email.normalize('NFKC').trim().toLowerCase()
  return text === '' ? null : text
}

export const codeText = (code: string): string | null => {
  const text = foldName(code)
  return text === '' ? null : text
}

export const websiteText = (website: string): string | null => {
  const host = /^(?:[a-z]+:\/\/)?(?:www\.)?(?<host>[^/?#:]+)/iu.exec(website.trim())?.groups?.['host']?.toLowerCase()
  return host === undefined || !host.includes('.') ? null : host
}

/** What parts a name into words besides spaces, or stands around a part of it that does not count. */
const SIGNED = /[.,'’"“”&·\-–/|()（）【】[\]]/

const withoutChineseForm = (name: string): string => (name.endsWith('公司') ? name.replace(LEGAL_CHINESE, '') : name)

/** A company's name without what says its legal form, and without signs. `folded`: the name as `foldName` gives it, where it is known. */
export const companyText = (name: string, folded = foldName(name)): string | null => {
  const isSigned = SIGNED.test(folded)
  if (!isSigned && !folded.includes(' ')) return withoutChineseForm(folded) || folded || null
  let bare = isSigned
    ? withoutChineseForm(folded.replace(/[(（【[].*?[)）】\]]/gu, ''))
        .replace(/[\s.,'’"“”&·\-–/|]+/gu, ' ')
        .trim()
    : withoutChineseForm(folded).trim()
  for (let space = bare.lastIndexOf(' '); space >= 0 && LEGAL.has(bare.slice(space + 1)); space = bare.lastIndexOf(' '))
    bare = bare.slice(0, space)
  return bare.replace(/ /g, '') || folded || null
}

/** What of the name is its legal form; empty where it names none. */
export const legalForm = (name: string): string => {
  const folded = foldName(name)
  const chinese = LEGAL_CHINESE.exec(folded)?.[0]
  if (chinese !== undefined) return chinese
  const last = folded.replace(/[.,]/gu, '').split(/\s+/u).at(-1) ?? ''
  return LEGAL.has(last) ? last : ''
}

const LEGAL_CHINESE = /(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$|(?:股份有限|有限责任|集团)公司$/u
const LEGAL = new Set(
  'inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh ag kg ohg ug se sa sas sarl srl spa bv nv ab as oy oyj aps kk pty pte sdn bhd'.split(
    ' ',
  ),
)

const LATIN = /^[ -~\u00c0-\u0131]*$/

export const personText = (name: string): string | null => {
  const folded = foldName(name)
  const text = /[.,·•]/u.test(folded)
    ? folded
        .replace(/[.,·•]/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim()
    : folded
  return text === '' ? null : !LATIN.test(text) && /\p{Script=Han}/u.test(text) ? text.replace(/\s/gu, '') : text
}
