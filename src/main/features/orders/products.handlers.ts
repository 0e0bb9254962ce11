// What each procedure of products does.
import { AppError } from '#shared/base/app-error.ts'
import { withProductDefaults } from '#shared/orders/order-rules.ts'
import type { Product } from '#shared/orders/product.ts'
import type { Db } from '#main/db/database.ts'
import { searchKindOf } from '#main/db/registry/search-kinds.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { findLastSale, listSales, listSums } from './product-sales.repository.ts'
import { findProduct, listFirstProducts, listProductsByNo } from './products.repository.ts'

const SEARCH_KIND = searchKindOf('products')
const PICKS = 20

export const productsHandlers: Handlers['products'] = {
  get: ({ db }, { id }) => ({ ...requireProduct(db, id), sums: listSums(db, id), lastSale: findLastSale(db, id) }),

  pick: ({ db, search }, { text }) =>
    text.trim() === ''
      ? listFirstProducts(db, PICKS)
      : listProductsByNo(
          db,
          search.find(text, { kinds: [SEARCH_KIND], limit: PICKS }).map(({ no }) => no),
        ),

  sales: ({ db }, { id, after, limit }) => listSales(db, requireProduct(db, id).id, after, limit),

  create: ({ tx, run }, fields) =>
    requireProduct(tx, tx.insert('products', withProductDefaults(fields, run('settings.get', {}).currency))),

  update: ({ tx }, { id, ...changes }) => {
    if (requireProduct(tx, id).archivedAt !== null) throw new AppError('conflict', 'products.archived', { id })
    tx.update('products', id, changes)
    return requireProduct(tx, id)
  },

  archive: ({ tx }, { id }) => {
    if (requireProduct(tx, id).archivedAt === null) tx.archive('products', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    if (requireProduct(tx, id).archivedAt !== null) tx.restore('products', id)
    return null
  },
}

const requireProduct = (db: Db, id: string): Product => {
  const product = findProduct(db, id)
  if (!product) throw new AppError('not_found', 'products.gone', { id })
  return product
}
