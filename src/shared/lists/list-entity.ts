// What can be listed, and the words that other features know it by.
import { z } from 'zod'
import type { RecordType } from '#shared/base/fields.ts'

export const listEntity = z.enum(['companies', 'contacts', 'deals', 'products', 'orders', 'tickets', 'tasks'])
export type ListEntity = z.infer<typeof listEntity>

/** The kind of record that tags, favourites, custom fields and activities speak of; tasks are none. */
export const recordTypeOf: Readonly<Record<ListEntity, RecordType | null>> = {
  companies: 'company',
  contacts: 'contact',
  deals: 'deal',
  products: 'product',
  orders: 'order',
  tickets: 'ticket',
  tasks: null,
}
