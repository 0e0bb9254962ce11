// The SQL of activities, one at a time.
import { type Activity, activity } from '#shared/activities/activity.ts'
import { build } from '#main/db/builder.ts'
import type { Db, NewRow, RowChanges, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isThere } from '#main/db/selection.ts'

const activityById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('activities')
    .select(columnsOf('activities', activity))
    .where('id', '=', param('id'))
    .where(isThere('activities')),
)

export const findActivity = (db: Db, id: string): Activity | undefined => activityById(db, { id })[0]

export const insertActivity = (tx: WriteTx, row: NewRow<'activities'>): string => tx.insert('activities', row)

export const updateActivity = (tx: WriteTx, id: string, changes: RowChanges<'activities'>): boolean =>
  tx.update('activities', id, changes)
