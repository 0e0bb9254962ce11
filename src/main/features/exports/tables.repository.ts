// The SQL of an export of everything: whole tables, a page at a time, and what is to be known before.
import { sql, type SqlBool } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { layoutFor } from '#main/db/registry/layout.ts'
import { registry, type TableName } from '#main/db/registry/tables.ts'
import { isThere } from '#main/db/selection.ts'

/** In the order of their numbers: what is referred to mostly comes before what refers to it. */
export const tableNames = (Object.keys(registry) as TableName[]).toSorted((a, b) => registry[a].id - registry[b].id)

export interface OwnField {
  readonly entity: string
  readonly key: string
  readonly name: string
}

/** All that were ever made and not undone, archived ones too: records may hold their values. */
export const listOwnFields = (db: Db): OwnField[] =>
  db.all(
    compileSql(
      sql<OwnField>`select entity, key, name from customFields where ${isThere('customFields')} order by entity, position, id`,
    ),
  )

export const countRows = (db: Db, table: TableName): number =>
  db.get(compileSql(sql<{ count: number }>`select count(*) as count from ${sql.table(table)} where ${isThere(table)}`))?.count ??
  0

export type WholeRow = Readonly<Record<string, unknown>> & { readonly no: number }

const PAGE = 1000

/** Every row but those whose creation was undone, in the order they were made. Custom fields are an object under `custom`. */
export const wholeTable = function* (db: Db, table: TableName): Generator<WholeRow[]> {
  const { columns, customFor } = layoutFor(table)
  const names = ['no', 'id', 'updatedAt', ...columns, ...(customFor === null ? [] : ['custom'])]
  const selected = sql.join(names.map((name) => sql.ref(name)))
  let after = 0
  for (;;) {
    const rows = db.all(
      compileSql(sql<WholeRow>`select ${selected} from ${sql.table(table)}
        where no > ${after} and ${isThere(table)} order by no limit ${PAGE}`),
    )
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.no
  }
}

/** What a new workspace holds by itself. */
const USUAL: ReadonlySet<TableName> = new Set(['users', 'settings', 'pipelines', 'stages', 'ticketStatuses', 'lifecycleStages'])

/** The first table that holds more than a new workspace does; removed samples do not count. */
export const findFilledTable = (db: Db): TableName | undefined =>
  tableNames.find((table) => {
    const isKept = sql<SqlBool>`archivedReason is null or archivedReason in ('user', 'merged')`
    return (
      !USUAL.has(table) &&
      db.get(compileSql(sql<{ found: 1 }>`select 1 as found from ${sql.table(table)} where ${isKept} limit 1`)) !== undefined
    )
  })

/** The rows of a table that are in use. */
export const listActiveIds = (db: Db, table: TableName): string[] =>
  db.all(compileSql(sql<{ id: string }>`select id from ${sql.table(table)} where archivedAt is null`)).map(({ id }) => id)

export interface KeptContent {
  readonly id: string
  readonly name: string
  readonly hash: string
}

/** Every file that a record names, archived ones too. */
export const listContents = (db: Db): KeptContent[] =>
  db.all(compileSql(sql<KeptContent>`select id, name, hash from attachments where ${isThere('attachments')} order by no`))
