// Making one record of several: what stands in each of them, what is proposed, and what comes of it.
import { z } from 'zod'
import { id, moment, reference } from '#shared/base/fields.ts'
import { customerType, pointKind } from '#shared/customers/contact-point.ts'
import { relationKind } from '#shared/customers/relation.ts'
import { tag } from '#shared/tags/tag.ts'

export const LEAST_MERGED = 2
export const MOST_MERGED = 10

/** One record's value of a field, names in place of ids. */
export const mergeValue = z.object({
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  /** Of amounts. */
  currency: z.string().nullable(),
  /** Equal values have the same number; `null` is empty. */
  group: z.int().nullable(),
  /** Not chosen, it stays on the record all the same, as a further number or address. */
  isUnited: z.boolean(),
})
export type MergeValue = z.infer<typeof mergeValue>

export const mergeField = z.object({
  /** A column, or the key of one of the office's own. */
  field: z.string(),
  /** What an office's own field is called. */
  label: z.string().nullable(),
  /** One for each record, in their order. */
  values: z.array(mergeValue),
  /** The record whose value is proposed. */
  proposedId: id,
  /** It stays as it is in the record that remains: a number that Kith gave. */
  isFixed: z.boolean(),
})
export type MergeField = z.infer<typeof mergeField>

/** What speaks against merging, or should be known before. `names` are fields, people or records. */
export const mergeWarning = z.object({
  kind: z.enum([
    ...(['notDuplicates', 'creditCodes', 'owners', 'pool', 'unique', 'parentCircle'] as const),
    ...(['primaries', 'roles', 'samples'] as const),
  ]),
  names: z.array(z.string()),
})
export type MergeWarning = z.infer<typeof mergeWarning>

const from = { recordIds: z.array(id) }

/** What will be there without doubles. */
export const mergeUnions = z.object({
  points: z.array(z.object({ kind: pointKind, value: z.string(), ...from })),
  tags: z.array(tag),
  /** People of companies, companies of people. */
  links: z.array(reference.extend({ role: z.string().nullable(), isPrimary: z.boolean() })),
  relations: z.array(reference.extend({ kind: relationKind })),
})

export const mergePreview = z.object({
  recordType: customerType,
  /** In the order in which they were asked for. */
  records: z.array(
    reference.extend({ ownerName: z.string().nullable(), createdAt: moment, updatedAt: moment, children: z.int() }),
  ),
  winnerId: id,
  fields: z.array(mergeField),
  unions: mergeUnions,
  /** How many rows of each table go over to the winner. */
  counts: z.array(z.object({ table: z.string(), count: z.int() })),
  warnings: z.array(mergeWarning),
})
export type MergePreview = z.infer<typeof mergePreview>

/** By field: the record whose value stays. What is left out is as proposed. */
export const mergeChoices = z.record(z.string().max(60), id)
export type MergeChoices = z.infer<typeof mergeChoices>
