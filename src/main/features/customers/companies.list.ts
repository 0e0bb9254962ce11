// Lists of companies: pages and outlines in every order that the columns offer.
import type { z } from 'zod'
import type { Cursor, Outline } from '#shared/base/fields.ts'
import { type CompanyRow, type companyOutlineInput, companyRow } from '#shared/customers/company.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isBehind, outlineOf, preparedPages } from '#main/db/keyset.ts'
import { columnsOf, isEqual, isFound, isInState, type SearchCondition } from '#main/db/selection.ts'

/** What is asked of a list, its text already a condition of the search index. */
export type CompanyFilter = Omit<z.output<typeof companyOutlineInput>, 'text'> & { readonly found: SearchCondition | null }

const sortColumns = {
  name: 'companies.sortName',
  updatedAt: 'companies.updatedAt',
  createdAt: 'companies.createdAt',
  city: 'companies.sortCity',
  industry: 'companies.sortIndustry',
} as const

const conditionsOf = ({ state, ownerId, found }: CompanyFilter) => [
  isInState('companies', state),
  ...(ownerId === null ? [] : [isEqual('companies.ownerId', ownerId)]),
  ...(found === null ? [] : [isFound('companies', found)]),
]

const isWhole = ({ state, ownerId, found }: CompanyFilter): boolean => state === 'active' && ownerId === null && found === null

const pageOf = (filter: CompanyFilter, after: Cursor | null, limit: number) => {
  const key = sortColumns[filter.sort]
  const conditions = conditionsOf(filter)
  if (after !== null) conditions.push(isBehind(key, 'companies.id', after, filter.direction))
  return build
    .selectFrom('companies')
    .leftJoin('users as owner', 'owner.id', 'companies.ownerId')
    .select(columnsOf('companies', companyRow.omit({ ownerName: true })))
    .select('owner.name as ownerName')
    .where((the) => the.and(conditions))
    .orderBy(key, filter.direction)
    .orderBy('companies.id', filter.direction)
    .limit(limit)
}

const wholePages = preparedPages(pageOf)

export const listCompanies = (db: Db, filter: CompanyFilter, after: Cursor | null, limit: number): CompanyRow[] =>
  isWhole(filter) ? wholePages(db, filter, after, limit) : db.all(pageOf(filter, after, limit))

export const outlineOfCompanies = (db: Db, filter: CompanyFilter): Outline =>
  outlineOf(db, {
    table: 'companies',
    key: sortColumns[filter.sort],
    isIndexed: isWhole(filter),
    direction: filter.direction,
    where: conditionsOf(filter),
  })
