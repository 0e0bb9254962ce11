// Lists of contacts: pages and outlines in every order that the columns offer, each contact with its primary company.
import type { z } from 'zod'
import type { Cursor, Outline } from '#shared/base/fields.ts'
import { type ContactRow, type contactOutlineInput, contactRow } from '#shared/customers/contact.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isBehind, outlineOf, preparedPages } from '#main/db/keyset.ts'
import { columnsOf, isEqual, isFound, isInState, type SearchCondition, toReference } from '#main/db/selection.ts'
import { primaryLinkId } from './contact-links.repository.ts'

/** What is asked of a list, its text already a condition of the search index. */
export type ContactFilter = Omit<z.output<typeof contactOutlineInput>, 'text'> & { readonly found: SearchCondition | null }

const sortColumns = {
  name: 'contacts.sortName',
  updatedAt: 'contacts.updatedAt',
  createdAt: 'contacts.createdAt',
  city: 'contacts.sortCity',
} as const

const conditionsOf = ({ state, ownerId, found }: ContactFilter) => [
  isInState('contacts', state),
  ...(ownerId === null ? [] : [isEqual('contacts.ownerId', ownerId)]),
  ...(found === null ? [] : [isFound('contacts', found)]),
]

const isWhole = ({ state, ownerId, found }: ContactFilter): boolean => state === 'active' && ownerId === null && found === null

const pageOf = (filter: ContactFilter, after: Cursor | null, limit: number) => {
  const key = sortColumns[filter.sort]
  const conditions = conditionsOf(filter)
  if (after !== null) conditions.push(isBehind(key, 'contacts.id', after, filter.direction))
  return build
    .selectFrom('contacts')
    .leftJoin('users as owner', 'owner.id', 'contacts.ownerId')
    .leftJoin('companyContacts as link', (join) => join.on('link.id', '=', primaryLinkId))
    .leftJoin('companies as company', 'company.id', 'link.companyId')
    .select(columnsOf('contacts', contactRow.omit({ company: true, role: true, ownerName: true })))
    .select(['link.role', 'owner.name as ownerName', 'company.id as companyId', 'company.name as companyName'])
    .where((the) => the.and(conditions))
    .orderBy(key, filter.direction)
    .orderBy('contacts.id', filter.direction)
    .limit(limit)
}

const wholePages = preparedPages(pageOf)

export const listContacts = (db: Db, filter: ContactFilter, after: Cursor | null, limit: number): ContactRow[] => {
  const rows = isWhole(filter) ? wholePages(db, filter, after, limit) : db.all(pageOf(filter, after, limit))
  return rows.map(({ companyId, companyName, ...row }) => ({
    ...row,
    company: toReference(companyId, companyName),
  }))
}

export const outlineOfContacts = (db: Db, filter: ContactFilter): Outline =>
  outlineOf(db, {
    table: 'contacts',
    key: sortColumns[filter.sort],
    isIndexed: isWhole(filter),
    direction: filter.direction,
    where: conditionsOf(filter),
  })
