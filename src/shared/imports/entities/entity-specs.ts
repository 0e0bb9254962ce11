// What can be imported: of each kind of record the fields, and by what its rows are recognised.
import type { ImportEntity } from '../plan.ts'
import { companySpec } from './company.ts'
import { contactSpec } from './contact.ts'
import type { EntitySpec, FieldSpec } from './field-spec.ts'
import { orderLineSpec, orderSpec, productSpec } from './trade.ts'
import { activitySpec, dealSpec, linkSpec, ticketSpec, userSpec } from './work.ts'

export const entitySpecs: Readonly<Record<ImportEntity, EntitySpec>> = {
  user: userSpec,
  company: companySpec,
  contact: contactSpec,
  link: linkSpec,
  product: productSpec,
  deal: dealSpec,
  order: orderSpec,
  orderLine: orderLineSpec,
  ticket: ticketSpec,
  activity: activitySpec,
}

/** The field of this name; undefined for the office's own ones. */
export const fieldSpec = (entity: ImportEntity, key: string): FieldSpec | undefined =>
  entitySpecs[entity].fields.find((field) => field.key === key)
