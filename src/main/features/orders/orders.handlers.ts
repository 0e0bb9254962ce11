// What each procedure of orders does: fetch, apply the rules in shared/orders, save.
import { dayInZone } from '#shared/base/day.ts'
import { orderFigures } from '#shared/orders/order-amounts.ts'
import { ORDER_SERIES, withOrderDefaults } from '#shared/orders/order-rules.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { requireActiveOrder, requireOrder, requireOrderReferences } from './order-checks.ts'
import { listLines, sumLines } from './order-lines.repository.ts'
import { checkedLine } from './order-lines.handlers.ts'
import { findOrderNames, listOrdersOf, listOrderSums } from './orders.repository.ts'

const columnOf = { company: 'companyId', contact: 'contactId' } as const

export const ordersHandlers: Handlers['orders'] = {
  get: ({ db }, { id }) => {
    const order = requireOrder(db, id)
    return {
      ...{ ...order, ...findOrderNames(db, id), lines: listLines(db, id) },
      figures: orderFigures({ ...order, ...sumLines(db, id) }),
    }
  },

  ofRecord: ({ db }, { recordType, recordId, after, limit }) =>
    listOrdersOf(db, { column: columnOf[recordType], recordId }, { after, limit }),

  sums: ({ db }, { recordType, recordId }) => listOrderSums(db, columnOf[recordType], recordId),

  create: ({ tx, run, now }, { lines = [], number = '', ...fields }) => {
    requireOrderReferences(tx, fields)
    const { currency, timeZone } = run('settings.get', {})
    const row = withOrderDefaults({ ...fields, number }, currency)
    const orderId = tx.insert('orders', {
      ...row,
      number: number === '' ? tx.nextNumber(ORDER_SERIES) : number,
      orderedOn: fields.orderedOn === undefined ? dayInZone(now(), timeZone) : fields.orderedOn,
    })
    for (const [place, line] of lines.entries()) {
      const checked = checkedLine(tx, row.currency, line, (name) => `lines.${place}.${name}`)
      tx.insert('orderLines', { ...checked, orderId, lineNo: place + 1 })
    }
    return requireOrder(tx, orderId)
  },

  update: ({ tx }, { id, ...changes }) => {
    requireActiveOrder(tx, id)
    requireOrderReferences(tx, changes)
    tx.update('orders', id, changes)
    return requireOrder(tx, id)
  },

  archive: ({ tx }, { id }) => {
    if (requireOrder(tx, id).archivedAt === null) tx.archive('orders', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    if (requireOrder(tx, id).archivedAt !== null) tx.restore('orders', id)
    return null
  },
}
