// Where the records of each kind are: their table, and the beginning of their pages' address, which are called alike.
import type { RecordType } from './fields.ts'

export const recordPlaces = {
  company: 'companies',
  contact: 'contacts',
  deal: 'deals',
  ticket: 'tickets',
  order: 'orders',
  product: 'products',
} as const satisfies Readonly<Record<RecordType, string>>

/** The address of a record's page inside the app. */
export const recordHref = (type: RecordType, id: string): string => `/${recordPlaces[type]}/${id}`
