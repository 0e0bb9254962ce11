// Drafts in the memory of this machine.
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'

const SCOPE = 'draft'

export const draftPlace = (userId: string, key: string) => ({ userId, scope: SCOPE, key })

const draftByKey = prepared<{ userId: string; key: string }>()((param) =>
  build
    .selectFrom('local_state')
    .select(['value', 'at'])
    .where('userId', '=', param('userId'))
    .where('scope', '=', SCOPE)
    .where('key', '=', param('key')),
)

export const findDraft = (db: Db, userId: string, key: string): { readonly value: string; readonly at: string } | null =>
  draftByKey(db, { userId, key })[0] ?? null
