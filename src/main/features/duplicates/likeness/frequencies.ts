// How common each value is among the records at hand: what many share says little about who is meant.
import type { Comparable } from './comparable.ts'

const COUNTED = [
  ...(['name', 'address', 'city', 'postcode', 'birthday', 'externalId', 'creditCode', 'domain'] as const),
  ...(['companyIds', 'phones', 'emails', 'own'] as const),
]
export type CountedField = (typeof COUNTED)[number]

export interface Frequencies {
  /** How many records there are. */
  readonly count: number
  /** What it tells that two records share this value, in bits: log2 of how many times rarer than always it is (Shannon; Newcombe 1959). */
  readonly bits: (field: CountedField, value: string) => number
}

/** A value of one of the office's own fields: another field's is another one. */
export const ownMark = ([key, text]: readonly [key: string, text: string]): string => `${key} ${text}`

const valuesOf: Readonly<Record<CountedField, (record: Comparable) => readonly string[]>> = {
  name: ({ name }) => name.map(({ text }) => text),
  address: ({ address }) => address.map(({ text }) => text),
  city: ({ city }) => [city],
  postcode: ({ postcode }) => [postcode],
  birthday: ({ birthday }) => [birthday],
  externalId: ({ externalId }) => [externalId],
  creditCode: ({ creditCode }) => [creditCode],
  domain: ({ domain }) => [domain],
  companyIds: ({ companyIds }) => companyIds,
  phones: ({ phones }) => phones,
  emails: ({ emails }) => emails,
  own: ({ own }) => [...own].map(ownMark),
}

export const countValues = (records: readonly Comparable[]): Frequencies => {
  const counts = new Map<CountedField, Map<string, number>>()
  for (const field of COUNTED) {
    const byValue = new Map<string, number>()
    for (const record of records) {
      for (const value of new Set(valuesOf[field](record))) byValue.set(value, (byValue.get(value) ?? 0) + 1)
    }
    counts.set(field, byValue)
  }
  const all = Math.max(2, records.length)
  for (const byValue of counts.values()) for (const [value, count] of byValue) byValue.set(value, Math.log2(all / count))
  const unknown = Math.log2(all)
  return { count: all, bits: (field, value) => counts.get(field)?.get(value) ?? unknown }
}
