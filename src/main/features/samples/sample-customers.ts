// Sample companies, and the people who work there.
import type { CompanyKind } from '#shared/customers/company.ts'
import type { Place } from './culture.ts'
import type { Making, Sample, SampleContact } from './making.ts'

const COMPANIES = 60
const CONTACTS = 120

/** Among sixty companies a few that are no customers. */
const KINDS: Readonly<Record<number, CompanyKind>> = { 11: 'partner', 23: 'supplier', 37: 'competitor', 48: 'supplier' }
/** Of ten customers so many have come to the first stage of the lifecycle, the second … */
const STAGE_OF_TEN = [0, 0, 1, 1, 1, 2, 2, 2, 2, 3]

export const sampleCompanies = ({ culture, times, newId, between, one, owner, lifecycle }: Making): Sample<'companies'>[] =>
  Array.from({ length: COMPANIES }, (_, number) => {
    const place: Place = culture.places[number % culture.places.length] ?? { city: '', country: '' }
    const { name, industry, domain } = culture.company(place, number)
    const kind = KINDS[number] ?? null
    const stageId = kind === null ? (lifecycle[STAGE_OF_TEN[number % 10] ?? 0] ?? null) : null
    return {
      id: newId(),
      name,
      industry,
      phone: culture.phone(place),
      email: `info@${domain}`,
      website: `https://${domain}`,
      address: culture.address(place),
      ...place,
      employees: one([8, 14, 25, 40, 60, 90, 150, 300, 800]),
      annualRevenueMinor: between(4, 900) * 10_000_000,
      revenueCurrency: culture.currency,
      foundedYear: between(1962, 2022),
      ownerId: owner(),
      kind,
      source: culture.sources[number % culture.sources.length] ?? null,
      phoneType: 'work',
      emailType: 'work',
      addressType: 'office',
      lifecycleStageId: stageId,
      lifecycleSince: stageId === null ? null : times.day(6 + number * 2),
      createdAt: times.moment(between(200, 420), between(0, 500)),
    }
  })

/** Two people a company: every company has one, some have three. */
export const sampleContacts = (
  { culture, times, newId, between, one, owner }: Making,
  companies: readonly Sample<'companies'>[],
): SampleContact[] =>
  Array.from({ length: CONTACTS }, (_, number) => {
    const company = number < COMPANIES ? companies[number] : one(companies)
    if (!company) throw new Error('There are no sample companies.')
    const place: Place = { city: company.city ?? '', country: company.country ?? '' }
    const { name, mailbox } = culture.person()
    return {
      id: newId(),
      name,
      phone: culture.phone(place),
      email: `${mailbox}@${company.email?.split('@')[1] ?? 'kith.example'}`,
      ...place,
      ownerId: company.ownerId ?? owner(),
      companyId: company.id,
      role: one(culture.roles),
      source: number % 3 === 0 ? (culture.sources[number % culture.sources.length] ?? null) : null,
      emailType: 'work',
      birthday: birthdayOf(times, number),
      createdAt: times.moment(between(60, 199), between(0, 500)),
    }
  })

/** Of five people one tells the year, one only the day; two keep theirs this week. */
const birthdayOf = (times: Making['times'], number: number): string | null => {
  const day = times.day(number * 17 - 20)
  if (number % 60 === 0) return `-${times.day(-(1 + number / 30)).slice(4)}`
  if (number % 5 === 1) return `${1958 + (number % 42)}${day.slice(4, 8)}${day.slice(8) === '29' ? '28' : day.slice(8)}`
  return number % 5 === 3 ? `-${day.slice(4)}` : null
}
