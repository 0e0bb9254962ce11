// What stands on a company and on nothing else: its deals and tickets, and the people who belong to no other company.
import { sql } from 'kysely'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'

const dealsOf = prepared<{ id: string }>()((param) =>
  build.selectFrom('deals').select('id').where('companyId', '=', param('id')).where(isActive('deals')),
)

const ticketsOf = prepared<{ id: string }>()((param) =>
  build.selectFrom('tickets').select('id').where('companyId', '=', param('id')).where(isActive('tickets')),
)

const childrenOf = prepared<{ id: string }>()((param) =>
  build.selectFrom('companies').select('id').where('parentId', '=', param('id')).where(isActive('companies')),
)

const peopleOf = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('companyContacts as link')
    .innerJoin('contacts', 'contacts.id', 'link.contactId')
    .select(['contacts.id as id'])
    .where('link.companyId', '=', param('id'))
    .where(isActive('link'))
    .where(isActive('contacts'))
    .where(
      sql<boolean>`not exists (select 1 from companyContacts as other join companies on companies.id = other.companyId
        where other.contactId = link.contactId and other.companyId <> link.companyId
        and other.archivedAt is null and companies.archivedAt is null)`,
    ),
)

export interface Dependents {
  readonly contacts: readonly string[]
  readonly deals: readonly string[]
  readonly tickets: readonly string[]
  /** Companies that belong to it. They stand on their own feet. */
  readonly children: readonly string[]
}

/** The ids of records in use. */
export const listDependents = (db: Db, companyId: string): Dependents => {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
  const of = { id: companyId }
  return {
    contacts: ids(peopleOf(db, of)),
    deals: ids(dealsOf(db, of)),
    tickets: ids(ticketsOf(db, of)),
    children: ids(childrenOf(db, of)),
  }
}

/** Archives what stands on a company, in the running transaction; the company itself is the caller's. */
export const archiveDependents = (
  { tx, run, checkCancelled }: Pick<MutationContext, 'tx' | 'run' | 'checkCancelled'>,
  companyId: string,
): void => {
  const { contacts, deals, tickets } = listDependents(tx, companyId)
  for (const id of contacts) run('contacts.archive', { id })
  checkCancelled()
  for (const id of deals) run('deals.archive', { id })
  checkCancelled()
  for (const id of tickets) run('tickets.archive', { id })
}
