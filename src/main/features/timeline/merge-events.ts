// What became part of a record: one entry a merge, with the records it took in.
import { sql } from 'kysely'
import type { TimelineEntry } from '#shared/timeline/timeline.contract.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import type { TimelineRecord } from './activities.repository.ts'
import { readUserNames } from './around.repository.ts'
import { inOrder, isOnPage, type Page } from './place.ts'

type MergeEntry = Extract<TimelineEntry, { kind: 'merge' }>

interface MergedRow {
  readonly id: string
  readonly name: string
  readonly at: string
}

/** There are few of them: all are read, and those of the page told. */
export const mergeEntries = ({ db, log }: CallContext, record: TimelineRecord, page: Page): readonly MergeEntry[] => {
  const { recordType } = record
  if (recordType !== 'company' && recordType !== 'contact') return []
  const table = recordType === 'company' ? 'companies' : 'contacts'
  const merges = [...Map.groupBy(listMerged(db, table, record.recordId), ({ at }) => at)].flatMap(([at, rows]) =>
    rows[0] ? [{ id: `merge:${rows[0].id}`, at, records: rows.map(({ id, name }) => ({ id, name })) }] : [],
  )
  const shown = inOrder(merges.filter((merge) => isOnPage(merge, page))).slice(0, page.limit < 0 ? undefined : page.limit)
  const users = shown.length > 0 ? readUserNames(db) : new Map<string, string>()
  return shown.map((merge) => {
    const change = log
      .ofRow(table, merge.records[0]?.id ?? '')
      .find(({ changes }) => changes.some(({ field, to }) => field === 'mergedIntoId' && to === record.recordId))
    return { ...merge, kind: 'merge', actorName: users.get(change?.actorId ?? '') ?? null }
  })
}

/** The records of one merge have one moment. */
const listMerged = (db: Db, table: 'companies' | 'contacts', id: string): readonly MergedRow[] =>
  db.all(
    compileSql(
      sql<MergedRow>`select id, name, archivedAt as at from ${sql.table(table)}
        where mergedIntoId = ${id} and archivedReason = 'merged' order by archivedAt desc, sortName, id`,
    ),
  )
