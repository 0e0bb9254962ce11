// Sample companies, and the people who work there.
import type { Place } from './culture.ts'
import type { Making, Sample, SampleContact } from './making.ts'

const COMPANIES = 60
const CONTACTS = 120

export const sampleCompanies = ({ culture, times, newId, between, one, owner }: Making): Sample<'companies'>[] =>
  Array.from({ length: COMPANIES }, (_, number) => {
    const place: Place = culture.places[number % culture.places.length] ?? { city: '', country: '' }
    const { name, industry, domain } = culture.company(place, number)
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
      createdAt: times.moment(between(60, 199), between(0, 500)),
    }
  })
