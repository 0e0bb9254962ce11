// Changing rows of a list: one cell, a pasted block, or twelve thousand records at once.
import { z } from 'zod'
import { appErrorData } from './refusal.ts'
import { id } from '#shared/base/fields.ts'
import { listEntity } from './list-entity.ts'
import { moneyValue } from './list-field.ts'
import { fieldId, listSelection } from './list-question.ts'

/** What a field is set to, by its type; null empties it. Tags are added and removed. */
export const newValue = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.null(),
  moneyValue,
  z.array(z.string().max(100)).max(1000),
  z.object({ add: z.array(id).max(100).default([]), remove: z.array(id).max(100).default([]) }),
])
export type NewValue = z.output<typeof newValue>

export const listChanges = z.record(fieldId, newValue)
export type ListChanges = z.output<typeof listChanges>

/** One record that its own rules refused. */
export const listRefusal = z.object({ id, title: z.string(), error: appErrorData })
export type ListRefusal = z.infer<typeof listRefusal>

/** Refusals that are listed; `refused` counts them all. */
export const MAX_REFUSALS = 200

export const listChanged = z.object({
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  refusals: z.array(listRefusal).max(MAX_REFUSALS),
})
export type ListChanged = z.infer<typeof listChanged>

/** Skip records that refuse and list them, or give up the whole act at the first one. */
export const onRefusal = z.enum(['skip', 'refuse']).default('skip')

export const changeInput = z.object({ entity: listEntity, selection: listSelection, changes: listChanges, onRefusal })
export const archiveInput = z.object({ entity: listEntity, selection: listSelection, onRefusal })
export const editInput = z.object({
  entity: listEntity,
  rows: z
    .array(z.object({ id, changes: listChanges }))
    .min(1)
    .max(5000),
  onRefusal: z.enum(['skip', 'refuse']).default('refuse'),
})
