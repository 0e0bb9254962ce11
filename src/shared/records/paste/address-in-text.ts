// The address in a pasted text: a Chinese one by its region, else one that reads like a street.
import type { Divisions } from './divisions.ts'
import { takeLatinAddress } from './latin-address.ts'
import { type Piece, piecesOf } from './pieces.ts'
import type { ProposedAddress } from './proposal.ts'
import { readRegion, type Region, withoutRepetition } from './region.ts'
import { understand, type WorkingText } from './working-text.ts'
import { isChineseStreet, isCompany, nameScore } from './words-in-text.ts'

interface AddressFound {
  readonly address: ProposedAddress | null
  /** The pieces that are no part of it. */
  readonly rest: readonly Piece[]
}

interface Start {
  readonly place: number
  readonly region: Region
}

/** Takes the address out of the text. */
export const takeAddress = (working: WorkingText, divisions: Divisions): AddressFound => {
  const pieces = piecesOf(working.text)
  const start = findStart(working.text, pieces, divisions)
  if (start) return takeRegional(working, pieces, start)
  const streets = pieces.filter((piece) => piece.label === 'address' || (isChineseStreet(piece.text) && isStreetAlone(piece)))
  if (streets.length > 0) {
    const street = streets.map(({ text }) => text).join(' ')
    for (const { from, to } of streets) understand(working, 'address', from, to)
    return { address: { ...nowhere, street }, rest: pieces.filter((piece) => !streets.includes(piece)) }
  }
  const address = takeLatinAddress(working)
  return { address, rest: address ? piecesOf(working.text) : pieces }
}

const nowhere = { province: null, city: null, county: null, code: null, postcode: null, country: null }

const isStreetAlone = ({ text, label }: Piece): boolean =>
  label === null && /[\d一二三四五六七八九十]/u.test(text) && !isCompany(text)

/** The first piece that an address begins with, and its region. */
const findStart = (text: string, pieces: readonly Piece[], divisions: Divisions): Start | null => {
  for (const [place, piece] of pieces.entries()) {
    if (piece.label !== null && piece.label !== 'address') continue
    const last = pieces.findLast(({ part }) => part === piece.part) ?? piece
    const found = readRegion(text.slice(piece.from, last.to), 0, divisions)
    if (!found) continue
    const region = { ...found, end: piece.from + found.end }
    if (piece.label === 'address' || isAddress(piece, pieces[place + 1], region)) return { place, region }
  }
  return null
}

/** A shortened name alone may be a word or a person: then the rest has to look like an address. */
const isAddress = (piece: Piece, next: Piece | undefined, region: Region): boolean => {
  if (isCompany(piece.text)) return false
  if (region.isCertain || (region.end < piece.to && isChineseStreet(piece.text))) return true
  return region.end >= piece.to && (region.county === null || (next !== undefined && isChineseStreet(next.text)))
}

const takeRegional = (working: WorkingText, pieces: readonly Piece[], { place, region }: Start): AddressFound => {
  const begin = pieces[place]
  if (!begin) return { address: null, rest: pieces }
  const own = pieces.filter((piece, index) => index >= place && belongs(piece, pieces[index + 1], begin, region))
  const streets = own
    .map(({ from, to }) => withoutRepetition(working.text.slice(Math.max(from, region.end), Math.max(to, region.end)), region))
    .filter((street) => street !== '')
  const end = own.at(-1)?.to ?? begin.to
  for (const { from, to } of joined(own, working.text, end)) understand(working, 'address', from, to)
  return {
    address: {
      province: region.province?.name ?? null,
      city: region.city?.name ?? null,
      county: region.county?.name ?? null,
      code: (region.county ?? region.city ?? region.province)?.code ?? null,
      street: streets.length === 0 ? null : streets.join(' '),
      postcode: null,
      country: null,
    },
    rest: pieces.filter((piece) => !own.includes(piece)),
  }
}

/** The pieces of the region's own part up to a name, what is labelled as address, and later streets and houses. */
const belongs = (piece: Piece, next: Piece | undefined, begin: Piece, region: Region): boolean => {
  if (piece.label !== null && piece.label !== begin.label) return piece.label === 'address'
  if (piece.from < region.end || piece.label === 'address') return true
  if (isChineseStreet(piece.text)) return !isCompany(piece.text)
  if (piece.part !== begin.part || isCompany(piece.text)) return false
  const isLast = next?.part !== piece.part
  return !(isLast && nameScore(piece.text) > 0)
}

/** Neighbouring pieces as one span. */
const joined = (pieces: readonly Piece[], text: string, end: number): { readonly from: number; readonly to: number }[] => {
  const spans: { from: number; to: number }[] = []
  for (const { from, to } of pieces) {
    const before = spans.at(-1)
    if (before && text.slice(before.to, from).trim() === '') before.to = Math.min(to, end)
    else spans.push({ from, to })
  }
  return spans
}
