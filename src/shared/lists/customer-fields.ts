// The fields of companies and contacts in lists.
import { companyKind } from '#shared/customers/company.ts'
import { type BuiltInField, choicesFrom, field, words } from './built-in-field.ts'

const derived = { isReadOnly: true, isUnsortable: true } as const

/** What lists know of every record besides its own fields. */
export const aroundRecord: readonly BuiltInField[] = [
  field('lastActivityAt', 'lists.field.lastActivityAt', 'moment', derived),
  field('nextTaskOn', 'lists.field.nextTaskOn', 'day', derived),
  field('isFavourite', 'lists.field.isFavourite', 'boolean', { ...derived, width: 80 }),
]

export const stampFields: readonly BuiltInField[] = [
  field('createdAt', 'field.createdAt', 'moment', { isReadOnly: true }),
  field('updatedAt', 'field.updatedAt', 'moment', { isReadOnly: true, isShown: true }),
]

const inCare: readonly BuiltInField[] = [
  field('lifecycleStageId', 'field.lifecycleStageId', 'choice', { choices: choicesFrom('lifecycleStages'), isShown: true }),
  field('lifecycleSince', 'field.lifecycleSince', 'day', { isReadOnly: true }),
  field('source', 'field.source', 'text'),
]

const counts: readonly BuiltInField[] = [
  field('openDeals', 'lists.field.openDeals', 'number', { ...derived, isUnsummable: true }),
  field('openTickets', 'lists.field.openTickets', 'number', { ...derived, isUnsummable: true }),
]

const pooled = field('isPooled', 'lists.field.isPooled', 'boolean', derived)
const recordType = field('recordTypeId', 'field.recordTypeId', 'choice', { choices: choicesFrom('recordTypes') })

export const companyListFields: readonly BuiltInField[] = [
  field('name', 'field.name', 'text', { isRequired: true, isShown: true, width: 210 }),
  field('phone', 'field.phone', 'phone', { isShown: true }),
  field('email', 'field.email', 'email', { isShown: true }),
  field('industry', 'field.industry', 'text', { isShown: true, width: 110 }),
  field('city', 'field.city', 'text', { isShown: true, width: 90 }),
  field('ownerId', 'field.ownerId', 'user', { isShown: true }),
  field('tags', 'lists.field.tags', 'tags', { isShown: true }),
  ...inCare,
  field('kind', 'field.companyKind', 'choice', { choices: words('lists.companyKind', companyKind.options), isRequired: true }),
  recordType,
  field('website', 'field.website', 'website'),
  field('address', 'field.address', 'text', { width: 220 }),
  field('postcode', 'field.postcode', 'text', { width: 100 }),
  field('country', 'field.country', 'text', { width: 120 }),
  field('employees', 'field.employees', 'number'),
  field('annualRevenueMinor', 'field.annualRevenueMinor', 'money'),
  field('foundedYear', 'field.foundedYear', 'number', { isUnsummable: true }),
  field('parentId', 'field.parentId', 'reference', { target: 'companies' }),
  field('creditCode', 'field.creditCode', 'text', { width: 180 }),
  field('description', 'field.description', 'longText'),
  field('externalId', 'field.externalId', 'text', { width: 120 }),
  ...aroundRecord,
  ...counts,
  pooled,
  ...stampFields,
]

export const contactListFields: readonly BuiltInField[] = [
  field('name', 'field.personName', 'text', { isRequired: true, isShown: true, width: 150 }),
  field('companyId', 'field.companyId', 'reference', { target: 'companies', isShown: true }),
  field('role', 'field.role', 'text', { isShown: true, isUnsortable: true, width: 120 }),
  field('phone', 'field.phone', 'phone', { isShown: true }),
  field('email', 'field.email', 'email', { isShown: true }),
  field('city', 'field.city', 'text', { isShown: true, width: 90 }),
  field('ownerId', 'field.ownerId', 'user', { isShown: true }),
  field('tags', 'lists.field.tags', 'tags', { isShown: true }),
  ...inCare,
  recordType,
  field('salutation', 'field.salutation', 'text', { width: 110 }),
  field('birthday', 'field.birthday', 'birthday'),
  field('address', 'field.address', 'text', { width: 220 }),
  field('postcode', 'field.postcode', 'text', { width: 100 }),
  field('country', 'field.country', 'text', { width: 120 }),
  field('description', 'field.description', 'longText'),
  field('externalId', 'field.externalId', 'text', { width: 120 }),
  ...aroundRecord,
  ...counts,
  pooled,
  ...stampFields,
]
