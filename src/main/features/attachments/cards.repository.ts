// The SQL of cards: what a company or person has already.
import { sql } from 'kysely'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'

interface KnownPoint {
  readonly kind: string
  readonly value: string
}

const tables = { company: 'companies', contact: 'contacts' } as const

/** All numbers and addresses of a record, its main ones and the further ones. */
export const listKnownPoints = (db: Db, recordType: CustomerType, recordId: string): KnownPoint[] => {
  const record = sql`from ${sql.table(tables[recordType])} where id = ${recordId}`
  const website = recordType === 'company' ? sql`union all select 'website', website ${record}` : sql``
  return db
    .all(
      compileSql(sql<{ kind: string; value: string | null }>`
        select 'phone' as kind, phone as value ${record}
        union all select 'email', email ${record}
        union all select 'address', address ${record}
        ${website}
        union all select kind, value from contactPoints where recordId = ${recordId} and archivedAt is null`),
    )
    .flatMap(({ kind, value }) => (value === null ? [] : [{ kind, value }]))
}

interface KnownFields {
  readonly birthday: string | null
  readonly description: string | null
}

export const readKnownFields = (db: Db, recordType: CustomerType, recordId: string): KnownFields => {
  const birthday = recordType === 'contact' ? sql`birthday` : sql`null as birthday`
  return (
    db.get(
      compileSql(sql<KnownFields>`select ${birthday}, description from ${sql.table(tables[recordType])} where id = ${recordId}`),
    ) ?? { birthday: null, description: null }
  )
}
