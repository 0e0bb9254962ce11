// From which file and source an import brought values in, read in the note that it left in its own operation.
import { sql } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'

export interface ImportNote {
  readonly fileName: string
  readonly source: string | null
}

/**
 * By operation. A version is the local number of its machine times 2^36, and the number of its change set; a change set without a row of its own is
 * an operation of its own.
 */
export const readImportNotes = (db: Db, operations: ReadonlySet<string>): ReadonlyMap<string, ImportNote> => {
  if (operations.size === 0) return new Map()
  const rows = db.all(
    compileSql(
      sql<ImportNote & { operation: string }>`
        select imports.fileName, (select name from ${sql.table('importSources')} where id = imports.sourceId) as source,
          lower(hex(o.origin)) || '-' || coalesce(c.op, imports.ver % 68719476736) as operation
        from ${sql.table('imports')}
        join ${sql.table('sync_origin')} as o on o.oid = imports.ver / 68719476736
        left join ${sql.table('sync_change')} as c on c.oid = o.oid and c.seq = imports.ver % 68719476736`,
    ),
  )
  return new Map(rows.flatMap(({ operation, ...note }) => (operations.has(operation) ? [[operation, note] as const] : [])))
}
