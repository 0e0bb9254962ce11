// Counts what is made because rows name it.
import type { ImportEntity } from '#shared/imports/plan.ts'
import type { MadeAlong } from '#shared/imports/preview.ts'
import type { World } from './world.ts'

/** So many are named where names are listed. */
export const LISTED = 200

type AlongCounts = Pick<MadeAlong, 'companies' | 'contacts' | 'products' | 'orders' | 'deals' | 'users'>

const COUNTED: Readonly<Partial<Record<ImportEntity, Exclude<keyof AlongCounts, 'users'>>>> = {
  company: 'companies',
  contact: 'contacts',
  product: 'products',
  order: 'orders',
  deal: 'deals',
}

/** By the place of the table that named it. */
export const alongCounts = ({ madeAlong, setOf }: World, tables: number): readonly AlongCounts[] => {
  const counts = Array.from({ length: tables }, () => ({
    ...{ companies: 0, contacts: 0, products: 0, orders: 0, deals: 0 },
    users: [] as string[],
  }))
  for (const { entity, record, table } of madeAlong.all()) {
    const made = counts[table]
    const counted = COUNTED[entity]
    if (!made) continue
    if (counted !== undefined) made[counted] += 1
    else if (entity === 'user' && made.users.length < LISTED) made.users.push(setOf('user').nameOf(record))
  }
  return counts
}
