// How a change of fields reaches a record: always through its own procedures, so that its own rules hold.
import { AppError } from '#shared/base/app-error.ts'
import { type ListEntity, recordTypeOf } from '#shared/lists/list-entity.ts'
import { e4OfMinor } from '#shared/orders/order-amounts.ts'
import type { ListChanges, NewValue } from '#shared/lists/list-change.ts'
import type { MutationContext, ProcedurePath } from '#main/rpc/handlers.ts'
import { isCustomKey } from '../custom-fields.repository.ts'
import { changeMainCompany, MAIN_COMPANY_FIELDS } from './main-company.ts'

export interface RecordWriter {
  /** The steps of a change, the one that a record is likeliest to refuse first. */
  readonly update: (context: MutationContext, id: string, changes: ListChanges) => readonly (() => void)[]
  readonly archive: (context: MutationContext, id: string) => void
  readonly restore: (context: MutationContext, id: string) => void
}

/** Values that a record's own procedure takes as they are: it checks them. */
const ownFields = (changes: ListChanges, apart: readonly string[]): Record<string, unknown> => {
  const fields: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(changes)) {
    if (apart.includes(field)) continue
    if (isCustomKey(field)) custom[field] = isMoney(value) ? value.amountMinor : value
    else fields[field] = value
  }
  // What is in it is checked by the record's own procedure.
  return Object.keys(custom).length === 0 ? fields : { ...fields, custom }
}

export const isMoney = (value: NewValue | undefined): value is { amountMinor: number; currency: string } =>
  typeof value === 'object' && value !== null && 'amountMinor' in value

export const isTagChange = (value: NewValue | undefined): value is { add: string[]; remove: string[] } =>
  typeof value === 'object' && value !== null && 'add' in value

/** An amount as its two columns. */
const amount = (changes: ListChanges, field: string, currency: string, isEmptied: boolean): Record<string, unknown> => {
  const value = changes[field]
  if (value === undefined) return {}
  if (isMoney(value)) return { [field]: value.amountMinor, [currency]: value.currency }
  if (value !== null) throw notAnAmount(field)
  return isEmptied ? { [field]: null, [currency]: null } : { [field]: null }
}

/** A price is kept finer than the money that lists show. */
const unitPrice = ({ unitPriceE4: value }: ListChanges): Record<string, unknown> => {
  if (value === undefined) return {}
  if (value === null) return { unitPriceE4: null }
  if (!isMoney(value)) throw notAnAmount('unitPriceE4')
  return { unitPriceE4: value.amountMinor * e4OfMinor(value.currency), currency: value.currency }
}

const notAnAmount = (field: string): AppError =>
  new AppError('invalid_input', 'errors.invalid_input', {}, { issues: [{ field, code: 'invalid_type', params: {} }] })

/** Runs a procedure whose input is put together here; the door checks it like any other. */
const runOn = ({ run }: MutationContext, path: ProcedurePath, id: string, fields: Readonly<Record<string, unknown>>): void => {
  if (Object.keys(fields).length > 0) run(path, { id, ...fields })
}

const setTags = (context: MutationContext, entity: ListEntity, id: string, { tags }: ListChanges): void => {
  const recordType = recordTypeOf[entity]
  if (!isTagChange(tags) || recordType === null) return
  const kept = context.run('tags.of', { recordType, recordId: id }).map((tag) => tag.id)
  const tagIds = [...new Set([...kept, ...tags.add])].filter((tag) => !tags.remove.includes(tag))
  context.run('tags.set', { recordType, recordId: id, tagIds })
}

const moveLifecycle = (context: MutationContext, recordType: 'company' | 'contact', id: string, changes: ListChanges): void => {
  const stage = changes['lifecycleStageId']
  if (stage === undefined) return
  context.run('lifecycle.move', { recordType, recordId: id, toStageId: typeof stage === 'string' ? stage : null })
}

const textOf = (value: NewValue | undefined): string => (typeof value === 'string' ? value : '')

export const recordWriters: Readonly<Record<ListEntity, RecordWriter>> = {
  companies: {
    update: (context, id, changes) => [
      () =>
        runOn(context, 'companies.update', id, {
          ...ownFields(changes, ['tags', 'lifecycleStageId', 'annualRevenueMinor']),
          ...amount(changes, 'annualRevenueMinor', 'revenueCurrency', true),
          ...(changes['kind'] === 'customer' ? { kind: null } : {}),
        }),
      () => moveLifecycle(context, 'company', id, changes),
      () => setTags(context, 'companies', id, changes),
    ],
    archive: ({ run }, id) => run('companies.archive', { id }),
    restore: ({ run }, id) => run('companies.restore', { id }),
  },
  contacts: {
    update: (context, id, changes) => [
      () => changeMainCompany(context, id, changes),
      () => runOn(context, 'contacts.update', id, ownFields(changes, ['tags', 'lifecycleStageId', ...MAIN_COMPANY_FIELDS])),
      () => moveLifecycle(context, 'contact', id, changes),
      () => setTags(context, 'contacts', id, changes),
    ],
    archive: ({ run }, id) => run('contacts.archive', { id }),
    restore: ({ run }, id) => run('contacts.restore', { id }),
  },
  deals: {
    update: (context, id, changes) => [
      () => moveDeal(context, id, changes),
      () =>
        runOn(context, 'deals.update', id, {
          ...ownFields(changes, ['tags', 'stageId', 'lossReason', 'amountMinor']),
          ...amount(changes, 'amountMinor', 'currency', false),
        }),
      () => setTags(context, 'deals', id, changes),
    ],
    archive: ({ run }, id) => run('deals.archive', { id }),
    restore: ({ run }, id) => run('deals.restore', { id }),
  },
  products: {
    update: (context, id, changes) => [
      () => runOn(context, 'products.update', id, { ...ownFields(changes, ['tags', 'unitPriceE4']), ...unitPrice(changes) }),
      () => setTags(context, 'products', id, changes),
    ],
    archive: ({ run }, id) => run('products.archive', { id }),
    restore: ({ run }, id) => run('products.restore', { id }),
  },
  orders: {
    update: (context, id, changes) => [
      () => runOn(context, 'orders.update', id, ownFields(changes, ['tags'])),
      () => setTags(context, 'orders', id, changes),
    ],
    archive: ({ run }, id) => run('orders.archive', { id }),
    restore: ({ run }, id) => run('orders.restore', { id }),
  },
  tickets: {
    update: (context, id, changes) => [
      () => runOn(context, 'tickets.update', id, ownFields(changes, ['tags', 'statusId'])),
      () => setStatus(context, id, changes),
      () => setTags(context, 'tickets', id, changes),
    ],
    archive: ({ run }, id) => run('tickets.archive', { id }),
    restore: ({ run }, id) => run('tickets.restore', { id }),
  },
  tasks: {
    update: (context, id, changes) => [
      () =>
        runOn(context, 'activities.update', id, {
          ...ownFields(changes, ['isDone']),
          ...(changes['priority'] === 'normal' ? { priority: null } : {}),
        }),
      () => complete(context, id, changes),
    ],
    archive: ({ run }, id) => run('activities.archive', { id }),
    restore: ({ run }, id) => run('activities.restore', { id }),
  },
}

const moveDeal = ({ run }: MutationContext, id: string, { stageId, lossReason }: ListChanges): void => {
  if (stageId !== undefined)
    run('deals.move', { id, stageId: textOf(stageId), beforeId: null, lossReason: textOf(lossReason) || null })
}

const setStatus = ({ run }: MutationContext, id: string, { statusId }: ListChanges): void => {
  if (statusId !== undefined) run('tickets.setStatus', { id, statusId: textOf(statusId) })
}

const complete = ({ run }: MutationContext, id: string, { isDone }: ListChanges): void => {
  if (typeof isDone === 'boolean') run('activities.complete', { id, done: isDone })
}
