// The SQL of contacts.
import { sql } from 'kysely'
import type { Reference } from '#shared/base/fields.ts'
import { type Contact, contact } from '#shared/customers/contact.ts'
import { build } from '#main/db/builder.ts'
import type { Db, NewRow, RowChanges, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isFound, isThere, type SearchCondition } from '#main/db/selection.ts'
import { checkedChanges, checkedNew } from '#main/records/checked-record.ts'

const contactById = prepared<{ id: string }>()((param) =>
  build.selectFrom('contacts').select(columnsOf('contacts', contact)).where('id', '=', param('id')).where(isThere('contacts')),
)

export const findContact = (db: Db, id: string): Contact | undefined => contactById(db, { id })[0]

const ownerNameById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('contacts')
    .innerJoin('users as owner', 'owner.id', 'contacts.ownerId')
    .select('owner.name')
    .where('contacts.id', '=', param('id')),
)

export const findOwnerName = (db: Db, contactId: string): string | null => ownerNameById(db, { id: contactId })[0]?.name ?? null

const pickable = () =>
  build.selectFrom('contacts').select(['id', 'name']).where(isActive('contacts')).orderBy('sortName').orderBy('id')

const firstByName = prepared<{ limit: number }>()((param) => pickable().limit(param('limit')))
const byNumbers = prepared<{ numbers: string }>()((param) =>
  pickable().where('no', 'in', sql<number>`(select value from json_each(${param('numbers')}))`),
)

export const listFirstContacts = (db: Db, limit: number): Reference[] => firstByName(db, { limit })

/** Contacts by the row numbers that the search index answers, by name. */
export const listContactsByNo = (db: Db, numbers: readonly number[]): Reference[] =>
  byNumbers(db, { numbers: JSON.stringify(numbers) })

/** The contacts of one company, by name, narrowed by what was typed. */
export const pickContactsOf = (db: Db, companyId: string, found: SearchCondition | null, limit: number): Reference[] => {
  const linked = build
    .selectFrom('companyContacts as link')
    .select('link.contactId')
    .where('link.companyId', '=', companyId)
    .where(isActive('link'))
  const contacts = pickable().where('id', 'in', linked).limit(limit)
  return db.all(found === null ? contacts : contacts.where(isFound('contacts', found)))
}

export const insertContact = (tx: WriteTx, row: NewRow<'contacts'>): string =>
  tx.insert('contacts', checkedNew(tx, 'contact', row, row.id))

export const updateContact = (tx: WriteTx, id: string, changes: RowChanges<'contacts'>): boolean =>
  tx.update('contacts', id, checkedChanges(tx, 'contact', id, changes))
