// What each procedure of relations between people does.
import { AppError } from '#shared/base/app-error.ts'
import { inverseKind, type Relation } from '#shared/customers/relation.ts'
import type { Db } from '#main/db/database.ts'
import { requireReferences } from '#main/db/references.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { requireActiveCustomer } from './customer-rows.ts'
import {
  endRelation,
  findRelation,
  findSameRelation,
  insertRelation,
  listRelationsOf,
  updateRelation,
} from './relations.repository.ts'

export const relationsHandlers: Handlers['relations'] = {
  add: ({ tx }, { contactId, otherId, kind, note }) => {
    requireActiveCustomer(tx, 'contact', contactId)
    requireReferences(tx, [{ field: 'otherId', table: 'contacts', id: otherId }])
    if (contactId === otherId) throw refusal('otherId', 'relation_to_self')
    const known = findSameRelation(tx, contactId, otherId, kind)
    if (known !== null) throw refusal('otherId', 'relation_there')
    return seenFrom(tx, contactId, insertRelation(tx, { fromId: contactId, toId: otherId, kind, note }))
  },

  update: ({ tx }, { id, contactId, kind, note }) => {
    const { fromId, toId } = requireRelation(tx, id)
    if (contactId !== fromId && contactId !== toId) throw new AppError('not_found', 'customers.relationGone', { id })
    requireActiveCustomer(tx, 'contact', contactId)
    updateRelation(tx, id, { kind: kind && (contactId === fromId ? kind : inverseKind(kind)), note })
    return seenFrom(tx, contactId, id)
  },

  remove: ({ tx }, { id }) => {
    endRelation(tx, requireRelation(tx, id).id)
    return null
  },
}

const requireRelation = (db: Db, id: string) => {
  const relation = findRelation(db, id)
  if (!relation) throw new AppError('not_found', 'customers.relationGone', { id })
  return relation
}

const seenFrom = (db: Db, contactId: string, id: string): Relation => {
  const relation = listRelationsOf(db, contactId).find((one) => one.id === id)
  if (!relation) throw new AppError('not_found', 'customers.relationGone', { id })
  return relation
}

const refusal = (field: string, code: string): AppError =>
  new AppError('invalid_input', 'errors.invalid_input', {}, { issues: [{ field, code, params: {} }] })
