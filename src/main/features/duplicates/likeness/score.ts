// Whether two records are one: what each field says, taken together, against how unlikely it is that two records picked at random are.
import { likenessField, type LikenessField } from '#shared/duplicates/duplicate.ts'
import type { Comparable } from './comparable.ts'
import { ADDRESS, COMPANY, compareHouses, compareTokens, PERSON, type Piece, shareWithin } from './compare.ts'
import { compareBirthdays, compareLists, compareOwn, comparePhones, compareValues } from './compare-values.ts'
import type { Frequencies } from './frequencies.ts'
import type { Token } from './tokens.ts'

export interface PairScore {
  /** In bits: at 0 it is as likely as not, each bit more doubles the odds. */
  readonly bits: number
  /** What each field says, in bits; 0 where one of them has nothing there. */
  readonly fields: Readonly<Record<LikenessField, number>>
  /** The parts of `own`: what each of the office's own keys says. */
  readonly own: readonly { readonly key: string; readonly bits: number }[]
}

/** They all tell of one place or house: each further one that agrees adds less. */
const PLACE: readonly LikenessField[] = ['address', 'city', 'postcode', 'phone']
const PLACE_FADE = 0.7

/** The share of pairs that are one is taken to be 1 in as many as there are records: every record has one double on average at the most. */
const priorBits = ({ count }: Frequencies): number => -Math.log2(count)

export type Score = (one: Comparable, other: Comparable) => PairScore

export const createScore = (frequencies: Frequencies, isCompany: boolean): Score => {
  const nameOf = createPieces('name', frequencies)
  const addressOf = createPieces('address', frequencies)
  const prior = priorBits(frequencies)
  return (one, other) => {
    const own = compareOwn(one.own, other.own, frequencies)
    const fields = {
      name: isCompany
        ? compareTokens(nameOf(one), nameOf(other), COMPANY, shareWithin(one.cityPieces, other.cityPieces))
        : compareTokens(nameOf(one), nameOf(other), PERSON),
      company: compareLists('companyIds', one.companyIds, other.companyIds, frequencies, { slip: 0, against: 1 }),
      creditCode: compareValues('creditCode', one.creditCode, other.creditCode, frequencies, { slip: 8, against: 6 }),
      externalId: compareValues('externalId', one.externalId, other.externalId, frequencies, { slip: 8, against: 2.5 }),
      phone: comparePhones(one.phones, other.phones, frequencies, { slip: 3, against: isCompany ? 4 : 2 }),
      email: compareLists('emails', one.emails, other.emails, frequencies, { slip: 3, against: 1.5 }),
      website: compareValues('domain', one.domain, other.domain, frequencies, { slip: 0, against: 1.5 }),
      birthday: compareBirthdays(one.birthday, other.birthday, frequencies),
      address: compareTokens(addressOf(one), addressOf(other), ADDRESS) + compareHouses(addressOf(one), addressOf(other)),
      city: compareValues('city', one.city, other.city, frequencies, { slip: 8, against: 1.5 }),
      postcode: compareValues('postcode', one.postcode, other.postcode, frequencies, { slip: 8, against: 2 }),
      own: own.reduce((all, { bits }) => all + bits, 0),
    }
    let sum = prior
    for (const field of likenessField.options) if (!PLACE.includes(field) || fields[field] < 0) sum += fields[field]
    const place = PLACE.map((field) => fields[field])
      .filter((said) => said > 0)
      .toSorted((a, b) => b - a)
    for (const [at, said] of place.entries()) sum += said * PLACE_FADE ** at
    return { bits: sum, fields, own }
  }
}

/** The pieces of records' names or addresses with what each tells; made once for each record. */
const createPieces = (field: 'name' | 'address', { bits }: Frequencies): ((record: Comparable) => readonly Piece[]) => {
  const pieces = new Map<Token, Piece>()
  const ofRecords = new Map<Comparable, readonly Piece[]>()
  const pieceOf = (token: Token): Piece => {
    const piece = pieces.get(token) ?? { token, bits: bits(field, token.text) }
    pieces.set(token, piece)
    return piece
  }
  return (record) => {
    const known = ofRecords.get(record) ?? record[field].map(pieceOf)
    ofRecords.set(record, known)
    return known
  }
}

/** How likely it is that they are one, from 0 to 1. */
export const likelihood = (bits: number): number => 1 / (1 + 2 ** -bits)
