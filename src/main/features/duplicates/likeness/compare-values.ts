// How much two values say that are the same, a slip apart, or different: numbers, codes, places, days of birth. In bits, as all of likeness.
import { distance } from 'fastest-levenshtein'
import { sharedNumber } from '#main/records/match-texts.ts'
import { type CountedField, type Frequencies, ownMark } from './frequencies.ts'

/** One typing mistake: a sign too many, too few or another, or two neighbours swapped. */
export const isSlip = (one: string, other: string): boolean => {
  const mistakes = distance(one, other)
  if (mistakes !== 2 || one.length !== other.length) return mistakes === 1
  const at = [...one].findIndex((sign, index) => sign !== other[index])
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
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

/** A number written with and without its country or area is the same; what more one of them says is worth little. */
export const comparePhones = (
  one: readonly string[],
  other: readonly string[],
  frequencies: Frequencies,
  rules: ValueRules,
): number => {
  const said = compareLists('phones', one, other, frequencies, rules)
  if (said > rules.slip) return said
  const short = one.flatMap((a) => other.flatMap((b) => (a === b ? [] : (sharedNumber(a, b) ?? []))))[0]
  return short === undefined ? said : Math.max(said, PREFIXED * Math.max(0, frequencies.bits('phones', short)))
}
/** What a number without its area tells, as a share of the whole one. */
const PREFIXED = 0.8

/** Two values of what must not be there twice are two records, or a slip that nobody saw. */
const OWN_AGAINST = 2.5

/** What each of the office's own keys says that both have; exact, since numbers of one office stand side by side. */
export const compareOwn = (
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
  frequencies: Frequencies,
): { readonly key: string; readonly bits: number }[] =>
  [...one].flatMap(([key, text]) => {
    const beside = other.get(key)
    if (beside === undefined) return []
    const bits = compareValues('own', ownMark([key, text]), ownMark([key, beside]), frequencies, {
      slip: 0,
      against: OWN_AGAINST,
    })
    return [{ key, bits }]
  })

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
