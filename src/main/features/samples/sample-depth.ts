// What stands around the sample customers: the way through the lifecycle, further numbers, who knows whom, tags.
import { foldName } from '#shared/imports/fold-name.ts'
import type { NewRow } from '#main/db/database.ts'
import { generateKeyBetween } from 'fractional-indexing'
import type { Making, Sample, SampleContact, Samples } from './making.ts'

const FIRST = generateKeyBetween(null, null)
const DAYS_IN_STAGE = 45

interface Customers {
  readonly companies: readonly Sample<'companies'>[]
  readonly contacts: readonly SampleContact[]
}

export const sampleDepth = (
  making: Making,
  customers: Customers,
): Pick<Samples, 'moves' | 'points' | 'relations' | 'tags' | 'recordTags'> => ({
  moves: customers.companies.flatMap((company) => movesOf(making, company)),
  points: pointsOf(making, customers),
  relations: relationsOf(customers.contacts),
  ...tagged(making, customers.companies),
})

/** Through all the stages up to the one in which the company stands. */
const movesOf = (
  { lifecycle, ownerId }: Making,
  { id, lifecycleStageId, lifecycleSince }: Sample<'companies'>,
): NewRow<'lifecycleMoves'>[] => {
  const place = lifecycle.indexOf(lifecycleStageId ?? '')
  if (place < 0 || !lifecycleSince) return []
  return lifecycle.slice(0, place + 1).map((toStageId, step) => {
    const onDay = daysBefore(lifecycleSince, (place - step) * DAYS_IN_STAGE)
    return {
      ...{ recordType: 'company', recordId: id, fromStageId: lifecycle[step - 1] ?? null, toStageId, onDay },
      ...{ note: null, byId: ownerId, createdAt: `${onDay}T09:00:00.000Z` },
    }
  })
}

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

const pointsOf = ({ culture }: Making, { companies, contacts }: Customers): NewRow<'contactPoints'>[] => [
  ...companies
    .filter((_, number) => number % 4 === 0)
    .flatMap(({ id, city, country, email }): NewRow<'contactPoints'>[] => [
      {
        ...{ recordType: 'company', recordId: id, kind: 'phone', type: 'fax', position: FIRST },
        value: culture.phone({ city: city ?? '', country: country ?? '' }),
      },
      {
        ...{ recordType: 'company', recordId: id, kind: 'email', type: 'billing', position: FIRST },
        value: `billing@${email?.split('@')[1] ?? 'kith.example'}`,
      },
    ]),
  ...contacts
    .filter((_, number) => number % 5 === 0)
    .flatMap(({ id, city, country, email }): NewRow<'contactPoints'>[] => [
      {
        ...{ recordType: 'contact', recordId: id, kind: 'phone', type: 'home', position: FIRST },
        value: culture.phone({ city: city ?? '', country: country ?? '' }),
      },
      {
        ...{ recordType: 'contact', recordId: id, kind: 'messenger', type: culture.messenger, position: FIRST },
        value: (email?.split('@')[0] ?? '').replaceAll('.', '_'),
      },
    ]),
]

/** Some superiors within companies, and a few who brought someone else along. */
const relationsOf = (contacts: readonly SampleContact[]): NewRow<'relations'>[] => {
  const managers = contacts.flatMap((person, place) => {
    const superior = contacts.slice(0, place).find(({ companyId }) => companyId === person.companyId)
    return superior ? [{ fromId: person.id, toId: superior.id, kind: 'manager', note: null }] : []
  })
  const referrers = [4, 15, 26].flatMap((place) => {
    const [referred, referrer] = [contacts[place], contacts[place + 7]]
    return referred && referrer ? [{ fromId: referred.id, toId: referrer.id, kind: 'referrer', note: null }] : []
  })
  return [...managers.slice(0, 12), ...referrers]
}

const tagged = (
  { culture, newId, knownTags }: Making,
  companies: readonly Sample<'companies'>[],
): Pick<Samples, 'tags' | 'recordTags'> => {
  const known = new Map(knownTags.map((tag) => [foldName(tag.name), tag.id]))
  const all = culture.tags.map(({ name, colour }) => {
    const id = known.get(foldName(name))
    return { id: id ?? newId(), name, colour, isKnown: id !== undefined }
  })
  return {
    tags: all.flatMap(({ isKnown, ...tag }) => (isKnown ? [] : [tag])),
    recordTags: companies.flatMap(({ id: recordId }, number) =>
      all.flatMap(({ id: tagId }, place) =>
        number % (5 + 2 * place) === place ? [{ tagId, recordType: 'company' as const, recordId }] : [],
      ),
    ),
  }
}
