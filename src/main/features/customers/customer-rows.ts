// Companies and people by their type: for what is done to both alike.
import { AppError } from '#shared/base/app-error.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { Db, RowChanges, WriteTx } from '#main/db/database.ts'
import { findCompany, updateCompany } from './companies.repository.ts'
import { findContact, updateContact } from './contacts.repository.ts'

export const customerTables = { company: 'companies', contact: 'contacts' } as const

/** Columns that both tables have. */
export type CustomerChanges = Omit<RowChanges<'companies'> & RowChanges<'contacts'>, 'custom'>

/** Throws `not_found` if it is not there, `conflict` if it is archived. */
export const requireActiveCustomer = (db: Db, recordType: CustomerType, id: string) => {
  const record = recordType === 'company' ? findCompany(db, id) : findContact(db, id)
  if (!record)
    throw new AppError('not_found', recordType === 'company' ? 'customers.companyGone' : 'customers.contactGone', { id })
  if (record.archivedAt !== null) {
    throw new AppError('conflict', recordType === 'company' ? 'customers.companyArchived' : 'customers.contactArchived', { id })
  }
  return record
}

export const updateCustomer = (tx: WriteTx, recordType: CustomerType, id: string, changes: CustomerChanges): boolean =>
  recordType === 'company' ? updateCompany(tx, id, changes) : updateContact(tx, id, changes)

/** For what the office's own rules about fields must not hold up: a stage that goes, the public pool. */
export const forceCustomer = (tx: WriteTx, recordType: CustomerType, id: string, changes: CustomerChanges): boolean =>
  tx.update(customerTables[recordType], id, changes)

/** Whoever is given a customer of the public pool takes it out of there. */
export const outOfPool = (
  pooledAt: string | null,
  { ownerId }: { readonly ownerId?: string | null | undefined },
): { readonly pooledAt?: null } => (pooledAt !== null && ownerId ? { pooledAt: null } : {})
