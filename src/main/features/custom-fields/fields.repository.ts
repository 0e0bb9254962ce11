// The SQL of the office's own fields and their choices.
import { sql } from 'kysely'
import type { FieldedType } from '#shared/base/fields.ts'
import { fieldDefinition, type FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { build, compileSql } from '#main/db/builder.ts'
import { fieldValue } from '#main/db/custom/field-sql.ts'
import type { Db } from '#main/db/database.ts'
import { isActive, isInState, isThere } from '#main/db/selection.ts'
import { readFieldBook } from '#main/records/field-book.ts'
import { recordTableOf } from '#main/records/record-tables.ts'

/** A field as its row says it, removed or not. */
export const findFieldRow = (db: Db, id: string) =>
  db.get(
    build
      .selectFrom('customFields')
      .select(['id', 'entity', 'name', 'type', 'key', 'archivedAt'])
      .where('id', '=', id)
      .where(isThere('customFields')),
  )

/** A field in use with its choices. */
export const findField = (db: Db, id: string): FieldDefinition | undefined => {
  const row = findFieldRow(db, id)
  return row && readFieldBook(db, row.entity).fields.find((field) => field.id === id)
}

export const listRemovedFields = (db: Db, entity: FieldedType) =>
  db
    .all(
      build
        .selectFrom('customFields')
        .select(['id', 'name', 'type', 'key', 'archivedAt as removedAt'])
        .where('entity', '=', entity)
        .where(isInState('customFields', 'archived'))
        .orderBy('archivedAt', 'desc')
        .orderBy('id'),
    )
    .flatMap(({ key, type, removedAt, ...field }) => {
      const known = fieldDefinition.shape.type.safeParse(type).data
      return known === undefined || removedAt === null
        ? []
        : [{ ...field, type: known, removedAt, records: countHolders(db, entity, key) }]
    })

const countHolders = (db: Db, entity: FieldedType, key: string): number => {
  const table = recordTableOf(entity)
  const row = db.get(
    compileSql(
      sql<{ n: number }>`select count(*) as n from ${sql.table(table)}
        where custom is not null and ${fieldValue(table, key)} is not null and ${isThere(table)}`,
    ),
  )
  return row?.n ?? 0
}

export const findChoiceRow = (db: Db, id: string) =>
  db.get(
    build
      .selectFrom('fieldChoices')
      .select(['id', 'fieldId', 'name', 'archivedAt'])
      .where('id', '=', id)
      .where(isActive('fieldChoices')),
  )

/** The records that hold a choice, archived ones too: those that were merely put away come back with it. */
export const listHolders = (db: Db, { entity, key, type }: FieldDefinition, choiceId: string): readonly string[] => {
  const table = recordTableOf(entity)
  const holds =
    type === 'choices'
      ? sql`exists (select 1 from json_each(${fieldValue(table, key)}) where value = ${choiceId})`
      : sql`${fieldValue(table, key)} = ${choiceId}`
  return db
    .all(
      compileSql(
        sql<{ id: string }>`select id from ${sql.table(table)} where custom is not null and ${holds} and ${isThere(table)}`,
      ),
    )
    .map(({ id }) => id)
}
