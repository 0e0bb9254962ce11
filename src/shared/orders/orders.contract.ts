// What can be asked about products and orders.
import { z } from 'zod'
import { id, line, pageInput, recordType, reference } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import {
  newOrder,
  newOrderLine,
  order,
  orderCard,
  orderChanges,
  orderLine,
  orderLineChanges,
  ordersPage,
  orderSum,
} from './order.ts'
import { newProduct, product, productCard, productChanges, productSales } from './product.ts'

const view = { needs: 'orders.view' } as const
const edit = { needs: 'orders.edit' } as const

export const productsContract = {
  get: query(z.object({ id }), productCard, view),
  /** Those found by name, code or category; before anything is typed the first by name. */
  pick: query(z.object({ text: line(200) }), z.array(reference), view),
  /** The lines that it was sold in, the newest order first. */
  sales: query(z.object({ id, ...pageInput }), productSales, view),
  create: mutation(newProduct, product, edit),
  update: mutation(productChanges, product, edit),
  archive: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
}

const ofCustomer = { recordType: recordType.extract(['company', 'contact']), recordId: id }

export const ordersContract = {
  get: query(z.object({ id }), orderCard, view),
  /** A company's or contact's orders, the newest first. */
  ofRecord: query(z.object({ ...ofCustomer, ...pageInput }), ordersPage, view),
  /** What they come to. */
  sums: query(z.object(ofCustomer), z.array(orderSum), view),
  create: mutation(newOrder, order, edit),
  update: mutation(orderChanges, order, edit),
  archive: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
}

export const orderLinesContract = {
  /** At the end of the order. A line names a product, or says in words what was sold. */
  add: mutation(z.object({ orderId: id, ...newOrderLine.shape }), orderLine, edit),
  /** Another product brings its own price along, unless one is given. */
  update: mutation(orderLineChanges, orderLine, edit),
  remove: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
  /** To the place before another line of the order; null: to its end. */
  move: mutation(z.object({ id, beforeId: id.nullable() }), z.null(), edit),
}
