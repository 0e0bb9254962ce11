// The right to a list is the right to what it lists.
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { Actor } from '#main/rpc/handlers.ts'
import { assertCan } from '#main/rpc/permission.ts'

const features: Readonly<Record<ListEntity, string>> = {
  companies: 'customers',
  contacts: 'customers',
  deals: 'deals',
  products: 'orders',
  orders: 'orders',
  tickets: 'tickets',
  tasks: 'activities',
}

export const assertMayView = (actor: Actor, entity: ListEntity): void => assertCan(actor, `${features[entity]}.view`)
export const assertMayEdit = (actor: Actor, entity: ListEntity): void => assertCan(actor, `${features[entity]}.edit`)
