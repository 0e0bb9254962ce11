// An address book as a table: a row a card, with the headings of Google's address book, which keep the order and the type of every number.
import { createHash } from 'node:crypto'
import type { Card, CardPoint, CardPointKind } from '#main/records/cards/card.ts'
import { readCards } from '#main/records/cards/read-cards.ts'
import type { FileBytes } from '../file-bytes.ts'
import type { RowSource, TableFile } from '../table-file.ts'
import { isXmlCards, vcardOfXml } from './xml-cards.ts'

/** People, then companies where the file has cards of them. The row of a card is its place in the file. */
export const readCardTables = async (file: FileBytes): Promise<Pick<TableFile, 'sources' | 'pictures'>> => {
  const bytes = await file.whole()
  const cards = readCards(isXmlCards(bytes) ? vcardOfXml(bytes) : bytes).map((card, place) => ({ card, row: place + 1 }))
  const companies = cards.filter(({ card }) => card.isCompany)
  const people = cards.filter(({ card }) => !card.isCompany)
  return {
    sources: [
      ...(people.length > 0 ? [tableOf(file.title, people, personColumns)] : []),
      ...(companies.length > 0 ? [tableOf(`${file.title} (ORG)`, companies, companyColumns)] : []),
    ],
    pictures: new Map(
      cards.flatMap(({ card: { photo }, row }) =>
        photo ? [[row, { ...photo, hash: createHash('sha256').update(photo.bytes).digest('hex') }] as const] : [],
      ),
    ),
  }
}

interface PlacedCard {
  readonly card: Card
  readonly row: number
}

interface CardColumn {
  readonly heading: string
  readonly read: (card: Card) => string | null
}

const tableOf = (name: string, cards: readonly PlacedCard[], own: readonly CardColumn[]): RowSource => {
  const columns = [...own, ...pointColumns(cards), ...lastColumns].filter(({ read }) =>
    cards.some(({ card }) => read(card) !== null),
  )
  return {
    name,
    isHidden: false,
    isRagged: false,
    headings: columns.map(({ heading }) => heading),
    batches: async function* () {
      yield cards.map(({ card, row }) => ({ row, cells: columns.map(({ read }) => read(card) ?? '') }))
    },
  }
}

const personColumns: readonly CardColumn[] = [
  { heading: 'Name', read: ({ name }) => name },
  { heading: 'Family Name', read: ({ familyName }) => familyName },
  // A card that tells no parts of its name beside others that do keeps it whole.
  { heading: 'Given Name', read: ({ givenName, familyName, name }) => givenName ?? (familyName === null ? name : null) },
  { heading: 'Name Prefix', read: ({ prefix }) => prefix },
  { heading: 'Organization 1 - Name', read: ({ company }) => company },
  { heading: 'Organization 1 - Department', read: ({ department }) => department },
  { heading: 'Organization 1 - Title', read: ({ jobTitle }) => jobTitle },
]
const companyColumns: readonly CardColumn[] = [{ heading: 'Company', read: ({ name }) => name }]

const lastColumns: readonly CardColumn[] = [
  { heading: 'Birthday', read: ({ birthday }) => birthday },
  { heading: 'Notes', read: ({ note }) => note },
  { heading: 'Group Membership', read: ({ categories }) => (categories.length > 0 ? categories.join(', ') : null) },
  { heading: 'UID', read: ({ uid }) => uid },
  { heading: 'Photo', read: ({ photo, photoAddress }) => photo?.name ?? photoAddress },
]

interface PointHeadings {
  readonly kind: CardPointKind
  readonly title: string
  /** The heading's last word, and what stands in the column. */
  readonly parts: Readonly<Record<string, (point: CardPoint) => string | null>>
}

/** `mobile` as Google writes it: Mobile. */
const typeOf = ({ type }: CardPoint): string | null => (type === null ? null : type.charAt(0).toUpperCase() + type.slice(1))

const pointHeadings: readonly PointHeadings[] = [
  { kind: 'phone', title: 'Phone', parts: { Type: typeOf, Value: ({ value }) => value } },
  { kind: 'email', title: 'E-mail', parts: { Type: typeOf, Value: ({ value }) => value } },
  {
    kind: 'address',
    title: 'Address',
    parts: {
      Type: typeOf,
      Street: ({ value }) => value,
      City: ({ city }) => city,
      'Postal Code': ({ postcode }) => postcode,
      Country: ({ country }) => country,
    },
  },
  { kind: 'website', title: 'Website', parts: { Value: ({ value }) => value } },
  { kind: 'messenger', title: 'IM', parts: { Service: ({ type }) => type, Value: ({ value }) => value } },
]

/** As many columns of each kind as the card with the most of them needs. */
const pointColumns = (cards: readonly PlacedCard[]): CardColumn[] =>
  pointHeadings.flatMap(({ kind, title, parts }) => {
    const of = (card: Card): CardPoint[] => card.points.filter((point) => point.kind === kind)
    const most = Math.max(0, ...cards.map(({ card }) => of(card).length))
    return Array.from({ length: most }, (_, place) =>
      Object.entries(parts).map(([part, read]) => ({
        heading: `${title} ${place + 1} - ${part}`,
        read: (card: Card) => {
          const point = of(card)[place]
          return point ? read(point) : null
        },
      })),
    ).flat()
  })
