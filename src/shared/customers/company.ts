// A company: an organisation that the office deals with.
import { z } from 'zod'
import {
  amountMinor,
  currency,
  day,
  direction,
  id,
  line,
  moment,
  multiline,
  pageInput,
  recordStamps,
  requiredLine,
  rowState,
} from '#shared/base/fields.ts'
import { customValues } from '#shared/custom-fields/custom-values.ts'
import { typedCreditCode, typedEmail, typedPhone, typedWebsite } from '#shared/records/record-fields.ts'

/** What a company is to the office. Kept empty for a customer. */
export const companyKind = z.enum(['customer', 'partner', 'competitor', 'supplier', 'other'])
export type CompanyKind = z.infer<typeof companyKind>

export const companyFields = {
  name: requiredLine(),
  phone: line(60).nullable(),
  email: line(254).nullable(),
  website: line(400).nullable(),
  industry: line(100).nullable(),
  address: line(400).nullable(),
  city: line(100).nullable(),
  country: line(100).nullable(),
  employees: z.int().min(0).max(100_000_000).nullable(),
  annualRevenueMinor: amountMinor.nullable(),
  revenueCurrency: currency.nullable(),
  foundedYear: z.int().min(1).max(9999).nullable(),
  parentId: id.nullable(),
  ownerId: id.nullable(),
  description: multiline().nullable(),
  /** The record's id in the system it was imported from. */
  externalId: line(100).nullable(),
  kind: companyKind.nullable(),
  /** Where the contact with it came from: a fair, a recommendation. */
  source: line(100).nullable(),
  /** 统一社会信用代码 or another number of a register. */
  creditCode: line(40).nullable(),
  /** What the main phone, e-mail and address are: `mobile`, `work`, or a word of the office's own. */
  phoneType: line(40).nullable(),
  emailType: line(40).nullable(),
  addressType: line(40).nullable(),
  postcode: line(20).nullable(),
  recordTypeId: id.nullable(),
}

export const company = z.object({
  ...recordStamps,
  ...companyFields,
  lifecycleStageId: id.nullable(),
  /** The day it entered this stage. */
  lifecycleSince: day.nullable(),
  /** Since when it lies in the public pool; empty: it does not. */
  pooledAt: moment.nullable(),
  custom: customValues,
})
export type Company = z.infer<typeof company>

/** The fields as they are typed in: repaired, and refused where they are certainly wrong. */
const typedCompanyFields = {
  ...companyFields,
  phone: typedPhone.nullable(),
  email: typedEmail.nullable(),
  website: typedWebsite.nullable(),
  creditCode: typedCreditCode.nullable(),
}

/** All fields but the name may be left out: they are then empty. A stage is entered on the day of creation. */
export const newCompany = z
  .object({ ...typedCompanyFields, lifecycleStageId: id.nullable(), custom: customValues })
  .partial()
  .required({ name: true })
/** Only what is given changes; of the custom fields, too. Stage and pool have procedures of their own. */
export const companyChanges = z.object({ id, ...z.object({ ...typedCompanyFields, custom: customValues }).partial().shape })

/** A company as a list shows it. */
export const companyRow = company
  .pick({
    id: true,
    name: true,
    phone: true,
    email: true,
    industry: true,
    city: true,
    country: true,
    updatedAt: true,
    createdAt: true,
  })
  .extend({ ownerName: z.string().nullable() })
export type CompanyRow = z.infer<typeof companyRow>

export const companySort = z.enum(['name', 'updatedAt', 'createdAt', 'city', 'industry'])

export const companyFilter = z.object({
  state: rowState.default('active'),
  /** What the user typed into the list's search box; empty: everything. */
  text: line(200).default(''),
  ownerId: id.nullable().default(null),
})
export const companyListInput = z.object({
  ...companyFilter.shape,
  sort: companySort.default('name'),
  direction: direction.default('asc'),
  ...pageInput,
})
export const companyOutlineInput = companyListInput.omit({ after: true, limit: true })
