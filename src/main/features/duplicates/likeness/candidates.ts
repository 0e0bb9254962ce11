// Which records are worth comparing: those that share something rare, or several things. Comparing all with all would take an office of
// 50,000 more than a billion comparisons.
import type { Comparable } from './comparable.ts'

/** A mark and how much it tells: two records are compared from `ENOUGH` on. */
type Mark = readonly [key: string, weight: number]

const ENOUGH = 2
/** A mark that more records share than this tells nothing by itself; they are met by another one or not at all. */
const TOO_MANY = 40

const beginningOf = (text: string, length: number): string => text.slice(0, length)

/** What two names have of each other in any order, slips behind the third letter forgiven. */
const marksOfName = ({ name, city, postcode, birthday }: Comparable): Mark[] => {
  const marks: Mark[] = []
  for (const { text, sound } of name) {
    const start = beginningOf(sound ?? text, 4)
    marks.push([`n ${sound ?? text}`, 1])
    if (city !== '') marks.push([`nc ${start} ${beginningOf(city, 4)}`, 1])
    if (postcode !== '') marks.push([`np ${beginningOf(start, 3)} ${postcode}`, 2])
    if (birthday !== '') marks.push([`nb ${beginningOf(start, 3)} ${beginningOf(birthday, 4)}`, 2])
  }
  return [
    ...marks,
    ...pairsOf(
      'nn',
      name.map(({ text, sound }) => beginningOf(sound ?? text, 3)),
      2,
    ),
  ]
}

const marksOfAddress = ({ address }: Comparable): Mark[] => [
  ...address.map(({ text }): Mark => [`a ${text}`, 1]),
  ...pairsOf(
    'aa',
    address.slice(0, 6).map(({ text }) => text),
    2,
  ),
]

const pairsOf = (kind: string, texts: readonly string[], weight: number): Mark[] =>
  texts.flatMap((one, at) =>
    texts.slice(at + 1).map((other): Mark => [`${kind} ${one < other ? `${one} ${other}` : `${other} ${one}`}`, weight]),
  )

const halvesOf = (kind: string, value: string): Mark[] =>
  value.length < 6
    ? []
    : [
        [`${kind}< ${value.slice(0, 5)}`, 1],
        [`${kind}> ${value.slice(-5)}`, 1],
      ]

const marksOf = (record: Comparable): Mark[] => {
  const { birthday, externalId, creditCode, domain, companyIds, phones, emails } = record
  const marks: Mark[] = [...marksOfName(record), ...marksOfAddress(record)]
  if (birthday !== '') marks.push([`b ${birthday}`, 2])
  if (externalId !== '') marks.push([`i ${externalId}`, 2], ...halvesOf('i', externalId))
  if (creditCode !== '') marks.push([`c ${creditCode}`, 2], ...halvesOf('c', creditCode))
  if (domain !== '') marks.push([`d ${domain}`, 2])
  for (const companyId of companyIds) marks.push([`f ${companyId}`, 1])
  for (const phone of phones) marks.push([`p ${phone}`, 2], [`p> ${phone.slice(-8)}`, 2], [`p< ${beginningOf(phone, 7)}`, 1])
  for (const email of emails) marks.push([`e ${email}`, 2], [`e< ${email.slice(0, email.indexOf('@'))}`, 1])
  return marks
}

export interface Candidates {
  /** For each record the later ones it is to be compared with. */
  readonly of: (index: number) => readonly number[]
  /** Marks that were shared by too many; the sizes of those groups, for the report. */
  readonly crowded: number
}

export const findCandidates = (records: readonly Comparable[]): Candidates => {
  const holders = new Map<string, { readonly weight: number; readonly at: number[] }>()
  const marks = records.map((record, index) => {
    const own = new Map(marksOf(record))
    for (const [key, weight] of own) {
      const known = holders.get(key)
      if (known) known.at.push(index)
      else holders.set(key, { weight, at: [index] })
    }
    return [...own.keys()]
  })
  let crowded = 0
  for (const { at } of holders.values()) if (at.length > TOO_MANY) crowded += 1
  return {
    crowded,
    of: (index) => {
      const weights = new Map<number, number>()
      for (const key of marks[index] ?? []) {
        const holder = holders.get(key)
        if (!holder || holder.at.length < 2 || holder.at.length > TOO_MANY) continue
        for (const other of holder.at) if (other > index) weights.set(other, (weights.get(other) ?? 0) + holder.weight)
      }
      return [...weights].filter(([, weight]) => weight >= ENOUGH).map(([other]) => other)
    },
  }
}
