// Companies that stand above themselves, which only machines that wrote apart can bring about: each choice of a parent was fine where it was made.
import { sql } from 'kysely'
import { circlesAmong } from '#shared/customers/company-tree.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isThere } from '#main/db/selection.ts'

/**
 * Each circle with its smallest id first, archived companies among them; each company belongs to the next one, the last to the first. Looks at
 * companies that belong to another and have others below them, by the index of parents: most have no company below them.
 */
export const listCircles = (db: Db): readonly (readonly string[])[] => {
  // The plus keeps SQLite from going through all companies that have a parent.
  const between = db.all(
    compileSql(
      sql<{ id: string; parentId: string }>`select id, parentId from ${sql.table('companies')}
        where id in (select parentId from ${sql.table('companies')} where parentId is not null)
          and +parentId is not null and ${isThere('companies')}`,
    ),
  )
  return circlesAmong(new Map(between.map(({ id, parentId }) => [id, parentId])))
}
