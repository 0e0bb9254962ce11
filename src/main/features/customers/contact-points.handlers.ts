// What each procedure of contact points does. The main point stands on the record; a further one that takes its place leaves its own.
import { AppError } from '#shared/base/app-error.ts'
import type { ContactPoint, CustomerType, PointKind } from '#shared/customers/contact-point.ts'
import {
  asMainPoint,
  checkedPoint,
  hasMainColumn,
  mainPoint,
  type PointValues,
  touchedKinds,
} from '#shared/customers/contact-point-rules.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { endPoint, findPoint, insertPoint, listPointsOf, putFirst, updatePoint } from './contact-points.repository.ts'
import { requireActiveCustomer, updateCustomer } from './customer-rows.ts'

export const contactPointsHandlers: Handlers['contactPoints'] = {
  add: (
    { tx },
    { recordType, recordId, kind, value, type = null, city = null, country = null, postcode = null, note = null },
  ) => {
    const record = requireActiveCustomer(tx, recordType, recordId)
    const values = { type, value: requireSound(kind, value), city, country, postcode }
    // A note has no place on the record itself, so that what carries one stays a further point.
    if (hasMainColumn(recordType, kind) && note === null && mainPoint(record, kind) === null) {
      updateCustomer(tx, recordType, recordId, asMainPoint(kind, values))
      return null
    }
    return requirePoint(tx, insertPoint(tx, { recordType, recordId, kind, ...values, note }))
  },

  update: ({ tx }, { id, value, ...changes }) => {
    const point = requirePoint(tx, id)
    requireActiveCustomer(tx, point.recordType, point.recordId)
    updatePoint(tx, id, { ...changes, value: value === undefined ? undefined : requireSound(point.kind, value) })
    return requirePoint(tx, id)
  },

  remove: ({ tx }, { id }) => {
    const point = requirePoint(tx, id)
    requireActiveCustomer(tx, point.recordType, point.recordId)
    endPoint(tx, id)
    return null
  },

  makePrimary: ({ tx }, { id }) => {
    const point = requirePoint(tx, id)
    const record = requireActiveCustomer(tx, point.recordType, point.recordId)
    if (!hasMainColumn(point.recordType, point.kind)) putFirst(tx, point)
    else takeMainPlace(tx, point, mainPoint(record, point.kind))
    return null
  },
}

/** The further point becomes the main one; the one that was takes its row, or the row goes. */
const takeMainPlace = (tx: WriteTx, point: ContactPoint, was: PointValues | null): void => {
  updateCustomer(tx, point.recordType, point.recordId, asMainPoint(point.kind, point))
  if (was === null) endPoint(tx, point.id)
  else updatePoint(tx, point.id, { ...was, note: null })
}

/** Where a change emptied the main point of a kind, the first further one takes its place. */
export const promotePoints = (tx: WriteTx, recordType: CustomerType, id: string, changed: readonly string[]): void => {
  for (const kind of touchedKinds(changed)) {
    if (!hasMainColumn(recordType, kind) || mainPoint(requireActiveCustomer(tx, recordType, id), kind) !== null) continue
    const [next] = listPointsOf(tx, id, kind)
    if (next) takeMainPlace(tx, next, null)
  }
}

const requireSound = (kind: PointKind, typed: string): string => {
  const { value, problem } = checkedPoint(kind, typed)
  if (problem === null) return value
  const issues = [{ field: 'value', code: problem, params: {} }]
  throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
}

const requirePoint = (db: Db, id: string): ContactPoint => {
  const point = findPoint(db, id)
  if (!point) throw new AppError('not_found', 'customers.pointGone', { id })
  return point
}
