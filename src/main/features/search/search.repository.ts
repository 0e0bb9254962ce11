// The SQL behind search hits: one query a kind fetches what the index found, by row number.
import { sql } from 'kysely'
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
  /** What tells two hits of one title apart, the most telling first. */
  readonly details: readonly (string | null)[]
  /** Of an activity: the record it stands on. */
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
    .select(['no', 'id', 'name', 'city', 'phone', 'industry'])
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
    .select(['deals.no', 'deals.id', 'deals.title', 'company.name as companyName', 'stages.name as stageName'])
    .where('deals.no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
    .where(isActive('deals')),
)

const tickets = prepared<Numbers>()((param) =>
  build
    .selectFrom('tickets')
    .leftJoin('companies as company', 'company.id', 'tickets.companyId')
    .select(['tickets.no', 'tickets.id', 'tickets.subject', 'tickets.number', 'company.name as companyName'])
    .where('tickets.no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
    .where(isActive('tickets')),
)

const activities = prepared<Numbers>()((param) =>
  build
    .selectFrom('activities')
    .leftJoin('companies', 'companies.id', 'activities.recordId')
    .leftJoin('contacts', 'contacts.id', 'activities.recordId')
    .leftJoin('deals', 'deals.id', 'activities.recordId')
    .leftJoin('tickets', 'tickets.id', 'activities.recordId')
    .select((the) => [
      'activities.no',
      'activities.id',
      'activities.recordType',
      'activities.recordId',
      sql<string>`coalesce(activities.title, substr(activities.text, 1, ${sql.lit(TITLE_LENGTH)}), '')`.as('title'),
      the.fn.coalesce('companies.name', 'contacts.name', 'deals.title', 'tickets.subject').as('recordName'),
    ])
    .where('activities.no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
    .where(isActive('activities'))
    // What stands on a record that is archived or was never made cannot be opened.
    .where((the) =>
      the.or(
        (['companies', 'contacts', 'deals', 'tickets'] as const).map((table) =>
          the.and([the(`${table}.id`, 'is not', null), isActive(table)]),
        ),
      ),
    ),
)

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
  companies(db, { numbers: JSON.stringify(numbers) }).map(({ no, id, name, city, phone, industry }) => ({
    ...{ no, id, title: name },
    details: [city, phone, industry],
  }))

export const findContacts = (db: Db, numbers: readonly number[]): FoundRecord[] =>
  contacts(db, { numbers: JSON.stringify(numbers) }).map(({ no, id, name, companyName, phone, city }) => ({
    ...{ no, id, title: name },
    details: [companyName, phone, city],
  }))

export const findDeals = (db: Db, numbers: readonly number[]): FoundRecord[] =>
  deals(db, { numbers: JSON.stringify(numbers) }).map(({ no, id, title, companyName, stageName }) => ({
    no,
    id,
    title,
    details: [companyName, stageName],
  }))

export const findTickets = (db: Db, numbers: readonly number[]): FoundRecord[] =>
  tickets(db, { numbers: JSON.stringify(numbers) }).map(({ no, id, subject, number, companyName }) => ({
    ...{ no, id, title: subject },
    details: [number, companyName],
  }))

export const findActivities = (db: Db, numbers: readonly number[]): FoundRecord[] =>
  activities(db, { numbers: JSON.stringify(numbers) }).map(({ no, id, title, recordName, recordType, recordId }) => ({
    ...{ no, id, title },
    details: [recordName],
    on: { kind: recordType, id: recordId },
  }))
