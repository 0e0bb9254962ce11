// Writes one old value back, as an ordinary change of today: by the record's own procedure, so that every rule holds and Undo takes it.
import { AppError } from '#shared/base/app-error.ts'
import { companyChanges } from '#shared/customers/company.ts'
import { contactChanges } from '#shared/customers/contact.ts'
import { contactPointChanges } from '#shared/customers/contact-point.ts'
import { relationChanges, relationKind } from '#shared/customers/relation.ts'
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { dealChanges } from '#shared/deals/deal.ts'
import { orderChanges, orderLineChanges } from '#shared/orders/order.ts'
import { productChanges } from '#shared/orders/product.ts'
import type { RestorableTable } from '#shared/history/history.ts'
import { ticketChanges } from '#shared/tickets/ticket.ts'
import type { LoggedRowChange } from '#main/db/log/change-log.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { findLinkRow, findPointRow, findRelationRow } from './rows-around.repository.ts'

interface OldValue {
  readonly table: RestorableTable
  readonly id: string
  readonly operation: string
  readonly field: string
}

export const restoreValue = (context: MutationContext, { table, id, operation, field }: OldValue): void => {
  const change = context.log
    .ofRow(table, id)
    .filter((each) => each.operation === operation)
    .flatMap(({ changes }) => changes)
    .find((each) => each.field === field)
  if (!change) throw new AppError('not_found', 'history.unknownOperation')
  writers[table](context, id, field, change.from)
}

type Value = LoggedRowChange['changes'][number]['from']
type Writer = (context: MutationContext, id: string, field: string, value: Value) => void

const refuse = (): never => {
  throw new AppError('conflict', 'history.notRestorable')
}

/** The field as an update takes it: one of the office's own lies in `custom`, several choices being a list. */
const asChange = (shape: object, field: string, value: Value): object => {
  const letter = storageClassOf(field)
  if (letter !== null) return { custom: { [field]: letter === 'o' && typeof value === 'string' ? JSON.parse(value) : value } }
  return field in shape ? { [field]: value } : refuse()
}

// The values come from the log by name; the procedures check them like everybody's.
const writers: Readonly<Record<RestorableTable, Writer>> = {
  companies: ({ run }, id, field, value) => {
    if (field === 'lifecycleStageId') enterStage(run, 'company', id, value)
    else run('companies.update', { id, ...asChange(companyChanges.shape, field, value) })
  },
  contacts: ({ run }, id, field, value) => {
    if (field === 'lifecycleStageId') enterStage(run, 'contact', id, value)
    else run('contacts.update', { id, ...asChange(contactChanges.shape, field, value) })
  },
  deals: ({ run }, id, field, value) => {
    if (field === 'stageId' && typeof value === 'string') run('deals.move', { id, stageId: value })
    else run('deals.update', { id, ...asChange(dealChanges.shape, field, value) })
  },
  tickets: ({ run }, id, field, value) => {
    if (field === 'statusId' && typeof value === 'string') run('tickets.setStatus', { id, statusId: value })
    else if (field === 'assigneeId') run('tickets.assign', { id, assigneeId: typeof value === 'string' ? value : null })
    else run('tickets.update', { id, ...asChange(ticketChanges.shape, field, value) })
  },
  orders: ({ run }, id, field, value) => run('orders.update', { id, ...asChange(orderChanges.shape, field, value) }),
  products: ({ run }, id, field, value) => run('products.update', { id, ...asChange(productChanges.shape, field, value) }),
  orderLines: ({ run }, id, field, value) => {
    if (field === 'archivedAt') run('orderLines.restore', { id })
    else run('orderLines.update', { id, ...asChange(orderLineChanges.shape, field, value) })
  },
  contactPoints: ({ run, tx }, id, field, value) => {
    if (field === 'archivedAt') run('contactPoints.add', findPointRow(tx, id) ?? refuse())
    else run('contactPoints.update', { id, ...asChange(contactPointChanges.shape, field, value) })
  },
  relations: ({ run, tx }, id, field, value) => {
    const { kind, ...relation } = findRelationRow(tx, id) ?? refuse()
    if (field === 'archivedAt') run('relations.add', { ...relation, kind: relationKind.parse(kind) })
    else run('relations.update', { id, contactId: relation.contactId, ...asChange(relationChanges.shape, field, value) })
  },
  companyContacts: ({ run, tx }, id, field, value) => {
    const link = findLinkRow(tx, id) ?? refuse()
    if (field === 'archivedAt') run('contacts.link', { ...link, isPrimary: false })
    else if (field === 'role') run('contacts.link', { ...link, role: typeof value === 'string' ? value : null, isPrimary: false })
    else refuse()
  },
}

const enterStage = (run: MutationContext['run'], recordType: 'company' | 'contact', recordId: string, value: Value): void =>
  void run('lifecycle.move', { recordType, recordId, toStageId: typeof value === 'string' ? value : null })
