// A contact: a person, at no, one or several companies, with a role at each.
import { z } from 'zod'
import {
  day,
  direction,
  id,
  line,
  moment,
  multiline,
  pageInput,
  recordStamps,
  reference,
  requiredLine,
  rowState,
} from '#shared/base/fields.ts'
import { customValues } from '#shared/custom-fields/custom-values.ts'
import { typedBirthday, typedEmail, typedPhone } from '#shared/records/record-fields.ts'

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
  /** How the person is addressed: 王总, Dr. */
  salutation: line(60).nullable(),
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known. */
  birthday: line(40).nullable(),
  source: line(100).nullable(),
  phoneType: line(40).nullable(),
  emailType: line(40).nullable(),
  addressType: line(40).nullable(),
  postcode: line(20).nullable(),
  recordTypeId: id.nullable(),
}

export const contact = z.object({
  ...recordStamps,
  ...contactFields,
  lifecycleStageId: id.nullable(),
  lifecycleSince: day.nullable(),
  pooledAt: moment.nullable(),
  custom: customValues,
})
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

/** The fields as they are typed in: repaired, and refused where they are certainly wrong. */
const typedContactFields = {
  ...contactFields,
  phone: typedPhone.nullable(),
  email: typedEmail.nullable(),
  birthday: typedBirthday.nullable(),
}

/** A contact with the company to link it to at once, if any. */
export const newContact = z
  .object({ ...typedContactFields, lifecycleStageId: id.nullable(), custom: customValues })
  .partial()
  .required({ name: true })
  .extend({ companyId: id.nullable().optional(), role: line(100).nullable().optional() })
export const contactChanges = z.object({ id, ...z.object({ ...typedContactFields, custom: customValues }).partial().shape })

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
