// The SQL of companies. Each function takes the `db` or `tx` it runs on, so a caller's transaction always holds.
import { sql } from 'kysely'
import { type Company, company } from '#shared/customers/company.ts'
import { companyContact } from '#shared/customers/contact.ts'
import type { Reference } from '#shared/base/fields.ts'
import { build } from '#main/db/builder.ts'
import type { Db, NewRow, RowChanges, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isThere, toReference } from '#main/db/selection.ts'
import { checkedChanges, checkedNew } from '#main/records/checked-record.ts'
import { primaryLinkId } from './contact-links.repository.ts'

const companyById = prepared<{ id: string }>()((param) =>
  build.selectFrom('companies').select(columnsOf('companies', company)).where('id', '=', param('id')).where(isThere('companies')),
)

export const findCompany = (db: Db, id: string): Company | undefined => companyById(db, { id })[0]

const aroundById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('companies')
    .leftJoin('users as owner', 'owner.id', 'companies.ownerId')
    .leftJoin('companies as parent', 'parent.id', 'companies.parentId')
    .where('companies.id', '=', param('id'))
    .select((the) => [
      'owner.name as ownerName',
      'parent.id as parentRowId',
      'parent.name as parentName',
      the
        .selectFrom('companyContacts as link')
        .innerJoin('contacts', 'contacts.id', 'link.contactId')
        .whereRef('link.companyId', '=', 'companies.id')
        .where(isActive('link'))
        .where(isActive('contacts'))
        .select(the.fn.countAll<number>().as('n'))
        .as('contacts'),
      the
        .selectFrom('companies as child')
        .whereRef('child.parentId', '=', 'companies.id')
        .where(isActive('child'))
        .select(the.fn.countAll<number>().as('n'))
        .as('children'),
    ]),
)

/** Whom a company belongs to, and how many people and daughters belong to it. */
export const findAroundCompany = (db: Db, id: string) => {
  const row = aroundById(db, { id })[0]
  return {
    ownerName: row?.ownerName ?? null,
    parent: toReference(row?.parentRowId ?? null, row?.parentName ?? null),
    counts: { contacts: row?.contacts ?? 0, children: row?.children ?? 0 },
  }
}

const childrenById = prepared<{ id: string; limit: number }>()((param) =>
  build
    .selectFrom('companies')
    .select(['id', 'name'])
    .where('parentId', '=', param('id'))
    .where(isActive('companies'))
    .orderBy('sortName')
    .orderBy('id')
    .limit(param('limit')),
)

/** The first daughters of a company, by name. */
export const listChildrenOf = (db: Db, id: string, limit: number): Reference[] => childrenById(db, { id, limit })

const parentById = prepared<{ id: string }>()((param) =>
  build.selectFrom('companies').select('parentId').where('id', '=', param('id')),
)

export const findParentId = (db: Db, id: string): string | null => parentById(db, { id })[0]?.parentId ?? null

const contactsByCompany = prepared<{ companyId: string; limit: number }>()((param) =>
  build
    .selectFrom('companyContacts')
    .innerJoin('contacts', 'contacts.id', 'companyContacts.contactId')
    .select(columnsOf('companyContacts', companyContact))
    .select(['contacts.name', 'contacts.phone', 'contacts.email', primaryLinkId.as('primaryLinkId')])
    .where('companyContacts.companyId', '=', param('companyId'))
    .where(isActive('companyContacts'))
    .where(isActive('contacts'))
    .orderBy('contacts.sortName')
    .orderBy('contacts.id')
    .limit(param('limit')),
)

/** The contacts of a company, by name: the first `limit`, or all of them (-1). */
export const listContactsOf = (db: Db, companyId: string, limit = -1) =>
  contactsByCompany(db, { companyId, limit }).map(({ name, phone, email, primaryLinkId: primary, ...link }) => ({
    link: { ...link, isPrimary: link.id === primary },
    contact: { id: link.contactId, name, phone, email },
  }))

const firstByName = prepared<{ limit: number }>()((param) =>
  build
    .selectFrom('companies')
    .select(['id', 'name'])
    .where(isActive('companies'))
    .orderBy('sortName')
    .orderBy('id')
    .limit(param('limit')),
)

export const listFirstCompanies = (db: Db, limit: number): Reference[] => firstByName(db, { limit })

const byNumbers = prepared<{ numbers: string }>()((param) =>
  build
    .selectFrom('companies')
    .select(['id', 'name'])
    .where('no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`)
    .where(isActive('companies'))
    .orderBy('sortName')
    .orderBy('id'),
)

/** Companies by the row numbers that the search index answers, by name. */
export const listCompaniesByNo = (db: Db, numbers: readonly number[]): Reference[] =>
  byNumbers(db, { numbers: JSON.stringify(numbers) })

export const insertCompany = (tx: WriteTx, row: NewRow<'companies'>): string =>
  tx.insert('companies', checkedNew(tx, 'company', row, row.id))

export const updateCompany = (tx: WriteTx, id: string, changes: RowChanges<'companies'>): boolean =>
  tx.update('companies', id, checkedChanges(tx, 'company', id, changes))
