// SQL over custom fields. The text of a sort key must be exactly that of the field's index, or the index is not used.
import { type RawBuilder, sql } from 'kysely'
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { TableName } from '../registry/tables.ts'

/** Behind every value, so that blanks come last. */
export const BLANK_KEY = 'char(1114111)'

const checked = (key: string): string => {
  if (storageClassOf(key) === null) throw new Error(`${key} is not the key of a custom field.`)
  return key
}

/** A field's sort key as SQL text; `table` may be left out where there is only one. */
export const fieldKeyText = (key: string, table?: string): string =>
  `coalesce(${table === undefined ? '' : `"${table}".`}"customKeys" ->> '$.${checked(key)}', ${BLANK_KEY})`

/** What a list sorts by: the stored key of the field, blanks behind all others. Text is folded, Chinese by pinyin. */
export const fieldKey = (table: TableName, key: string): RawBuilder<string | number> => sql.raw(fieldKeyText(key, table))

/** A field's value as it is stored; several choices are a JSON list, yes and no are 1 and 0. */
export const fieldValue = (table: string, key: string): RawBuilder<string | number | null> =>
  sql.raw(`"${table}"."custom" ->> '$.${checked(key)}'`)
