// How much each field speaks for or against two records being one, in bits (Fellegi and Sunter 1969). What is missing says nothing. The figures
// are the same for every kind of data; how rare a value is comes from the data itself.
import { jaroWinkler } from '@skyra/jaro-winkler'
import { isSlip } from './compare-values.ts'
import type { Token } from './tokens.ts'

const HAS_DIGIT = /\d/u
const ALIKE = 0.9
const NEARLY = 0.82
const LONG_NUMBER = 5
/** Below this, half the letters in common at most, Jaro and Winkler never reach `NEARLY`: their prefix adds .4 of what is missing. */
const FEWEST_SHARED = 1.1

const setBits = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

const canBeAlike = (one: Token, other: Token): boolean => {
  const most = Math.min(
    one.text.length - setBits(one.letters & ~other.letters),
    other.text.length - setBits(other.letters & ~one.letters),
  )
  return most / one.text.length + most / other.text.length >= FEWEST_SHARED
}

/** From 0 to 1. Numbers are equal or a slip apart, Chinese is equal or sounds the same, words are as alike as Jaro and Winkler say. */
const likeness = (one: Token, other: Token): number => {
  if (one.sound !== null || other.sound !== null) return one.sound !== null && one.sound === other.sound ? ALIKE : 0
  if (!canBeAlike(one, other)) return 0
  // 12 and 13 are two houses, Shop 1 and Shop 2 two shops; in a long number it may be a slip.
  if (HAS_DIGIT.test(one.text) || HAS_DIGIT.test(other.text)) {
    return Math.min(one.text.length, other.text.length) >= LONG_NUMBER && /^\d+$/u.test(one.text) && isSlip(one.text, other.text)
      ? ALIKE
      : 0
  }
  return jaroWinkler(one.text, other.text)
}

/** A token with how much it tells that two records share it, in bits. */
export interface Piece {
  readonly token: Token
  readonly bits: number
}

interface TokenRules {
  /** How much a second, third … shared piece still tells, as a share of the one before: streets and names are made of words that go together. */
  readonly fade: number
  readonly scale: number
  /** What a piece takes away that the other record lacks; `bits`: how rare it is. */
  readonly missing: (bits: number) => number
  readonly most: number
  /** What it takes away at least if nothing is shared. */
  readonly nothing: number
  readonly isInitialShort: boolean
}

export const PERSON: TokenRules = { fade: 1, scale: 0.95, missing: () => 3.5, most: 18, nothing: 9, isInitialShort: true }
export const COMPANY: TokenRules = {
  ...{ fade: 0.6, scale: 0.9, missing: (bits) => 0.4 * bits, most: 16, nothing: 9, isInitialShort: false },
}
export const ADDRESS: TokenRules = { fade: 0.55, scale: 0.8, missing: () => 1, most: 12, nothing: 5, isInitialShort: false }

const WEAK_SHARE = 0.2
/** What an initial tells that stands for a name. */
const INITIAL_BITS = 0.5
/** Of what the longer of two has more. */
const SURPLUS_SHARE = 0.3

/** How much a token tells where it stands; 1 but for the city's name in a firm's. */
export type ShareOf = (token: Token) => number
const whole: ShareOf = () => 1
export const shareWithin =
  (one: ReadonlySet<string>, other: ReadonlySet<string>): ShareOf =>
  ({ text }) =>
    one.has(text) || other.has(text) ? WEAK_SHARE : 1

/** Pieces are paired off: first the equal ones, then each of the shorter list with what is left that is most like it. */
export const compareTokens = (
  one: readonly Piece[],
  other: readonly Piece[],
  rules: TokenRules,
  shareOf: ShareOf = whole,
): number => {
  if (one.length === 0 || other.length === 0) return 0
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  const used: boolean[] = []
  const shared: number[] = []
  const left: Piece[] = []
  let against = 0
  let found = 0
  for (const piece of few) {
    const at = many.findIndex(({ token }, place) => used[place] !== true && token.text === piece.token.text)
    if (at < 0) left.push(piece)
    else {
      used[at] = true
      found += 1
      shared.push(piece.bits * shareOf(piece.token))
    }
  }
  for (const { token, bits } of left) {
    const { at, alike } = bestOf(token, many, used, rules.isInitialShort)
    const match = many[at]
    if (!match) {
      against += rules.missing(bits) * shareOf(token)
      continue
    }
    used[at] = true
    found += alike >= ALIKE ? 1 : 0.5
    const told = Math.min(bits, match.bits) * shareOf(token)
    if (alike >= ALIKE) shared.push(Math.max(1, told * 0.75 - 1))
    else shared.push(alike >= NEARLY ? Math.max(0, told * 0.4 - 1) : INITIAL_BITS)
  }
  many.forEach(({ token, bits }, at) => {
    if (used[at] !== true) against += SURPLUS_SHARE * rules.missing(bits) * shareOf(token)
  })
  let speaks = -against
  let weight = rules.scale
  for (const bits of shared.sort((a, b) => b - a)) {
    speaks += weight * bits
    weight *= rules.fade
  }
  if (found === 0) speaks = Math.min(speaks, -rules.nothing)
  return Math.max(-rules.most, Math.min(rules.most, speaks))
}

const NOBODY = { at: -1, alike: 0 } as const

/** The place of what is most like a token among those that are left; -1: nothing is. An initial stands behind a word in full. */
const bestOf = (
  token: Token,
  among: readonly Piece[],
  used: readonly boolean[],
  isInitialShort: boolean,
): { readonly at: number; readonly alike: number } => {
  let best: { readonly at: number; readonly alike: number } = NOBODY
  among.forEach(({ token: candidate }, at) => {
    if (used[at] === true) return
    const value = likeness(token, candidate)
    if (value >= NEARLY && value > best.alike) best = { at, alike: value }
    else if (best === NOBODY && isInitialShort && isShortFor(token.text, candidate.text)) best = { at, alike: 0.01 }
  })
  return best
}

const isShortFor = (one: string, other: string): boolean => (one.length === 1 || other.length === 1) && one[0] === other[0]

/** Of two different house numbers: a slip, or another house. */
export const compareHouses = (one: readonly Piece[], other: readonly Piece[]): number => {
  const [first, second] = [houseIn(one), houseIn(other)]
  if (first === undefined || second === undefined || first === second) return 0
  return first.length > 1 && isSlip(first, second) ? -1.5 : -3.5
}

const houseIn = (pieces: readonly Piece[]): string | undefined => pieces.find(({ token }) => /^\d/u.test(token.text))?.token.text
