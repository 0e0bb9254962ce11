// The tree of companies as it stands, read in the companies' own table.
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isThere } from '#main/db/selection.ts'

/** Each company that belongs to another, and to which. */
export const listParents = (db: Db): ReadonlyMap<string, string> =>
  new Map(
    db
      .all(build.selectFrom('companies').select(['id', 'parentId']).where('parentId', 'is not', null).where(isThere('companies')))
      .flatMap(({ id, parentId }) => (parentId === null ? [] : [[id, parentId] as const])),
  )
