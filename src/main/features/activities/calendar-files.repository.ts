// The SQL of calendar files: what came in before.
import { type Activity, activity } from '#shared/activities/activity.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isThere } from '#main/db/selection.ts'

const byUid = prepared<{ uid: string }>()((param) =>
  build
    .selectFrom('activities')
    .select(columnsOf('activities', activity))
    .where('icsUid', '=', param('uid'))
    .where(isThere('activities')),
)

/** Every row that came from entries with this uid, archived ones too. */
export const listByUid = (db: Db, uid: string): Activity[] => byUid(db, { uid })
