// The SQL of further phone numbers, addresses and the like.
import { type ContactPoint, contactPoint, type PointKind } from '#shared/customers/contact-point.ts'
import { build } from '#main/db/builder.ts'
import type { Db, NewRow, RowChanges, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'
import { keyBehind, placesOfMove } from '#main/records/reorder.ts'

const pointById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('contactPoints')
    .select(columnsOf('contactPoints', contactPoint))
    .where('id', '=', param('id'))
    .where(isActive('contactPoints')),
)

export const findPoint = (db: Db, id: string): ContactPoint | undefined => {
  const row = pointById(db, { id })[0]
  return row && contactPoint.parse(row)
}

const pointsOfKind = prepared<{ recordId: string; kind: string }>()((param) =>
  build
    .selectFrom('contactPoints')
    .select(columnsOf('contactPoints', contactPoint))
    .where('recordId', '=', param('recordId'))
    .where('kind', '=', param('kind') as PointKind)
    .where(isActive('contactPoints'))
    .orderBy('position')
    .orderBy('id'),
)

/** The further points of one kind, in their order. */
export const listPointsOf = (db: Db, recordId: string, kind: PointKind): ContactPoint[] =>
  pointsOfKind(db, { recordId, kind }).map((row) => contactPoint.parse(row))

/** Adds a point behind the others of its kind. */
export const insertPoint = (tx: WriteTx, row: Omit<NewRow<'contactPoints'>, 'position'>): string => {
  const last = listPointsOf(tx, row.recordId, row.kind).at(-1)?.position ?? null
  return tx.insert('contactPoints', { ...row, position: keyBehind(last) })
}

/** Puts a point before the others of its kind. */
export const putFirst = (tx: WriteTx, point: ContactPoint): void => {
  const all = listPointsOf(tx, point.recordId, point.kind)
  if (all.length === 0 || all[0]?.id === point.id) return
  const others = all.filter(({ id }) => id !== point.id)
  for (const { id, position } of placesOfMove(others, point.id, 0)) tx.update('contactPoints', id, { position })
}

export const updatePoint = (tx: WriteTx, id: string, changes: RowChanges<'contactPoints'>): boolean =>
  tx.update('contactPoints', id, changes)

export const endPoint = (tx: WriteTx, id: string): void => tx.archive('contactPoints', id)
