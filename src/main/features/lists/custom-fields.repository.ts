// The SQL of the office's own fields, as far as lists need to know them.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { type StorageClass, storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { type ListEntity, listEntity, recordTypeOf } from '#shared/lists/list-entity.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'

export interface CustomFieldRow {
  readonly id: string
  readonly key: string
  readonly letter: StorageClass
  readonly type: string
  readonly name: string
  readonly isRequired: boolean
  readonly currency: string | null
  readonly target: ListEntity | null
}

const config = z
  .object({ currency: z.string().nullable().catch(null), target: z.string().nullable().catch(null) })
  .partial()
  .catch({})

const fieldsWhere = (entity: string, only: RawBuilder<SqlBool>) =>
  build
    .selectFrom('customFields')
    .select(['id', 'key', 'type', 'name', 'isRequired', 'config'])
    .where('entity', '=', sql<'company'>`${entity}`)
    .where(isActive('customFields'))
    .where(only)
    .orderBy('position')
    .orderBy('id')

const fieldRows = prepared<{ entity: string }>()((param) => fieldsWhere(param('entity'), sql<SqlBool>`true`))
const namedFieldRows = prepared<{ entity: string; keys: string }>()((param) =>
  fieldsWhere(param('entity'), sql<SqlBool>`key in (select value from json_each(${param('keys')}))`),
)

type Row = ReturnType<typeof fieldRows>[number]

const entityOf = (target: string | null | undefined): ListEntity | null =>
  listEntity.options.find((entity) => entity === target || recordTypeOf[entity] === target) ?? null

const toField = ({ config: json, ...row }: Row): CustomFieldRow[] => {
  const letter = storageClassOf(row.key)
  if (letter === null) return []
  // Lists ask for the same fields again and again, and only amounts and links need their settings.
  const { currency = null, target = null } = letter === 'm' || letter === 'r' ? config.parse(JSON.parse(json)) : {}
  return [{ ...row, letter, currency, target: entityOf(target) }]
}

/** The fields in use of an entity, in order. */
export const listCustomFields = (db: Db, entity: ListEntity): CustomFieldRow[] =>
  fieldRows(db, { entity: recordTypeOf[entity] ?? '' }).flatMap(toField)

/** Those of them that have one of these keys. */
export const listNamedFields = (db: Db, entity: ListEntity, keys: readonly string[]): CustomFieldRow[] =>
  namedFieldRows(db, { entity: recordTypeOf[entity] ?? '', keys: JSON.stringify(keys) }).flatMap(toField)

export const isCustomKey = (field: string): boolean => storageClassOf(field) !== null

const choiceRows = prepared<{ entity: string }>()((param) =>
  build
    .selectFrom('fieldChoices')
    .innerJoin('customFields', 'customFields.id', 'fieldChoices.fieldId')
    .select(['customFields.key', 'fieldChoices.id', 'fieldChoices.name', 'fieldChoices.colour', 'fieldChoices.archivedAt'])
    .where('customFields.entity', '=', sql<'company'>`${param('entity')}`)
    .orderBy('fieldChoices.position')
    .orderBy('fieldChoices.id'),
)

/** The choices of all fields of an entity, removed ones too, in order. */
export const listFieldChoices = (db: Db, entity: ListEntity) => choiceRows(db, { entity: recordTypeOf[entity] ?? '' })
