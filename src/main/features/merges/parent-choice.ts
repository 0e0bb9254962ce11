// To which company the merged one may belong: to none of those merged, and to none that would then belong to it.
import { wouldCircle } from '#shared/customers/company-tree.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import type { Members } from './merge-records.ts'

const parentById = prepared<{ id: string }>()((param) =>
  build.selectFrom('companies').select('parentId').where('id', '=', param('id')),
)

/** The parent as it will be; null where it would lead back to the company itself. */
export const soundParent = (db: Db, members: Members, parentId: unknown): string | null => {
  if (typeof parentId !== 'string' || members.has(parentId)) return null
  const above = (id: string): string | null => {
    const parent = parentById(db, { id })[0]?.parentId ?? null
    return parent === null ? null : members.become(parent)
  }
  return wouldCircle(members.winnerId, parentId, above) ? null : parentId
}
