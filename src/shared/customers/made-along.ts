// What a form makes in one step with a new company or person: further phones and addresses, the people of a company, a person's company.
import { z } from 'zod'
import { id, line } from '#shared/base/fields.ts'
import { newCompany } from './company.ts'
import { newContact } from './contact.ts'
import { newContactPoint } from './contact-point.ts'

const points = z
  .array(newContactPoint.omit({ recordType: true, recordId: true }))
  .max(50)
  .default([])

/** A person of a new company. `contactId`: one who is there already, and is tied to it instead of being made. */
export const personAlong = newContact
  .pick({ name: true, role: true, phone: true, email: true })
  .extend({ contactId: id.nullable().optional() })

export const newCompanyAlong = newCompany.extend({ points, people: z.array(personAlong).max(50).default([]) })

/** `companyName`: a company that is not there yet; made with the person, unless `companyId` says which. */
export const newContactAlong = newContact.extend({
  points,
  companyId: id.nullable().optional(),
  companyName: line(200).nullable().optional(),
})
