// What an order and a line must be before they are written: there, in use, and made of what is there.
import { AppError, type FieldIssue } from '#shared/base/app-error.ts'
import type { Order } from '#shared/orders/order.ts'
import { isCountable } from '#shared/orders/order-amounts.ts'
import type { Db } from '#main/db/database.ts'
import { requireReferences } from '#main/db/references.ts'
import { findLine } from './order-lines.repository.ts'
import { findOrder } from './orders.repository.ts'

export const requireOrder = (db: Db, id: string): Order => {
  const order = findOrder(db, id)
  if (!order) throw new AppError('not_found', 'orders.gone', { id })
  return order
}

export const requireActiveOrder = (db: Db, id: string): Order => {
  const order = requireOrder(db, id)
  if (order.archivedAt !== null) throw new AppError('conflict', 'orders.archived', { id })
  return order
}

/** A line of an order that may be changed. One that was taken away only if that is said. */
export const requireLine = (db: Db, id: string, { isRemovedToo = false } = {}) => {
  const line = findLine(db, id)
  if (!line || (line.archivedAt !== null && !isRemovedToo)) throw new AppError('not_found', 'orders.lineGone', { id })
  return { line, order: requireActiveOrder(db, line.orderId) }
}

type OrderReferences = { [Field in 'companyId' | 'contactId' | 'ownerId']?: string | null | undefined }

export const requireOrderReferences = (db: Db, { companyId, contactId, ownerId }: OrderReferences): void =>
  requireReferences(db, [
    { field: 'companyId', table: 'companies', id: companyId },
    { field: 'contactId', table: 'contacts', id: contactId },
    { field: 'ownerId', table: 'users', id: ownerId },
  ])

interface CheckedLine {
  readonly productId?: string | null | undefined
  readonly name?: string | null | undefined
  readonly quantityMilli: number
  readonly unitPriceE4: number
}

/** `field`: how a field of the line is called in the input, which may hold several lines. */
export const requireSoundLine = (line: CheckedLine, field: (name: string) => string): void => {
  const issues: FieldIssue[] = []
  if (!line.productId && !line.name?.trim()) issues.push({ field: field('productId'), code: 'line_nameless', params: {} })
  if (!isCountable(line)) issues.push({ field: field('unitPriceE4'), code: 'line_too_much', params: {} })
  if (issues.length > 0) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
}
