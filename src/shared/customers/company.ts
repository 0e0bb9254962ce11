// A company: an organisation that the office deals with.
import { z } from 'zod'
import {
  amountMinor,
  currency,
  direction,
  id,
  line,
  multiline,
  pageInput,
  recordStamps,
  requiredLine,
  rowState,
} from '#shared/base/fields.ts'

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
}

export const company = z.object({ ...recordStamps, ...companyFields })
export type Company = z.infer<typeof company>

/** All fields but the name may be left out: they are then empty. */
export const newCompany = z.object(companyFields).partial().required({ name: true })
export const companyChanges = z.object({ id, ...z.object(companyFields).partial().shape })

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
