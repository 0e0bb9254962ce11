// A saved view: columns, order, filter and grouping of a list, one's own or everybody's.
import { z } from 'zod'
import { id, requiredLine } from '#shared/base/fields.ts'
import { EVERYTHING, filter } from './filter.ts'
import { listEntity } from './list-entity.ts'
import { fieldId, listSort } from './list-question.ts'

export const viewColumn = z.object({ field: fieldId, width: z.int().min(40).max(1200).nullable().default(null) })

export const viewConfig = z.object({
  /** In order. Empty: those that the entity shows at first. */
  columns: z.array(viewColumn).max(200).default([]),
  /** How many of the first columns stay when the list is scrolled sideways. */
  frozen: z.int().min(0).max(10).default(1),
  sort: listSort.nullable().default(null),
  filter: filter.default(EVERYTHING),
  group: fieldId.nullable().default(null),
  density: z.enum(['normal', 'compact']).nullable().default(null),
})
export type ViewConfig = z.output<typeof viewConfig>

export const listView = z.object({
  id,
  entity: listEntity,
  name: requiredLine(100),
  isShared: z.boolean(),
  /** Whose it is; a shared view may be changed by everybody. */
  ownerId: id.nullable(),
  position: z.string(),
  config: viewConfig,
})
export type ListView = z.infer<typeof listView>

export const newView = z.object({
  entity: listEntity,
  name: requiredLine(100),
  isShared: z.boolean().default(false),
  config: viewConfig,
})
export const viewChanges = z.object({
  id,
  name: requiredLine(100).optional(),
  isShared: z.boolean().optional(),
  config: viewConfig.optional(),
})
