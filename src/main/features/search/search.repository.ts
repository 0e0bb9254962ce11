// The SQL behind search hits: one query a kind fetches what the index found, by row number.
import { type RawBuilder, sql } from 'kysely'
import type { RecordType } from '#shared/base/fields.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'

/** What a hit is made of. */
export interface FoundRecord {
  readonly no: number
  readonly id: string
  readonly title: string
  readonly updatedAt: string
  /** Numbers and codes that it alone has. */
  readonly numbers: readonly (string | null)[]
  /** What tells two hits of one title apart, the most telling first. */
  readonly details: readonly (string | null)[]
  /** Of an activity or a file: the record it stands on. */
  readonly on?: { readonly kind: RecordType; readonly id: string }
}

interface Numbers extends Readonly<Record<string, unknown>> {
  /** A JSON list: one statement for any number of rows. */
  readonly numbers: string
}

/** A title's length where a text stands in for it. */
const TITLE_LENGTH = 120

const companies = prepared<Numbers>()((param) =>
  build
    .selectFrom('companies')
    .select(['no', 'id', 'name', 'city', 'phone', 'industry', 'externalId', 'creditCode', 'updatedAt'])
    .where('no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
    .where(isActive('companies')),
)

const contacts = prepared<Numbers>()((param) =>
  build
    .selectFrom('contacts')
    .select((the) => [
      'no',
      'id',
      'name',
      'city',
      'phone',
      'externalId',
      'updatedAt',
      the
        .selectFrom('companyContacts as link')
        .innerJoin('companies', 'companies.id', 'link.companyId')
        .whereRef('link.contactId', '=', 'contacts.id')
        .where(isActive('link'))
        .where(isActive('companies'))
        .orderBy('link.isPrimary', 'desc')
        .orderBy('link.createdAt')
        .orderBy('link.id')
        .limit(1)
        .select('companies.name')
        .as('companyName'),
    ])
    .where('no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
    .where(isActive('contacts')),
)

const deals = prepared<Numbers>()((param) =>
  build
    .selectFrom('deals')
    .innerJoin('stages', 'stages.id', 'deals.stageId')
    .leftJoin('companies as company', 'company.id', 'deals.companyId')
    .select([
      'deals.no',
      'deals.id',
      'deals.title',
      'deals.externalId',
      'deals.updatedAt',
      'company.name as companyName',
      'stages.name as stageName',
    ])
    .where('deals.no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
    .where(isActive('deals')),
)

const tickets = prepared<Numbers>()((param) =>
  build
    .selectFrom('tickets')
    .leftJoin('companies as company', 'company.id', 'tickets.companyId')
    .select([
      'tickets.no',
      'tickets.id',
      'tickets.subject',
      'tickets.number',
      'tickets.externalId',
      'tickets.updatedAt',
      'company.name as companyName',
    ])
    .where('tickets.no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
    .where(isActive('tickets')),
)

const products = prepared<Numbers>()((param) =>
  build
    .selectFrom('products')
    .select(['no', 'id', 'name', 'code', 'category', 'unit', 'externalId', 'updatedAt'])
    .where('no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
    .where(isActive('products')),
)

const orders = prepared<Numbers>()((param) =>
  build
    .selectFrom('orders')
    .leftJoin('companies as company', 'company.id', 'orders.companyId')
    .leftJoin('contacts as contact', 'contact.id', 'orders.contactId')
    .select([
      ...(['orders.no', 'orders.id', 'orders.number', 'orders.orderedOn', 'orders.externalId', 'orders.updatedAt'] as const),
      ...(['company.name as companyName', 'contact.name as contactName'] as const),
    ])
    .where('orders.no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
    .where(isActive('orders')),
)

/** What stands on a record that is archived or was never made cannot be opened. The tables are joined. */
const isOnRecordInUse = sql<boolean>`(${sql.join(
  ['companies', 'contacts', 'deals', 'tickets', 'orders', 'products'].map(
    (table) => sql`(${sql.ref(`${table}.id`)} is not null and ${isActive(table)})`,
  ),
  sql` or `,
)})`

/** What stands on a record of any kind: with the record's name. */
const onRecords = (table: 'activities' | 'attachments', title: RawBuilder<string>) =>
  prepared<Numbers>()((param) =>
    build
      .selectFrom(table)
      .leftJoin('companies', 'companies.id', `${table}.recordId`)
      .leftJoin('contacts', 'contacts.id', `${table}.recordId`)
      .leftJoin('deals', 'deals.id', `${table}.recordId`)
      .leftJoin('tickets', 'tickets.id', `${table}.recordId`)
      .leftJoin('orders', 'orders.id', `${table}.recordId`)
      .leftJoin('products', 'products.id', `${table}.recordId`)
      .select([
        `${table}.no`,
        `${table}.id`,
        `${table}.recordType`,
        `${table}.recordId`,
        `${table}.updatedAt`,
        title.as('title'),
        sql<
          string | null
        >`coalesce(companies.name, contacts.name, deals.title, tickets.subject, orders.number, products.name)`.as('recordName'),
      ])
      .where(`${table}.no`, 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
      .where(isActive(table))
      .where(isOnRecordInUse),
  )

const activities = onRecords(
  'activities',
  sql<string>`coalesce(activities.title, substr(activities.text, 1, ${sql.lit(TITLE_LENGTH)}), '')`,
)
const files = onRecords('attachments', sql<string>`attachments.name`)

/** Records called exactly so, however many newer ones the index puts before them. */
const namesakes = (table: 'companies' | 'contacts') =>
  prepared<{ name: string; sortName: string; limit: number }>()((param) =>
    build
      .selectFrom(table)
      .select('no')
      .where('sortName', '=', param('sortName'))
      .where(sql<boolean>`name = ${param('name')} collate nocase`)
      .where(isActive(table))
      .orderBy('id', 'desc')
      .limit(param('limit')),
  )

const companiesCalled = namesakes('companies')
const contactsCalled = namesakes('contacts')

type Namesakes = (db: Db, params: { name: string; sortName: string; limit: number }) => number[]

export const findCompaniesCalled: Namesakes = (db, params) => companiesCalled(db, params).map(({ no }) => no)
export const findContactsCalled: Namesakes = (db, params) => contactsCalled(db, params).map(({ no }) => no)

export const findCompanies = (db: Db, numbers: readonly number[]): FoundRecord[] =>
  companies(db, { numbers: JSON.stringify(numbers) }).map(
    ({ no, id, updatedAt, name, city, phone, industry, externalId, creditCode }) => ({
      ...{ no, id, updatedAt, title: name },
      numbers: [externalId, creditCode],
      details: [city, phone, industry],
    }),
  )

export const findContacts = (db: Db, numbers: readonly number[]): FoundRecord[] =>
  contacts(db, { numbers: JSON.stringify(numbers) }).map(({ no, id, updatedAt, name, companyName, phone, city, externalId }) => ({
    ...{ no, id, updatedAt, title: name },
    numbers: [externalId],
    details: [companyName, phone, city],
  }))

export const findDeals = (db: Db, numbers: readonly number[]): FoundRecord[] =>
  deals(db, { numbers: JSON.stringify(numbers) }).map(({ no, id, updatedAt, title, companyName, stageName, externalId }) => ({
    ...{ no, id, updatedAt, title },
    numbers: [externalId],
    details: [companyName, stageName],
  }))

export const findTickets = (db: Db, numbers: readonly number[]): FoundRecord[] =>
  tickets(db, { numbers: JSON.stringify(numbers) }).map(({ no, id, updatedAt, subject, number, companyName, externalId }) => ({
    ...{ no, id, updatedAt, title: subject },
    numbers: [number, externalId],
    details: [number, companyName],
  }))

export const findProducts = (db: Db, numbers: readonly number[]): FoundRecord[] =>
  products(db, { numbers: JSON.stringify(numbers) }).map(({ no, id, updatedAt, name, code, category, externalId }) => ({
    ...{ no, id, updatedAt, title: name },
    numbers: [code, externalId],
    details: [code, category],
  }))

export const findOrders = (db: Db, numbers: readonly number[]): FoundRecord[] =>
  orders(db, { numbers: JSON.stringify(numbers) }).map((row) => ({
    ...{ no: row.no, id: row.id, updatedAt: row.updatedAt, title: row.number },
    numbers: [row.number, row.externalId],
    details: [row.companyName ?? row.contactName, row.orderedOn],
  }))

/** Those on records; what is a person's own is found in their own tasks and calendar. */
const foundOnRecords =
  (rows: typeof activities) =>
  (db: Db, numbers: readonly number[]): FoundRecord[] =>
    rows(db, { numbers: JSON.stringify(numbers) }).flatMap(({ no, id, updatedAt, title, recordName, recordType, recordId }) =>
      recordType === 'user'
        ? []
        : {
            ...{ no, id, updatedAt, title },
            numbers: [],
            details: [recordName],
            on: { kind: recordType, id: recordId },
          },
    )

export const findActivities = foundOnRecords(activities)
export const findFiles = foundOnRecords(files)
