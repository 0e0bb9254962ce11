// A contact: a person, at no, one or several companies, with a role at each.
import { z } from 'zod'
import {
  direction,
  id,
  line,
  multiline,
  pageInput,
  recordStamps,
  reference,
  requiredLine,
  rowState,
} from '#shared/base/fields.ts'

export const contactFields = {
  name: requiredLine(),
  phone: line(60).nullable(),
  email: line(254).nullable(),
  address: line(400).nullable(),
  city: line(100).nullable(),
  country: line(100).nullable(),
  ownerId: id.nullable(),
  description: multiline().nullable(),
  externalId: line(100).nullable(),
}

export const contact = z.object({ ...recordStamps, ...contactFields })
export type Contact = z.infer<typeof contact>

/** The link between a contact and a company. A contact has at most one primary company. */
export const companyContact = z.object({
  id,
  companyId: id,
  contactId: id,
  role: line(100).nullable(),
  isPrimary: z.boolean(),
})
export type CompanyContact = z.infer<typeof companyContact>

/** A contact with the company to link it to at once, if any. */
export const newContact = z
  .object(contactFields)
  .partial()
  .required({ name: true })
  .extend({ companyId: id.nullable().optional(), role: line(100).nullable().optional() })
export const contactChanges = z.object({ id, ...z.object(contactFields).partial().shape })

export const contactRow = contact
  .pick({ id: true, name: true, phone: true, email: true, city: true, updatedAt: true, createdAt: true })
  .extend({ company: reference.nullable(), role: z.string().nullable(), ownerName: z.string().nullable() })
export type ContactRow = z.infer<typeof contactRow>

/** A company of a contact's card. */
export const companyOfContact = z.object({ link: companyContact, company: reference })
/** A contact of a company's card. */
export const contactOfCompany = z.object({
  link: companyContact,
  contact: contact.pick({ id: true, name: true, phone: true, email: true }),
})

export const contactSort = z.enum(['name', 'updatedAt', 'createdAt', 'city'])
export const contactListInput = z.object({
  state: rowState.default('active'),
  text: line(200).default(''),
  ownerId: id.nullable().default(null),
  sort: contactSort.default('name'),
  direction: direction.default('asc'),
  ...pageInput,
})
export const contactOutlineInput = contactListInput.omit({ after: true, limit: true })
