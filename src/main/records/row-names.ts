// How the rows of a table are called, and whose ids stand in a column.
import { sql } from 'kysely'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { references } from '#main/db/registry/references.ts'
import type { TableName } from '#main/db/registry/tables.ts'

const OTHER_NAMES: Readonly<Partial<Record<TableName, string>>> = {
  ...{ deals: 'title', activities: 'title', tickets: 'subject', orders: 'number', companyContacts: 'role', imports: 'fileName' },
}

/** The column that names a row of the table. */
export const nameColumnOf = (table: TableName): string => OTHER_NAMES[table] ?? 'name'

/** What a row is called, archived or not; null where it is not there or has no name. */
export const nameOfRow = (db: Db, table: TableName, id: string): string | null =>
  db.get(
    compileSql(
      sql<{ name: string | null }>`select ${sql.ref(nameColumnOf(table))} as name from ${sql.table(table)} where id = ${id}`,
    ),
  )?.name ?? null

const tablesByColumn = new Map(
  [...Map.groupBy(references, ({ column }) => column)].map(([column, led]) => [column, [...new Set(led.map(({ to }) => to))]]),
)

/** The tables whose ids a column of this name holds: one, or several where it may be of any kind; none where it holds no ids. */
export const tablesOfColumn = (column: string): readonly TableName[] => tablesByColumn.get(column) ?? []
