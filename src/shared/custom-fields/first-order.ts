// The order in which a card shows Kith's own fields until the office arranges them: how to reach them first, then who and what they are.
import type { FieldedType } from '#shared/base/fields.ts'

const reach = ['phone', 'email', 'website', 'address', 'postcode', 'city', 'country']

const firstOrder: Readonly<Record<FieldedType, readonly string[]>> = {
  company: [
    ...reach,
    ...['ownerId', 'kind', 'recordTypeId', 'industry', 'source', 'employees', 'annualRevenueMinor', 'foundedYear', 'parentId'],
    ...['creditCode', 'description', 'externalId'],
  ],
  contact: [...reach, 'salutation', 'birthday', 'ownerId', 'recordTypeId', 'source', 'description', 'externalId'],
  deal: [
    ...['companyId', 'contactId', 'amountMinor', 'expectedCloseOn', 'ownerId', 'recordTypeId', 'product', 'source', 'openedOn'],
    ...['description', 'externalId'],
  ],
  ticket: [
    ...['statusId', 'priority', 'assigneeId', 'companyId', 'contactId', 'channel', 'recordTypeId', 'description', 'externalId'],
  ],
}

/** The same fields in that order; those that it does not name stand last, as they came. */
export const inFirstOrder = (entity: FieldedType, fields: readonly string[]): readonly string[] => {
  const order = firstOrder[entity]
  const known = order.filter((field) => fields.includes(field))
  return [...known, ...fields.filter((field) => !known.includes(field))]
}
