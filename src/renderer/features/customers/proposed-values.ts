// What a pasted text fills into the forms: only fields that are still empty, so that nothing typed is lost.
import type { Reference } from '#shared/base/fields.ts'
import type { Proposal, ProposedAddress } from '#shared/records/paste/proposal.ts'
import { blankPerson, type CompanyValues, type ContactValues, NEW_COMPANY, type PointValue } from './customer-values.ts'

const addressLine = ({ province, city, county, street }: ProposedAddress): string =>
  // 浙江省杭州市西湖区文三路 is written in one go; elsewhere the city has a field of its own.
  province === null && county === null ? (street ?? '') : [...new Set([province, city, county, street])].filter(Boolean).join('')

const placeOf = (address: ProposedAddress | null) => ({
  address: address === null ? '' : addressLine(address),
  city: address?.city ?? address?.province ?? '',
  postcode: address?.postcode ?? '',
  country: address?.country ?? '',
})

const furtherPoints = ({ phones, emails, messengers }: Proposal, used: { phone: number; email: number }): PointValue[] => [
  ...phones.slice(used.phone).map(({ value, type }) => ({ kind: 'phone' as const, value, type })),
  ...emails.slice(used.email).map((value) => ({ kind: 'email' as const, value, type: null })),
  ...messengers.map(({ value, type }) => ({ kind: 'messenger' as const, value, type })),
]

/** The typed texts where there are any, the proposed ones elsewhere. */
const filled = <Values extends object>(typed: Values, proposed: Partial<Values>): Values => ({
  ...typed,
  ...Object.fromEntries(
    Object.entries(proposed).filter(([name, value]) => {
      const present: unknown = Object.entries(typed).find(([field]) => field === name)?.[1]
      return value !== '' && value !== null && (present === '' || present === null || present === undefined)
    }),
  ),
})

export const companyFrom = (typed: CompanyValues, proposal: Proposal): CompanyValues => {
  const { name, title, company, phones, emails, website, address } = proposal
  // A name beside the company's is a person of it, with the mobile number if there is one.
  const hasPerson = name !== null && company !== null
  const mobile = hasPerson ? phones.find(({ type }) => type === 'mobile') : undefined
  const own = phones.filter((phone) => phone !== mobile)
  const email = emails[0] ?? ''
  const person = { ...blankPerson, name: name ?? '', role: title ?? '', phone: mobile?.value ?? '', email }
  return {
    ...filled(typed, {
      name: company ?? name ?? '',
      phone: own[0]?.value ?? '',
      email: hasPerson ? '' : email,
      website: website ?? '',
      ...placeOf(address),
    }),
    people: hasPerson ? [...typed.people, person] : typed.people,
    points: [...typed.points, ...furtherPoints({ ...proposal, phones: own }, { phone: 1, email: 1 })],
  }
}

/** `known`: the company of that name, if there is one already. */
export const contactFrom = (typed: ContactValues, proposal: Proposal, known: Reference | null): ContactValues => {
  const { name, title, company, phones, emails, website, address } = proposal
  const page: PointValue[] = website === null ? [] : [{ kind: 'website', value: website, type: null }]
  return {
    ...filled(typed, {
      name: name ?? '',
      role: title ?? '',
      phone: phones[0]?.value ?? '',
      email: emails[0] ?? '',
      companyId: known ?? (company === null ? null : { id: NEW_COMPANY, name: company }),
      ...placeOf(address),
    }),
    points: [...typed.points, ...furtherPoints(proposal, { phone: 1, email: 1 }), ...page],
  }
}
