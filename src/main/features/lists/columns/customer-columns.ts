// The columns of companies and contacts.
import { sql, type SqlBool } from 'kysely'
import { companyKind } from '#shared/customers/company.ts'
import { aroundColumns, openWork } from './around-columns.ts'
import { type ListColumn, raw, type Walk } from './list-column.ts'
import { choice, flag, keyedText, latin, money, ranked, reference, sized, text, user } from './make-column.ts'

type Columns = Readonly<Record<string, ListColumn>>

/** The place of a lifecycle stage, record type, stage or the like among its own. */
export const placeIn = (table: string, value: string): string =>
  `(select place.position || place.id from ${table} as place where place.id = ${value})`

const inCare = (table: string): Columns => ({
  phone: latin(`${table}.phone`, 'phone', 'phone'),
  email: latin(`${table}.email`, 'email', 'parts'),
  city: keyedText(`${table}.city`, `${table}.sortCity`),
  country: text(`${table}.country`),
  address: text(`${table}.address`),
  postcode: latin(`${table}.postcode`, 'text'),
  source: text(`${table}.source`),
  description: text(`${table}.description`, 'longText'),
  externalId: latin(`${table}.externalId`, 'text', 'parts'),
  ownerId: user(`${table}.ownerId`, 'name'),
  lifecycleStageId: choice(`${table}.lifecycleStageId`, placeIn('lifecycleStages', `${table}.lifecycleStageId`), 'name'),
  lifecycleSince: sized('day', `${table}.lifecycleSince`),
  recordTypeId: choice(`${table}.recordTypeId`, placeIn('recordTypes', `${table}.recordTypeId`)),
  isPooled: flag(raw(`${table}.pooledAt is not null`), raw(`${table}.pooledAt is null`)),
})

export const companyColumns = (me: unknown): Columns => ({
  ...inCare('companies'),
  ...aroundColumns('companies', me),
  ...openWork('companies', 'companyId'),
  name: keyedText('companies.name', 'companies.sortName', { isRequired: true, finder: 'name' }),
  industry: keyedText('companies.industry', 'companies.sortIndustry'),
  website: latin('companies.website', 'website', 'parts'),
  // Nothing stands for a customer.
  kind: ranked(`coalesce(companies.kind, 'customer')`, companyKind.options),
  employees: sized('number', 'companies.employees', { isIndexed: true }),
  annualRevenueMinor: money('companies.annualRevenueMinor', raw('companies.revenueCurrency'), true),
  foundedYear: sized('number', 'companies.foundedYear'),
  parentId: reference('companies.parentId', 'companies', true),
  creditCode: latin('companies.creditCode', 'text', 'parts'),
})

/** The link that counts as a contact's main one: the marked one before the others, then the older one, never one to an archived company. */
const mainLink = (column: string): string =>
  `(select link.${column} from companyContacts as link join companies as at on at.id = link.companyId where link.contactId = contacts.id and link.archivedAt is null and at.archivedAt is null order by link.isPrimary desc, link.createdAt, link.id limit 1)`

const mainCompany = reference(mainLink('companyId'), 'companies', true)

/** From companies along their links. A company that is archived is nobody's main one. */
const byMainCompany: Walk = {
  from: 'companies as walked cross join companyContacts as link on link.companyId = walked.id',
  on: `contacts.id = link.contactId and link.id = ${mainLink('id')}`,
  key: 'walked.sortName',
  parts: ['walked.archivedAt is null'],
}

export const contactColumns = (me: unknown): Columns => ({
  ...inCare('contacts'),
  ...aroundColumns('contacts', me),
  ...openWork('contacts', 'contactId'),
  name: keyedText('contacts.name', 'contacts.sortName', { isRequired: true, finder: 'name' }),
  companyId: {
    ...mainCompany,
    sort: mainCompany.sort && { ...mainCompany.sort, walk: byMainCompany },
    among: (ids) =>
      sql<SqlBool>`contacts.id in (select contactId from ${sql.table('companyContacts')}
        where companyId in (select value from json_each(${ids})) and archivedAt is null)`,
  },
  role: text(mainLink('role')),
  salutation: text('contacts.salutation'),
  birthday: { ...latin('contacts.birthday', 'birthday'), sort: null },
})
