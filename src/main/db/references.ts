// References between records are checked by rule, not by the schema: two offline machines could not keep a foreign key.
import { sql } from 'kysely'
import { AppError } from '#shared/base/app-error.ts'
import { compileSql } from './builder.ts'
import type { Db } from './database.ts'
import type { TableName } from './registry/tables.ts'
import { isThere } from './selection.ts'

export interface ReferenceTo {
  readonly field: string
  readonly table: TableName
  /** Nothing is checked for null and undefined. */
  readonly id: string | null | undefined
}

/** Throws `invalid_input`, with an issue for each field that names a record which is not there. Archived records may be referred to. */
export const requireReferences = (db: Db, references: readonly ReferenceTo[]): void => {
  const issues = references
    .filter(({ table, id }) => id !== null && id !== undefined && !isRow(db, table, id))
    .map(({ field }) => ({ field, code: 'reference_gone', params: {} }))
  if (issues.length > 0) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
}

/** Whether a row of the table can be looked at. */
export const isRow = (db: Db, table: TableName, id: string): boolean =>
  db.get(compileSql(sql<{ found: 1 }>`select 1 as found from ${sql.table(table)} where id = ${id} and ${isThere(table)}`)) !==
  undefined
