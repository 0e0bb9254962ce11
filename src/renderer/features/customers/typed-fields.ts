// What a person types as an address of mail or web. Imports keep an odd one and say so; by hand it is a slip of the finger.
import { companyFields, newCompany } from '#shared/customers/company.ts'
import { contactFields, newContact } from '#shared/customers/contact.ts'
import { isEmail, isWebPage } from '#shared/base/addresses.ts'

const email = companyFields.email.refine((value) => !value || isEmail(value), { params: { kind: 'email' } })
const website = companyFields.website.refine((value) => !value || isWebPage(value), { params: { kind: 'website' } })

export const typedCompanyFields = { ...companyFields, email, website }
export const typedContactFields = { ...contactFields, email }

export const typedCompany = newCompany.extend({ email: email.optional(), website: website.optional() })
export const typedContact = newContact.extend({ email: email.optional() })
