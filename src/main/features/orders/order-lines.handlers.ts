// What each procedure of order lines does.
import { AppError } from '#shared/base/app-error.ts'
import type { NewOrderLine, OrderLine } from '#shared/orders/order.ts'
import { changedLine, renumbered, withLineDefaults } from '#shared/orders/order-rules.ts'
import type { Db } from '#main/db/database.ts'
import { requireReferences } from '#main/db/references.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { requireActiveOrder, requireLine, requireSoundLine } from './order-checks.ts'
import { findLine, listLines } from './order-lines.repository.ts'
import { findProduct } from './products.repository.ts'

export const orderLinesHandlers: Handlers['orderLines'] = {
  add: ({ tx }, { orderId, ...line }) => {
    const { currency } = requireActiveOrder(tx, orderId)
    const last = listLines(tx, orderId).at(-1)?.lineNo ?? 0
    return lineOf(tx, tx.insert('orderLines', { ...checkedLine(tx, currency, line), orderId, lineNo: last + 1 }))
  },

  update: ({ tx }, { id, ...changes }) => {
    const { line, order } = requireLine(tx, id)
    const changed = changedLine(line, changes, { product: productOf(tx, changes.productId), currency: order.currency })
    requireSoundLine(changed, (field) => field)
    tx.update('orderLines', id, changed)
    return lineOf(tx, id)
  },

  remove: ({ tx }, { id }) => {
    requireLine(tx, id)
    tx.archive('orderLines', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    if (requireLine(tx, id, { isRemovedToo: true }).line.archivedAt !== null) tx.restore('orderLines', id)
    return null
  },

  move: ({ tx }, { id, beforeId }) => {
    const { order } = requireLine(tx, id)
    for (const { id: lineId, lineNo } of renumbered(listLines(tx, order.id), id, beforeId)) {
      tx.update('orderLines', lineId, { lineNo })
    }
    return null
  },
}

/** A new line as it is written; `field` names its fields in the input. */
export const checkedLine = (
  db: Db,
  currency: string,
  { productId = null, name = null, ...amounts }: NewOrderLine,
  field: (name: string) => string = (own) => own,
) => {
  const product = productOf(db, productId, field('productId'))
  const line = withLineDefaults({ ...amounts, productId, name }, { product, currency })
  requireSoundLine(line, field)
  return line
}

const productOf = (db: Db, id: string | null | undefined, field = 'productId') => {
  requireReferences(db, [{ field, table: 'products', id }])
  return id ? (findProduct(db, id) ?? null) : null
}

const lineOf = (db: Db, id: string): OrderLine => {
  const line = findLine(db, id)
  if (!line) throw new AppError('not_found', 'orders.lineGone', { id })
  const { archivedAt: _archivedAt, ...shown } = line
  return shown
}
