// Cards beside the record they were dropped on: what they would add, and how that is written.
import { type CardProposal, MOST_CARDS, type OfferedCard } from '#shared/attachments/drops.contract.ts'
import { photoEnding } from '#shared/attachments/file-kinds.ts'
import { AppError } from '#shared/base/app-error.ts'
import { cutText } from '#shared/base/cut-text.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { checkedPoint } from '#shared/customers/contact-point-rules.ts'
import type { Db } from '#main/db/database.ts'
import type { Card, CardPoint } from '#main/records/cards/card.ts'
import { readCards } from '#main/records/cards/read-cards.ts'
import type { CallContext, MutationContext } from '#main/rpc/handlers.ts'
import { listKnownPoints, readKnownFields } from './cards.repository.ts'
import { isRefused, openWithin } from './keep-files.ts'
import { listAddressees } from './mails.repository.ts'

/** @throws AppError for a file without cards, or with more than can be chosen from. */
export const cardsOf = async (context: CallContext, path: string): Promise<readonly Card[]> => {
  const source = await openWithin(context, path, path)
  if (isRefused(source)) throw new AppError('invalid_input', source.messageKey, source.params)
  const cards = readCards(await source.bytes())
  const { name } = source
  if (cards.length === 0) throw new AppError('invalid_input', 'drops.cards.none', { name })
  if (cards.length > MOST_CARDS) {
    throw new AppError('invalid_input', 'drops.cards.too_many', { name, count: cards.length, limit: MOST_CARDS })
  }
  return cards
}

export const requireCard = (cards: readonly Card[], index: number): Card => {
  const card = cards[index]
  if (!card) throw new AppError('not_found', 'drops.cards.gone', { index })
  return card
}

interface Customer {
  readonly recordType: CustomerType
  readonly recordId: string
}

export const offeredCards = (db: Db, place: Customer, cards: readonly Card[]): OfferedCard[] => {
  const addresses = cards.flatMap(({ points }) => valuesOf(points, 'email').map((email) => email.toLowerCase()))
  const people = listAddressees(db, [...new Set(addresses)]).filter(({ type }) => type === 'contact')
  return cards.map((card, index) => {
    const emails = valuesOf(card.points, 'email').map((email) => email.toLowerCase())
    const match = people.find(({ address }) => emails.includes(address))
    return {
      ...{
        index,
        name: card.name,
        isCompany: card.isCompany,
        jobTitle: card.jobTitle,
        company: card.company,
        hasPhoto: card.photo !== null && photoEnding(card.photo.mimeType) !== null,
      },
      phone: valuesOf(card.points, 'phone')[0] ?? null,
      email: valuesOf(card.points, 'email')[0] ?? null,
      match: match ? { id: match.id, name: match.name } : null,
      proposals: proposalsOf(db, place, card).map(({ point: _point, ...proposal }) => proposal),
    }
  })
}

type Proposal = CardProposal & { readonly point: CardPoint | null }

/** What the card has and the record has not. A value that Kith would refuse is not offered. */
export const proposalsOf = (db: Db, { recordType, recordId }: Customer, card: Card): Proposal[] => {
  const known = listKnownPoints(db, recordType, recordId)
  const isKnown = (point: CardPoint): boolean => known.some((one) => one.kind === point.kind && isSame(one, point))
  const fields = readKnownFields(db, recordType, recordId)
  const proposals: Proposal[] = card.points
    .filter((point) => checkedPoint(point.kind, point.value).problem === null && !isKnown(point))
    .map((point, index) => {
      const { kind: field, type, value, postcode, city, country } = point
      const whole = [value, postcode, city === value ? null : city, country].filter((part) => part !== null && part !== '')
      return { key: `point-${index}`, field, type, value: field === 'address' ? whole.join(', ') : value, point }
    })
  if (card.birthday !== null && recordType === 'contact' && fields.birthday === null) {
    proposals.push({ key: 'birthday', field: 'birthday', type: null, value: card.birthday, point: null })
  }
  if (card.note !== null && fields.description === null) {
    proposals.push({ key: 'description', field: 'description', type: null, value: card.note, point: null })
  }
  return proposals
}

/** Adds these proposals to a record in use. */
export const fillRecord = ({ run }: MutationContext, place: Customer, chosen: readonly Proposal[]): void => {
  const { recordType, recordId: id } = place
  for (const { field, value, point } of chosen) {
    if (point) {
      const { kind, type, city, country, postcode } = point
      run('contactPoints.add', { ...place, kind, type, value: cutText(point.value, 400), city, country, postcode })
    } else if (field === 'birthday') run('contacts.update', { id, birthday: value })
    else run(recordType === 'company' ? 'companies.update' : 'contacts.update', { id, description: cutText(value, 20_000) })
  }
}

/** A new contact of a company out of a card, with everything on it. */
export const makeContact = (context: MutationContext, companyId: string, card: Card): string => {
  const { id } = context.run('contacts.create', {
    ...{ name: cutText(card.name, 200), companyId, role: card.jobTitle && cutText(card.jobTitle, 100) },
  })
  const place = { recordType: 'contact', recordId: id } as const
  fillRecord(context, place, proposalsOf(context.tx, place, card))
  return id
}

const valuesOf = (points: readonly CardPoint[], kind: CardPoint['kind']): string[] =>
  points.filter((point) => point.kind === kind).map(({ value }) => value)

const LEAST_DIGITS = 7

/** Numbers are the same whatever stands between their digits, and with or without the country in front. */
const isSame = ({ value }: { readonly value: string }, point: CardPoint): boolean => {
  if (point.kind !== 'phone') return value.trim().toLowerCase() === point.value.trim().toLowerCase()
  const [short = '', long = ''] = [value, point.value].map(digitsOf).sort((a, b) => a.length - b.length)
  return short === long || (short.length >= LEAST_DIGITS && long.endsWith(short))
}

const digitsOf = (text: string): string => text.replace(/\D/gu, '').replace(/^0+/u, '')
