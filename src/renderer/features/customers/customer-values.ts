// What the forms of new companies and people hold, and how that is sent.
import type { Reference } from '#shared/base/fields.ts'
import type { CustomValues } from '#shared/custom-fields/custom-values.ts'
import type { PointKind } from '#shared/customers/contact-point.ts'

export interface PointValue {
  readonly kind: PointKind
  readonly value: string
  readonly type: string | null
}

export interface PersonValue {
  readonly name: string
  readonly role: string
  readonly phone: string
  readonly email: string
  /** Somebody who is there already, and is tied to the company instead of being made. */
  readonly contactId: string | null
}

/** What both forms have. */
export interface CustomerValues extends Record<string, unknown> {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly city: string
  readonly postcode: string
  readonly country: string
  readonly points: readonly PointValue[]
  readonly recordTypeId: string | null
  readonly custom: CustomValues
}

export interface CompanyValues extends CustomerValues {
  readonly website: string
  readonly industry: string
  readonly people: readonly PersonValue[]
}

export interface ContactValues extends CustomerValues {
  /** One that is not there yet has `NEW_COMPANY` for an id. */
  readonly companyId: Reference | null
  readonly role: string
}

export const NEW_COMPANY = 'not-there-yet'

const blankCustomer: CustomerValues = {
  ...{ name: '', phone: '', email: '', address: '', city: '', postcode: '', country: '' },
  points: [],
  recordTypeId: null,
  custom: {},
}

export const blankPerson: PersonValue = { name: '', role: '', phone: '', email: '', contactId: null }
export const blankCompany: CompanyValues = { ...blankCustomer, website: '', industry: '', people: [] }
export const blankContact = (company: Reference | null): ContactValues => ({ ...blankCustomer, companyId: company, role: '' })

export const isBlankPerson = ({ name, role, phone, email }: PersonValue): boolean =>
  [name, role, phone, email].every((text) => text.trim() === '')

/** The points that were filled in. */
export const filledPoints = (points: readonly PointValue[]) =>
  points.filter(({ value }) => value.trim() !== '').map((point) => ({ ...point }))
