// Which records are worth comparing: those that share something rare, or several things. Comparing all with all would take an office of
// 50,000 more than a billion comparisons.
import type { Comparable } from './comparable.ts'
import { ownMark } from './frequencies.ts'

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
  const heard = name.map(({ text, sound }) => sound ?? text)
  return [
    ...marks,
    ...pairsOf(
      'nn',
      heard.map((text) => beginningOf(text, 3)),
      2,
    ),
    // Where a beginning is shared by too many, the whole is not.
    ...heard.slice(1).map((text, at): Mark => [`nw ${[heard[at] ?? '', text].toSorted().join(' ')}`, 2]),
  ]
}

/** Someone at a house: common names and long streets each tell little, together they do. */
const marksOfNameAtHouse = ({ name, address }: Comparable): Mark[] => {
  const houses = address.filter(({ text }) => /^\d/u.test(text)).slice(0, 2)
  return name.flatMap(({ text, sound }) => houses.map((house): Mark => [`nh ${beginningOf(sound ?? text, 3)} ${house.text}`, 1]))
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

/** A phone number without its area. */
const SUBSCRIBER = 7

const halvesOf = (kind: string, value: string): Mark[] =>
  value.length < 6
    ? []
    : [
        [`${kind}< ${value.slice(0, 5)}`, 1],
        [`${kind}> ${value.slice(-5)}`, 1],
      ]

/** The end and the beginning: with a slip in one of them the other is still the same. */
const piecesOfPhone = (phone: string): Mark[] => [
  [`p< ${beginningOf(phone, 7)}`, 1],
  [`p4 ${phone.slice(-4)}`, 1],
]

const marksOf = (record: Comparable): Mark[] => {
  const { birthday, externalId, creditCode, domain, companyIds, phones, emails, own } = record
  const marks: Mark[] = [...marksOfName(record), ...marksOfAddress(record), ...marksOfNameAtHouse(record)]
  if (birthday !== '') marks.push([`b ${birthday}`, 2])
  if (externalId !== '') marks.push([`i ${externalId}`, 2], ...halvesOf('i', externalId))
  if (creditCode !== '') marks.push([`c ${creditCode}`, 2], ...halvesOf('c', creditCode))
  if (domain !== '') marks.push([`d ${domain}`, 2])
  for (const value of own) marks.push([`o ${ownMark(value)}`, 2])
  for (const companyId of companyIds) marks.push([`f ${companyId}`, 1])
  for (const phone of phones) marks.push([`p ${phone}`, 2], [`p> ${phone.slice(-SUBSCRIBER)}`, 2], ...piecesOfPhone(phone))
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
