// From when the file is, where it was copied or brought back: remembered on this machine until somebody settled what that means for the office.
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { COPY_PLACE } from '#main/db/log/incarnation.ts'

/** As ISO 8601; null: there is nothing to settle. */
export const findCopyMoment = (db: Db): string | null => {
  const { userId, scope, key } = COPY_PLACE
  const place = build.selectFrom('local_state').select('value')
  return db.get(place.where('userId', '=', userId).where('scope', '=', scope).where('key', '=', key))?.value ?? null
}
