// The SQL of relations between people. A row says that `toId` is the `kind` of `fromId`; read from the other end it is the inverse.
import { inverseKind, type Relation, type RelationKind, relationKind } from '#shared/customers/relation.ts'
import { build } from '#main/db/builder.ts'
import type { Db, NewRow, RowChanges, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'

const relationsBy = (own: 'fromId' | 'toId', other: 'fromId' | 'toId') =>
  prepared<{ contactId: string }>()((param) =>
    build
      .selectFrom('relations')
      .innerJoin('contacts as other', 'other.id', `relations.${other}`)
      .select(['relations.id', 'relations.kind', 'relations.note', 'other.id as otherId', 'other.name', 'other.sortName'])
      .where(`relations.${own}`, '=', param('contactId'))
      .where(isActive('relations'))
      .where(isActive('other')),
  )

const relationsFrom = relationsBy('fromId', 'toId')
const relationsTo = relationsBy('toId', 'fromId')

/** The relations of a person, each as seen from that person, by the other's name. */
export const listRelationsOf = (db: Db, contactId: string): Relation[] => {
  const from = relationsFrom(db, { contactId }).map((row) => ({ ...row, kind: relationKind.parse(row.kind) }))
  const to = relationsTo(db, { contactId }).map((row) => ({ ...row, kind: inverseKind(relationKind.parse(row.kind)) }))
  return [...from, ...to]
    .toSorted((one, two) => (one.sortName < two.sortName ? -1 : one.sortName > two.sortName ? 1 : one.id < two.id ? -1 : 1))
    .map(({ id, kind, note, otherId, name }) => ({ id, kind, note, contact: { id: otherId, name } }))
}

const relationById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('relations')
    .select(['id', 'fromId', 'toId', 'kind', 'note'])
    .where('id', '=', param('id'))
    .where(isActive('relations')),
)

export const findRelation = (db: Db, id: string) => {
  const row = relationById(db, { id })[0]
  return row && { ...row, kind: relationKind.parse(row.kind) }
}

const relationsBetween = prepared<{ fromId: string; toId: string }>()((param) =>
  build
    .selectFrom('relations')
    .select(['id', 'kind'])
    .where('fromId', '=', param('fromId'))
    .where('toId', '=', param('toId'))
    .where(isActive('relations')),
)

/** The relation that says that `otherId` is the `kind` of `contactId`, in whichever direction it was written. */
export const findSameRelation = (db: Db, contactId: string, otherId: string, kind: RelationKind): string | null => {
  const forth = relationsBetween(db, { fromId: contactId, toId: otherId }).find((row) => row.kind === kind)
  const back = relationsBetween(db, { fromId: otherId, toId: contactId }).find((row) => row.kind === inverseKind(kind))
  return forth?.id ?? back?.id ?? null
}

export const insertRelation = (tx: WriteTx, row: NewRow<'relations'>): string => tx.insert('relations', row)

export const updateRelation = (tx: WriteTx, id: string, changes: RowChanges<'relations'>): boolean =>
  tx.update('relations', id, changes)

export const endRelation = (tx: WriteTx, id: string): void => tx.archive('relations', id)
