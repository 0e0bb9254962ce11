// A field as lists, filters and paste know it: built in, or of the office's own.
import { z } from 'zod'
import { currency, id } from '#shared/base/fields.ts'
import { fieldType } from './field-type.ts'
import { listEntity } from './list-entity.ts'

/** One choice of a field: a stage, a status, a choice of a custom field. Exactly one of `label` and `labelKey` is there. */
export const listChoice = z.object({
  value: z.string(),
  label: z.string().nullable(),
  labelKey: z.string().nullable(),
  colour: z.string().nullable(),
  /** No longer offered; cells may still hold it. */
  isArchived: z.boolean(),
  /** Of stages: the pipeline they belong to. */
  group: z.string().nullable(),
})
export type ListChoice = z.infer<typeof listChoice>

export const listField = z.object({
  /** A column's name, or a custom field's key. Never changes. */
  id: z.string(),
  type: fieldType,
  /** The office's own word, or a key of the catalogue: exactly one of the two. */
  label: z.string().nullable(),
  labelKey: z.string().nullable(),
  isCustom: z.boolean(),
  isSortable: z.boolean(),
  isFilterable: z.boolean(),
  isEditable: z.boolean(),
  isSummable: z.boolean(),
  isGroupable: z.boolean(),
  /** May not be emptied. */
  isRequired: z.boolean(),
  choices: z.array(listChoice),
  /** Of amounts that all have one currency. */
  currency: currency.nullable(),
  /** Of references: what is referred to. */
  target: listEntity.nullable(),
  /** Pixels at first. */
  width: z.int(),
  /** Whether the column is shown before anybody has chosen columns. */
  isShown: z.boolean(),
})
export type ListField = z.infer<typeof listField>

export const moneyValue = z.object({ amountMinor: z.int(), currency: z.string() })
export const cellReference = z.object({ id, name: z.string(), entity: listEntity.nullable() })
export const cellTag = z.object({ id, name: z.string(), colour: z.string() })

/**
 * What a cell holds, by type: text, number, day, moment and choice as they are (null: empty), boolean, an amount, a user or other record with
 * its name, several choices as ids, tags in order of their names.
 */
export const cellValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  moneyValue,
  cellReference,
  z.array(z.string()),
  z.array(cellTag),
])
export type CellValue = z.infer<typeof cellValue>
