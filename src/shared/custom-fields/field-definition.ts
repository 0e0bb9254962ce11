// A field of the office's own: what it is called, what it takes, and the choices that it offers.
import { z } from 'zod'
import { currency, fieldedType, id, line, requiredLine } from '#shared/base/fields.ts'
import { tagColour } from '#shared/tags/tag.ts'
import { customKey } from './custom-values.ts'
import { customFieldType } from './field-type.ts'

/** Fields of one kind of record, removed ones not counted. */
export const MOST_FIELDS = 500
export const MOST_CHOICES = 500

const config = {
  /** A sentence below the field in forms. */
  help: line(200).nullable(),
  /** Of numbers: how many digits may stand behind the decimal mark. */
  decimals: z.int().min(0).max(6),
  /** Of numbers: what stands behind them, `kg`. */
  unit: line(20).nullable(),
  /** Of amounts: the one currency they are all in. */
  currency: currency.nullable(),
  /** Of links: the kind of record they lead to. */
  target: fieldedType.nullable(),
  /** Of automatic numbers: what stands ahead of them. */
  prefix: line(12).regex(/^[\p{L}\p{N}_./-]*$/u),
  /** Of automatic numbers: how many digits they have at least. */
  width: z.int().min(1).max(12),
}

/** What more a type has to be told; it reads only what concerns it. */
export const fieldConfig = z.object({
  help: config.help.default(null),
  decimals: config.decimals.default(2),
  unit: config.unit.default(null),
  currency: config.currency.default(null),
  target: config.target.default(null),
  prefix: config.prefix.default(''),
  width: config.width.default(4),
})
/** Only what is given changes. */
export const fieldConfigChanges = z.object(config).partial()
export type FieldConfigChanges = z.infer<typeof fieldConfigChanges>
export type FieldConfig = z.infer<typeof fieldConfig>

/** The same quiet tints as those of tags. */
export const choiceColour = tagColour

export const fieldName = requiredLine(80)

export const fieldChoice = z.object({ id, name: requiredLine(100), colour: choiceColour.nullable(), position: z.string() })
export type FieldChoice = z.infer<typeof fieldChoice>

export const fieldDefinition = z.object({
  id,
  entity: fieldedType,
  name: fieldName,
  type: customFieldType,
  /** The field's permanent name on records. */
  key: customKey,
  config: fieldConfig,
  position: z.string(),
  isRequired: z.boolean(),
  /** Those that can be chosen, in their order. */
  choices: z.array(fieldChoice),
  /** Those that were removed: a record may still hold one. */
  formerChoices: z.array(fieldChoice),
})
export type FieldDefinition = z.infer<typeof fieldDefinition>
