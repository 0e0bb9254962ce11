// Contacts in the few columns and orders that scripts ask for: a question to the lists of all records.
import type { z } from 'zod'
import { type ContactRow, contactRow, type contactOutlineInput } from '#shared/customers/contact.ts'
import type { InputOf } from '#main/rpc/handlers.ts'
import { nameIn, ownedBy } from './companies.list.ts'

type Question = z.output<typeof contactOutlineInput>

export const CONTACT_COLUMNS: readonly string[] = [
  'name',
  'phone',
  'email',
  'city',
  'updatedAt',
  'createdAt',
  'companyId',
  'role',
  'ownerId',
]

export const contactsQuestion = ({ state, text, ownerId, sort, direction }: Question): InputOf<'lists.count'> => ({
  ...{ entity: 'contacts', state, text, filter: ownedBy(ownerId), sort: { field: sort, direction } },
})

interface ListedRow {
  readonly id: string
  readonly cells: Readonly<Record<string, unknown>>
}

export const toContactRow = ({ id, cells: { ownerId, companyId, ...cells } }: ListedRow): ContactRow =>
  contactRow.parse({ id, ...cells, company: companyId, ownerName: nameIn(ownerId) })
