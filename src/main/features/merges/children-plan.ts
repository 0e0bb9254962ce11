// Everything that refers to a record that is merged, found by the registry of references: a table that is added later goes along by itself.
import { sql } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { type Reference, references } from '#main/db/registry/references.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import type { Members } from './merge-records.ts'
import type { Step } from './step.ts'

/** Tables with a way of their own: see natural-tables.ts, points-plan.ts and relations-plan.ts. */
const OWN_WAY: ReadonlySet<TableName> = new Set([
  ...(['companyContacts', 'recordTags', 'favourites', 'activityLinks', 'notDuplicates'] as const),
  ...(['contactPoints', 'relations'] as const),
])

/** The way of a record that was merged before stays as it was: to the one that is a loser now, and on from there. */
const STAYS = 'mergedIntoId'

/** What simply goes over: a row's column names the winner where it named a loser. */
export const movedReferences = (members: Pick<Members, 'table'>): readonly Reference[] =>
  references.filter(({ table, column, to }) => to === members.table && !OWN_WAY.has(table) && column !== STAYS)

interface Child {
  readonly id: string
  readonly isActive: 0 | 1
}

/** Archived rows go over too, so that they are found where they belong when they are restored. `isCounting`: those in use only. */
export const planChildren = (db: Db, members: Members, isCounting = false): readonly Step[] =>
  movedReferences(members).flatMap((reference) =>
    childrenOf(db, members, reference, isCounting).map(({ id, isActive }) => ({
      ...{ table: reference.table, kind: 'moved' as const, isActive: isActive === 1 },
      // The registry names the column; every reference is a text.
      apply: (tx) => void tx.update(reference.table, id, { [reference.column]: members.winnerId }),
    })),
  )

const childrenOf = (db: Db, { ids, losers }: Members, { table, column }: Reference, isCounting: boolean): readonly Child[] =>
  db.all(
    compileSql(
      sql<Child>`select id, archivedAt is null as isActive from ${sql.table(table)}
        where ${sql.ref(column)} in (${sql.join(losers)}) and id not in (${sql.join(ids)})
        ${isCounting ? sql`and archivedAt is null` : sql``} order by id`,
    ),
  )
