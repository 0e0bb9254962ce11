// What of a record is chosen together when records are merged: a phone with its kind, an amount with its currency, an address as a whole.
import { type CustomerType, pointKind, type PointKind } from '#shared/customers/contact-point.ts'
import { hasMainColumn } from '#shared/customers/contact-point-rules.ts'

export interface MergeUnit {
  /** The column that the field is called by. */
  readonly field: string
  readonly columns: readonly string[]
  /** What decides between two values that are both there; the others only come along. */
  readonly compared: readonly string[]
}

const alone = (...fields: readonly string[]): MergeUnit[] =>
  fields.map((field) => ({ field, columns: [field], compared: [field] }))
const unit = (field: string, ...along: readonly string[]): MergeUnit => ({ field, columns: [field, ...along], compared: [field] })

/** Half of one address and half of another lead nowhere. */
const address: MergeUnit = {
  field: 'address',
  columns: ['address', 'addressType', 'city', 'country', 'postcode'],
  compared: ['address', 'postcode', 'city', 'country'],
}
/** Who is given a customer takes it out of the pool. */
const owner = unit('ownerId', 'pooledAt')
const stage = unit('lifecycleStageId', 'lifecycleSince')
const reached: readonly MergeUnit[] = [unit('phone', 'phoneType'), unit('email', 'emailType')]

/** In the order in which they are shown. */
export const mergeUnits: Readonly<Record<CustomerType, readonly MergeUnit[]>> = {
  company: [
    ...alone('name', 'kind', 'recordTypeId'),
    ...[stage, owner, ...reached],
    ...alone('website'),
    address,
    ...alone('industry', 'employees'),
    unit('annualRevenueMinor', 'revenueCurrency'),
    ...alone('foundedYear', 'parentId', 'creditCode', 'source', 'externalId', 'description'),
  ],
  contact: [
    ...alone('name', 'salutation', 'recordTypeId'),
    ...[stage, owner, ...reached, address],
    ...alone('birthday', 'source', 'externalId', 'description'),
  ],
}

/** The kind of contact point whose main one stands in this field; what is not chosen stays as a further one. */
export const pointOfField = (recordType: CustomerType, field: string): PointKind | null => {
  const kind = pointKind.safeParse(field).data
  return kind !== undefined && hasMainColumn(recordType, kind) ? kind : null
}
