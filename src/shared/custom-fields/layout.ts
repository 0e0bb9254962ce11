// How the fields of a record are laid out: sections of one or two columns, in which built-in and own fields stand side by side.
import { z } from 'zod'
import { fieldedType, type FieldedType, id, line } from '#shared/base/fields.ts'
import { listFields, titleField } from '#shared/lists/list-fields.ts'
import { listEntity, type ListEntity, recordTypeOf } from '#shared/lists/list-entity.ts'
import type { FieldDefinition } from './field-definition.ts'
import { inFirstOrder } from './first-order.ts'

export const layoutSection = z.object({
  id: z.string().min(1).max(40),
  /** Without one the section is called by its id, or not at all. */
  title: line(80).nullable(),
  columns: z.union([z.literal(1), z.literal(2)]),
  fields: z.array(z.string().min(1).max(60)).max(600),
})
export type LayoutSection = z.infer<typeof layoutSection>

export const layoutConfig = z.object({
  sections: z.array(layoutSection).min(1).max(50),
  /** Fields that neither cards nor forms show. */
  hidden: z.array(z.string().min(1).max(60)).max(600),
})
export type LayoutConfig = z.infer<typeof layoutConfig>

/** The layout of a record type; of records without one where `recordTypeId` is null. */
export const recordLayout = z.object({ recordTypeId: id.nullable(), config: layoutConfig })
export type RecordLayout = z.infer<typeof recordLayout>

export const recordTypeDefinition = z.object({ id, entity: fieldedType, name: line(80).min(1), position: z.string() })
export type RecordTypeDefinition = z.infer<typeof recordTypeDefinition>

export const listOf = (entity: FieldedType): ListEntity => {
  const found = listEntity.options.find((option) => recordTypeOf[option] === entity)
  if (!found) throw new Error(`${entity} has no list.`)
  return found
}

/** Where Kith's own and the office's fields stand at first. */
export const MAIN_SECTION = 'main'
export const OWN_SECTION = 'own'

/** Stages stand in the head of the card. */
const inHead = new Set(['stageId', 'lifecycleStageId'])

/** The built-in fields that can be laid out: all that can be edited, but those of the card's head: the name, the stage and the tags. */
export const laidOutColumns = (entity: FieldedType): readonly string[] => {
  const list = listOf(entity)
  const columns = listFields[list].flatMap(({ id: name, isEditable, type }) =>
    isEditable && type !== 'tags' && name !== titleField[list] && !inHead.has(name) ? [name] : [],
  )
  return inFirstOrder(entity, columns)
}

/**
 * The layout as it is shown: what no longer exists is left out, and what nobody has placed yet stands at the end, so that a new field is
 * seen at once.
 */
export const arrangedLayout = (
  entity: FieldedType,
  stored: LayoutConfig | null,
  definitions: readonly FieldDefinition[],
): LayoutConfig => {
  const columns = laidOutColumns(entity)
  const keys = definitions.map(({ key }) => key)
  const known = new Set([...columns, ...keys])
  const hidden = (stored?.hidden ?? []).filter((field) => known.has(field))
  const sections = (stored?.sections ?? []).map((section) => ({
    ...section,
    fields: section.fields.filter((field) => known.has(field)),
  }))
  const placed = new Set([...hidden, ...sections.flatMap(({ fields }) => fields)])
  const withRest = (fields: readonly string[], sectionId: string): void => {
    const rest = fields.filter((field) => !placed.has(field))
    if (rest.length === 0) return
    const section = sections.find(({ id: own }) => own === sectionId) ?? (stored === null ? undefined : sections.at(-1))
    if (section) section.fields = [...section.fields, ...rest]
    else sections.push({ id: sectionId, title: null, columns: 2, fields: rest })
  }
  withRest(columns, MAIN_SECTION)
  withRest(keys, OWN_SECTION)
  return { sections, hidden }
}
