// What a row of a company can hold.
import { companyKind } from '#shared/customers/company.ts'
import { customerFields } from './customer-fields.ts'
import { choice, type EntitySpec, reference, text } from './field-spec.ts'

export const companySpec: EntitySpec = {
  entity: 'company',
  fields: [
    { key: 'name', kind: 'name', max: 200 },
    ...customerFields,
    { key: 'website', kind: 'website', max: 400 },
    text('industry', 100),
    choice('kind', companyKind.options),
    { key: 'creditCode', kind: 'creditCode', max: 40 },
    { key: 'employees', kind: 'whole', maxValue: 100_000_000 },
    { key: 'annualRevenue', kind: 'money' },
    { key: 'currency', kind: 'currency' },
    { key: 'foundedYear', kind: 'year' },
    reference('parent', 'company'),
  ],
  keys: ['externalId', 'creditCode', 'name', 'email', 'phone', 'website'],
  usualKeys: ['externalId', 'creditCode', 'name'],
  named: ['name', 'externalId'],
}
