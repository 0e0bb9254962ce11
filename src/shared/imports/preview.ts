// What an import would do: counts for each table, and the rows behind every count.
import { z } from 'zod'
import { importEntity, rowFate } from './plan.ts'

/** A cell that cannot be taken as it is. `refuse`: the whole row stays out; `warn`: it comes in, and this is what happens to the cell. */
export const cellProblem = z.object({
  /** Null where it concerns the row as a whole. */
  column: z.int().nullable(),
  field: z.string().nullable(),
  value: z.string(),
  severity: z.enum(['refuse', 'warn']),
  messageKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type CellProblem = z.infer<typeof cellProblem>

export const fateCounts = z.object({
  new: z.int(),
  update: z.int(),
  unchanged: z.int(),
  duplicate: z.int(),
  refused: z.int(),
  skipped: z.int(),
})
export type FateCounts = z.infer<typeof fateCounts>

/** What is made along the way, because rows name it. */
export const madeAlong = z.object({
  companies: z.int(),
  contacts: z.int(),
  products: z.int(),
  orders: z.int(),
  deals: z.int(),
  /** Pictures of cards, on the records of their rows. */
  photos: z.int(),
  /** Colleagues, stages and tags by name; at most 200 each. */
  users: z.array(z.string()),
  stages: z.array(z.string()),
  tags: z.array(z.string()),
})
export type MadeAlong = z.infer<typeof madeAlong>

export const tablePreview = z.object({
  entity: importEntity,
  rows: z.int(),
  counts: fateCounts,
  /** Cells that keep their rows out, and cells that come in otherwise than they stand there. */
  refusedCells: z.int(),
  warnedCells: z.int(),
  /** The commonest complaints, with how many cells they concern. */
  complaints: z.array(z.object({ messageKey: z.string(), severity: z.enum(['refuse', 'warn']), count: z.int() })),
  /** Values that stay as they are because a stronger source wrote them. */
  keptByStronger: z.int(),
  made: madeAlong,
})
export type TablePreview = z.infer<typeof tablePreview>

export const importPreview = z.object({ tables: z.array(tablePreview) })
export type ImportPreview = z.infer<typeof importPreview>

/** What an update does to one field, as text. `keptBy`: it stays as it is, because this source is stronger. */
export const fieldChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  keptBy: z.string().nullable(),
})

export const previewedRow = z.object({
  row: z.int(),
  fate: rowFate,
  /** The cells of the file, with what the user mended in them. */
  cells: z.array(z.string()),
  /** A value for each column as it would be kept, null for columns that are left out or empty. */
  stored: z.array(z.string().nullable()),
  problems: z.array(cellProblem),
  /** The record that the row updates, is already, or looks like; `id` is null for one that an earlier row (`row`) would make. */
  record: z.object({ id: z.string().nullable(), name: z.string(), row: z.int().nullable() }).nullable(),
  /** Several records that it could be, at most five. */
  candidates: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The field by which it was recognised. */
  matchedBy: z.string().nullable(),
  changes: z.array(fieldChange),
})
export type PreviewedRow = z.infer<typeof previewedRow>

export const previewedRows = z.object({
  rows: z.array(previewedRow),
  /** How many rows there are of these fates, on all pages together. */
  total: z.int(),
})

/** An import that was done. */
export const importResult = z.object({
  importId: z.string(),
  tables: z.array(z.object({ entity: importEntity, counts: fateCounts, made: madeAlong })),
})
export type ImportResult = z.infer<typeof importResult>
