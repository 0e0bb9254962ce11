// The rows that belong to a record without being it: its further phones and addresses, its links, its relations, an order's lines. Their changes are part
// of its history.
import { sql } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'

export const aroundTables = ['contactPoints', 'companyContacts', 'relations', 'orderLines'] as const
export type AroundTable = (typeof aroundTables)[number]

export interface RowAround {
  readonly table: AroundTable
  readonly id: string
  /** The number or address itself; of a link or a relation the other side's name. */
  readonly name: string | null
  /** Of a further point: `phone`, `address`. */
  readonly kind: string | null
}

/** Rows that were taken away, too. */
export const listRowsAround = (db: Db, record: string): readonly RowAround[] => [
  ...db
    .all(
      compileSql(
        sql<{
          id: string
          name: string
          kind: string
        }>`select id, value as name, kind from contactPoints where recordId = ${record}`,
      ),
    )
    .map((row) => ({ ...row, table: 'contactPoints' as const })),
  ...db
    .all(
      compileSql(sql<{ id: string; name: string | null }>`
        select link.id, contacts.name from companyContacts as link join contacts on contacts.id = link.contactId where link.companyId = ${record}
        union all
        select link.id, companies.name from companyContacts as link join companies on companies.id = link.companyId where link.contactId = ${record}`),
    )
    .map((row) => ({ ...row, kind: null, table: 'companyContacts' as const })),
  ...db
    .all(
      compileSql(sql<{ id: string; name: string | null; kind: string }>`
        select relations.id, contacts.name, relations.kind from relations join contacts on contacts.id = relations.toId where fromId = ${record}
        union all
        select relations.id, contacts.name, relations.kind from relations join contacts on contacts.id = relations.fromId where toId = ${record}`),
    )
    .map((row) => ({ ...row, table: 'relations' as const })),
  ...db
    .all(
      compileSql(sql<{ id: string; name: string | null }>`
        select line.id, coalesce(line.name, products.name) as name from orderLines as line left join products on products.id = line.productId
        where line.orderId = ${record}`),
    )
    .map((row) => ({ ...row, kind: null, table: 'orderLines' as const })),
]

export const findPointRow = (db: Db, id: string) =>
  db.get(
    compileSql(
      sql<{
        recordType: 'company' | 'contact'
        recordId: string
        kind: 'phone' | 'email' | 'address' | 'messenger' | 'website'
        type: string | null
        value: string
        city: string | null
        country: string | null
        postcode: string | null
        note: string | null
      }>`select recordType, recordId, kind, type, value, city, country, postcode, note from contactPoints where id = ${id}`,
    ),
  )

/** As it was noted: `otherId` is the `kind` of `contactId`. */
export const findRelationRow = (db: Db, id: string) =>
  db.get(
    compileSql(
      sql<{
        contactId: string
        otherId: string
        kind: string
        note: string | null
      }>`select fromId as contactId, toId as otherId, kind, note from relations where id = ${id}`,
    ),
  )

export const findLinkRow = (db: Db, id: string) =>
  db.get(
    compileSql(
      sql<{
        contactId: string
        companyId: string
        role: string | null
      }>`select contactId, companyId, role from companyContacts where id = ${id}`,
    ),
  )
