// Where the page of a record is.
import type { RecordType } from '#shared/base/fields.ts'

const PLACES: Readonly<Record<RecordType, string>> = {
  company: 'companies',
  contact: 'contacts',
  deal: 'deals',
  ticket: 'tickets',
  order: 'orders',
  product: 'products',
}

export const recordRoute = (type: RecordType, id: string): string => `/${PLACES[type]}/${id}`
