// In which table of the log each kind of record stands.
export const RECORD_TABLES = {
  company: 'companies',
  contact: 'contacts',
  deal: 'deals',
  ticket: 'tickets',
  order: 'orders',
  product: 'products',
} as const
