// How much each field speaks for or against two records being one, in bits (Fellegi and Sunter 1969). What is missing says nothing. The figures
// are the same for every kind of data; how rare a value is comes from the data itself.
import { jaroWinkler } from '@skyra/jaro-winkler'
import { distance } from 'fastest-levenshtein'
import type { CountedField, Frequencies } from './frequencies.ts'
import type { Token } from './tokens.ts'

/** One typing mistake: a sign too many, too few or another, or two neighbours swapped. */
export const isSlip = (one: string, other: string): boolean => {
  const mistakes = distance(one, other)
  if (mistakes !== 2 || one.length !== other.length) return mistakes === 1
  const at = [...one].findIndex((sign, index) => sign !== other[index])
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}

const HAS_DIGIT = /\d/u
const ALIKE = 0.9
const NEARLY = 0.82
const LONG_NUMBER = 5

const similar = new Map<string, number>()
const REMEMBERED = 500_000

/** From 0 to 1. Numbers are equal or a slip apart, Chinese is equal or sounds the same, words are as alike as Jaro and Winkler say. */
export const likeness = (one: Token, other: Token): number => {
  if (one.text === other.text) return 1
  if (one.sound !== null || other.sound !== null) return one.sound !== null && one.sound === other.sound ? ALIKE : 0
  // 12 and 13 are two houses, Shop 1 and Shop 2 two shops; in a long number it may be a slip.
  if (HAS_DIGIT.test(one.text) || HAS_DIGIT.test(other.text)) {
    return Math.min(one.text.length, other.text.length) >= LONG_NUMBER && /^\d+$/u.test(one.text) && isSlip(one.text, other.text)
      ? ALIKE
      : 0
  }
  if (Math.abs(one.text.length - other.text.length) > Math.min(one.text.length, other.text.length)) return 0
  const key = one.text < other.text ? `${one.text} ${other.text}` : `${other.text} ${one.text}`
  const known = similar.get(key)
  if (known !== undefined) return known
  const value = jaroWinkler(one.text, other.text)
  if (similar.size >= REMEMBERED) similar.clear()
  similar.set(key, value)
  return value
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
/** Of what the longer of two has more. */
const SURPLUS_SHARE = 0.3

const NONE: ReadonlySet<string> = new Set()

/** Pieces are paired off greedily, the shorter list's with what is most like them in the other. Those that stand in `weak` tell little. */
export const compareTokens = (
  one: readonly Token[],
  other: readonly Token[],
  bitsOf: (text: string) => number,
  rules: TokenRules,
  weak: readonly ReadonlySet<string>[] = [NONE],
): number => {
  if (one.length === 0 || other.length === 0) return 0
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  const used = new Set<Token>()
  const shared: number[] = []
  let against = 0
  let found = 0
  const shareOf = (text: string): number => (weak.some((words) => words.has(text)) ? WEAK_SHARE : 1)
  for (const token of few) {
    const { match, alike } = bestOf(token, many, used)
    const bits = Math.min(bitsOf(token.text), match ? bitsOf(match.text) : Infinity) * shareOf(token.text)
    const isInitial = rules.isInitialShort && match !== null && isShortFor(token.text, match.text)
    if (match === null || (alike < NEARLY && !isInitial)) {
      against += rules.missing(bitsOf(token.text)) * shareOf(token.text)
      continue
    }
    used.add(match)
    found += alike >= ALIKE ? 1 : 0.5
    if (alike === 1) shared.push(bits)
    else if (alike >= ALIKE) shared.push(Math.max(1, bits * 0.75 - 1))
    else if (alike >= NEARLY) shared.push(Math.max(0, bits * 0.4 - 1))
    else shared.push(0.5)
  }
  for (const token of many) {
    if (!used.has(token)) against += SURPLUS_SHARE * rules.missing(bitsOf(token.text)) * shareOf(token.text)
  }
  let speaks = -against
  for (const [place, bits] of shared.toSorted((a, b) => b - a).entries()) speaks += rules.scale * bits * rules.fade ** place
  if (found === 0) speaks = Math.min(speaks, -rules.nothing)
  return Math.max(-rules.most, Math.min(rules.most, speaks))
}

const bestOf = (token: Token, among: readonly Token[], used: ReadonlySet<Token>): { match: Token | null; alike: number } => {
  let match: Token | null = null
  let alike = 0
  for (const candidate of among) {
    if (used.has(candidate)) continue
    const value = likeness(token, candidate)
    if (value > alike) [match, alike] = [candidate, value]
    if (value === 1) break
  }
  return { match, alike }
}

const isShortFor = (one: string, other: string): boolean => (one.length === 1 || other.length === 1) && one[0] === other[0]

/** Of two different house numbers: a slip, or another house. */
export const compareHouses = (one: readonly Token[], other: readonly Token[]): number => {
  const [first, second] = [one, other].map((tokens) => tokens.find(({ text }) => /^\d/u.test(text))?.text)
  if (first === undefined || second === undefined || first === second) return 0
  return first.length > 1 && isSlip(first, second) ? -1.5 : -3.5
}

export interface ValueRules {
  /** How much a slip can speak for it. Numbers of one office stand side by side, so that there one digit is no slip. */
  readonly slip: number
  /** How much it speaks against it that both have one and they differ. */
  readonly against: number
}

export const compareValues = (
  field: CountedField,
  one: string,
  other: string,
  { bits }: Frequencies,
  { slip, against }: ValueRules,
): number => {
  if (one === '' || other === '') return 0
  if (one === other) return bits(field, one) - 0.2
  if (slip > 0 && isSlip(one, other))
    return Math.min(slip, Math.max(0, Math.min(bits(field, one), bits(field, other)) * 0.65 - 1))
  return -against
}

/** Of several numbers one that both have is enough. */
export const compareLists = (
  field: CountedField,
  one: readonly string[],
  other: readonly string[],
  frequencies: Frequencies,
  rules: ValueRules,
): number => {
  if (one.length === 0 || other.length === 0) return 0
  let best = -Infinity
  for (const a of one) for (const b of other) best = Math.max(best, compareValues(field, a, b, frequencies, rules))
  return best
}

const DAY_AND_MONTH = 4
const FULL = 8

/** Days of birth: a slip, day and month swapped, or the year alone wrong still speak for it. */
export const compareBirthdays = (one: string, other: string, { bits }: Frequencies): number => {
  if (one === '' || other === '') return 0
  if (one === other) return bits('birthday', one) - 0.2
  const [first, second] = [one.slice(-DAY_AND_MONTH), other.slice(-DAY_AND_MONTH)]
  if (one.length < FULL || other.length < FULL) return first === second ? 4 : -5
  if (isSlip(one, other)) return 6
  if (one.slice(0, 4) === other.slice(0, 4) && first.slice(0, 2) === second.slice(2) && first.slice(2) === second.slice(0, 2))
    return 7
  if (first === second) return 4
  return [...one].filter((sign, index) => sign !== other[index]).length <= 2 ? 1.5 : -5
}
