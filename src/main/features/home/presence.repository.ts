// When users were here, in the memory of this machine.
import { type Presence, presence } from '#shared/home/presence.ts'
import { build } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'

const place = (userId: string) => ({ userId, scope: 'home', key: 'presence' })

const presenceOf = prepared<{ userId: string }>()((param) =>
  build
    .selectFrom('local_state')
    .select('value')
    .where('userId', '=', param('userId'))
    .where('scope', '=', 'home')
    .where('key', '=', 'presence'),
)

export const findPresence = (db: Db, userId: string): Presence | null => {
  const value = presenceOf(db, { userId })[0]?.value
  return value === undefined ? null : presence.parse(JSON.parse(value))
}

export const keepPresence = (tx: WriteTx, userId: string, value: Presence): void => tx.keep(place(userId), JSON.stringify(value))
