// Where records come from, which source is believed, mappings that are remembered, and imports that were done.
import { z } from 'zod'
import { id, line, moment, requiredLine } from '#shared/base/fields.ts'
import { importEntity, importPlan } from './plan.ts'
import { fateCounts } from './preview.ts'

/** What was typed in by hand stands among the sources under this name. */
export const BY_HAND = 'hand'

/** Ranks of single fields of a source, `company.phone: 3`. The lower, the stronger. */
export const sourcePriorities = z.record(line(80), z.int().min(0).max(1000))
export type SourcePriorities = z.infer<typeof sourcePriorities>

export const importSource = z.object({
  /** `hand` for what is typed in; it cannot be renamed or removed. */
  id: z.string(),
  name: z.string(),
  /** The lower the stronger. A value is only overwritten by a source as strong or stronger. */
  rank: z.int(),
  priorities: sourcePriorities,
  /** How many imports that stand and mappings name it. Only a source that nothing names can be removed. */
  imports: z.int(),
  mappings: z.int(),
})
export type ImportSource = z.infer<typeof importSource>

export const savedSource = z.object({
  /** Null: a new one. */
  id: z.union([id, z.literal(BY_HAND)]).nullable(),
  name: requiredLine(100),
  /** Left out: as it is; a new one stands behind all others. */
  rank: z.int().min(0).max(1000).optional(),
  priorities: sourcePriorities.optional(),
})

const anySource = z.union([id, z.literal(BY_HAND)])

/** A source put before another one. */
export const sourceMove = z.object({
  id: anySource,
  /** Null: behind all others. */
  beforeId: anySource.nullable(),
  /** The one field for which this holds, `company.phone`; null: all that have no order of their own. */
  field: line(80).nullable().default(null),
})

export const importMapping = z.object({
  id,
  name: z.string(),
  /** The fingerprint of the headings for which it is proposed. */
  shape: z.string(),
  entities: z.array(importEntity),
  sourceId: id.nullable(),
  at: moment,
})
export type ImportMapping = z.infer<typeof importMapping>

/** A plan without what belongs to one file only: edits and decisions are left out. */
export const savedMapping = z.object({ id: id.nullable(), name: requiredLine(100), plan: importPlan })

export const pastImport = z.object({
  id,
  fileName: z.string(),
  at: moment,
  byName: z.string().nullable(),
  source: z.string().nullable(),
  mapping: z.string().nullable(),
  tables: z.array(z.object({ entity: importEntity, counts: fateCounts })),
  /** To be taken back by `imports.takeBack`; null where the log no longer has it. */
  operation: z.string().nullable(),
  isTakenBack: z.boolean(),
})
export type PastImport = z.infer<typeof pastImport>

/** A record of an import that somebody worked on afterwards. */
export const editedSince = z.object({
  recordType: z.string(),
  id: z.string(),
  name: z.string().nullable(),
  fields: z.array(z.string()),
  at: moment.nullable(),
  byName: z.string().nullable(),
})

/** Where the present value of a field comes from. */
export const fieldLineage = z.object({
  field: z.string(),
  /** Null: by hand. */
  source: z.string().nullable(),
  fileName: z.string().nullable(),
  importId: z.string().nullable(),
  at: moment,
})
export type FieldLineage = z.infer<typeof fieldLineage>
