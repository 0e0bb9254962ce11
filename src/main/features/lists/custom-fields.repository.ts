// The SQL of the office's own fields, as far as lists need to know them.
import { sql } from 'kysely'
import { z } from 'zod'
import { customKey, type StorageClass, storageClassOf } from '#shared/custom-fields/custom-values.ts'
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

const fieldRows = prepared<{ entity: string }>()((param) =>
  build
    .selectFrom('customFields')
    .select(['id', 'key', 'type', 'name', 'isRequired', 'config'])
    .where('entity', '=', sql<'company'>`${param('entity')}`)
    .where(isActive('customFields'))
    .orderBy('position')
    .orderBy('id'),
)

const entityOf = (target: string | null | undefined): ListEntity | null =>
  listEntity.options.find((entity) => entity === target || recordTypeOf[entity] === target) ?? null

/** The fields in use of an entity, in order. */
export const listCustomFields = (db: Db, entity: ListEntity): CustomFieldRow[] => {
  const recordType = recordTypeOf[entity]
  if (recordType === null) return []
  return fieldRows(db, { entity: recordType }).flatMap(({ config: json, ...row }) => {
    const letter = storageClassOf(row.key)
    if (letter === null) return []
    const { currency = null, target } = config.parse(JSON.parse(json))
    return [{ ...row, letter, currency, target: entityOf(target) }]
  })
}

export const isCustomKey = (field: string): boolean => customKey.safeParse(field).success

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
