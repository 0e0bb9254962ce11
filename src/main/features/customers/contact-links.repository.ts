// The SQL of the links between contacts and companies. A link's id comes from its two ends, so that two machines make the same one.
import { type RawBuilder, sql } from 'kysely'
import { type CompanyContact, companyContact } from '#shared/customers/contact.ts'
import { build } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'

const linksByContact = prepared<{ contactId: string }>()((param) =>
  build
    .selectFrom('companyContacts')
    .select(columnsOf('companyContacts', companyContact))
    .where('contactId', '=', param('contactId'))
    .where(isActive('companyContacts'))
    .orderBy('createdAt')
    .orderBy('id'),
)

/** The links of a contact, oldest first. */
export const listLinksOf = (db: Db, contactId: string): CompanyContact[] => linksByContact(db, { contactId })

const companiesByContact = prepared<{ contactId: string }>()((param) =>
  build
    .selectFrom('companyContacts')
    .innerJoin('companies', 'companies.id', 'companyContacts.companyId')
    .select(columnsOf('companyContacts', companyContact))
    .select('companies.name')
    .where('companyContacts.contactId', '=', param('contactId'))
    .where(isActive('companyContacts'))
    .where(isActive('companies'))
    .orderBy('companyContacts.isPrimary', 'desc')
    .orderBy('companyContacts.createdAt')
    .orderBy('companyContacts.id'),
)

/** The companies of a contact, the primary one first: the one that `primaryLinkId` names, whatever the others are marked as. */
export const listCompaniesOf = (db: Db, contactId: string) =>
  companiesByContact(db, { contactId }).map(({ name, ...link }, place) => ({
    link: { ...link, isPrimary: place === 0 },
    company: { id: link.companyId, name },
  }))

/**
 * The one link of `contacts.id` that counts as primary. Two offline machines, or taking back an unlinking, may have left two marks or none:
 * the marked one counts before the others, then the older one, and never one to an archived company.
 */
export const primaryLinkId: RawBuilder<string> = sql<string>`(
  select one.id from ${sql.table('companyContacts')} as one
  join ${sql.table('companies')} as at on at.id = one.companyId
  where one.contactId = contacts.id and one.archivedAt is null and at.archivedAt is null
  order by one.isPrimary desc, one.createdAt, one.id
  limit 1)`

export const putLink = (tx: WriteTx, link: Omit<CompanyContact, 'id'>): CompanyContact => {
  const id = tx.put('companyContacts', [link.companyId, link.contactId], link)
  return { id, ...link }
}

export const setPrimary = (tx: WriteTx, linkId: string, isPrimary: boolean): boolean =>
  tx.update('companyContacts', linkId, { isPrimary })

export const endLink = (tx: WriteTx, linkId: string): void => tx.archive('companyContacts', linkId)
