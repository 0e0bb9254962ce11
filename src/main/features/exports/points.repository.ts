// The SQL of what companies and people can be reached by, beside the main ones on the record.
import { sql } from 'kysely'
import type { CustomerType, PointKind } from '#shared/customers/contact-point.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'

export interface PointRow {
  readonly recordId: string
  readonly kind: PointKind
  readonly type: string | null
  readonly value: string
  readonly city: string | null
  readonly country: string | null
  readonly postcode: string | null
  readonly note: string | null
}

const ofRecords = (ids: readonly string[]) =>
  sql`recordId in (select value from json_each(${JSON.stringify(ids)})) and archivedAt is null`

/** In order, the records mixed. */
export const listPoints = (db: Db, ids: readonly string[]): PointRow[] =>
  db.all(
    compileSql(sql<PointRow>`select recordId, kind, type, value, city, country, postcode, note from contactPoints
      where ${ofRecords(ids)} order by recordId, position, id`),
  )

/** For each kind and type, how many of them the record with the most has. */
export const listPointShapes = (
  db: Db,
  ids: readonly string[],
): { readonly kind: PointKind; readonly type: string | null; readonly most: number }[] =>
  db.all(
    compileSql(sql<{ kind: PointKind; type: string | null; most: number }>`select kind, type, max(count) as most
      from (select kind, type, count(*) as count from contactPoints where ${ofRecords(ids)} group by recordId, kind, type)
      group by kind, type order by kind, type is null, type`),
  )

export interface MainTypes {
  readonly id: string
  readonly phoneType: string | null
  readonly emailType: string | null
  readonly addressType: string | null
}

/** What the main number and addresses are for. */
export const listMainTypes = (db: Db, type: CustomerType, ids: readonly string[]): MainTypes[] =>
  db.all(
    compileSql(sql<MainTypes>`select id, phoneType, emailType, addressType from ${sql.table(type === 'company' ? 'companies' : 'contacts')}
      where id in (select value from json_each(${JSON.stringify(ids)}))
        and (phoneType is not null or emailType is not null or addressType is not null)`),
  )

export interface CompanyOfPerson {
  readonly contactId: string
  readonly name: string
}

/** The companies of people but for the one that counts as the main one, in order. */
export const listFurtherCompanies = (db: Db, ids: readonly string[]): CompanyOfPerson[] =>
  db.all(
    compileSql(sql<CompanyOfPerson>`select contactId, name from (
        select link.contactId, company.name, row_number() over (
          partition by link.contactId order by link.isPrimary desc, link.createdAt, link.id) as place
        from companyContacts as link join companies as company on company.id = link.companyId
        where link.archivedAt is null and company.archivedAt is null
          and link.contactId in (select value from json_each(${JSON.stringify(ids)})))
      where place > 1 order by contactId, place`),
  )
