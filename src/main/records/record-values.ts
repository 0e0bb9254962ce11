// A record's values as rules read them: all its columns, and the office's own fields beside them.
import { sql } from 'kysely'
import { AppError } from '#shared/base/app-error.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import { fieldValuesOf, type FieldValues } from '#shared/custom-fields/conditions.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { recordTableOf } from './record-tables.ts'

export const readRecordValues = (db: Db, entity: FieldedType, id: string): FieldValues => {
  const table = recordTableOf(entity)
  const row = db.get(compileSql(sql<Record<string, unknown>>`select * from ${sql.table(table)} where id = ${id}`))
  if (!row) throw new AppError('not_found', 'errors.gone', { table, id })
  return fieldValuesOf(row)
}
