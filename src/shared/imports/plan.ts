// What an import is to do: which tables of which files, what each of their columns means, and what is done with what is there already.
import { z } from 'zod'
import { currency, id, line } from '#shared/base/fields.ts'

/** What rows can become. Rows of a `link` tie a person to a company. */
export const importEntity = z.enum([
  'user',
  'company',
  'contact',
  'link',
  'product',
  'deal',
  'order',
  'orderLine',
  'ticket',
  'activity',
])
export type ImportEntity = z.infer<typeof importEntity>

/** How the file writes dates: year first, day first or month first; ISO always reads. */
export const dateOrder = z.enum(['ymd', 'dmy', 'mdy'])
export type DateOrder = z.infer<typeof dateOrder>
/** How the file writes `1,234.56`. */
export const decimalMark = z.enum(['.', ','])
export type DecimalMark = z.infer<typeof decimalMark>
/** By what a cell names another record. */
export const referenceBy = z.enum(['name', 'code', 'email', 'phone', 'creditCode'])
export type ReferenceBy = z.infer<typeof referenceBy>

export const columnPlan = z.object({
  /**
   * The target field; null: the column is left out. Text columns with the same field are joined, in their order; further numbers and
   * addresses stand beside each other; columns with the same reference are several ways to find it, tried in their order.
   */
  field: line(60).nullable(),
  /** For fields that name another record. */
  by: referenceBy.default('name'),
  dateOrder: dateOrder.default('ymd'),
  decimalMark: decimalMark.default('.'),
  /** Multiplies amounts, for files that count in thousands or millions. */
  unit: z.union([z.literal(1), z.literal(1000), z.literal(10_000), z.literal(1_000_000)]).default(1),
  /** Names and addresses: taken apart into their fields. */
  isSplit: z.boolean().default(false),
  /** Whether NULL, N/A, -, 无 and their like are no values. Numbers, days and links never hold them; text may mean them. */
  isNothingEmpty: z.boolean().default(true),
  /** Where values of the file go, for fields with choices: one of the field's values, or null to leave the cell out. */
  choices: z
    .array(z.object({ from: line(200), to: line(200).nullable() }))
    .max(500)
    .default([]),
  /** Of an address in several columns how large a part the column names, from 0, the street: Chinese ones are joined from the largest. */
  addressSize: z.int().min(0).max(6).default(0),
  /** Whether a blank cell means what stands above it: a firm named only in the first row of its people. */
  isCarriedDown: z.boolean().default(false),
})
export type ColumnPlan = z.infer<typeof columnPlan>

/** `create`: only new ones; `update`: only those that are there; `upsert`: both. */
export const importMode = z.enum(['create', 'update', 'upsert'])
export type ImportMode = z.infer<typeof importMode>

/** Where a stage name of the file goes; without `stageId` it makes a new stage with this outcome. */
export const stagePlan = z.object({
  name: line(100),
  stageId: id.nullable(),
  outcome: z.enum(['won', 'lost']).nullable(),
  probability: z.int().min(0).max(100),
})
export type StagePlan = z.infer<typeof stagePlan>

export const tablePlan = z.object({
  /** Which file of the call, and which table (sheet) of it. */
  file: z.int().min(0).default(0),
  table: z.int().min(0).default(0),
  entity: importEntity,
  /**
   * The table is another entity's, too (order lines that name customer and order): rows that say nothing of this one are left out, and of
   * rows that speak of the same one the first counts.
   */
  isBeside: z.boolean().default(false),
  /** One a column, in the file's order. */
  columns: z.array(columnPlan).max(20_000),
  /** Fields that are the same in every row. */
  constants: z
    .array(z.object({ field: line(60), value: line(1000) }))
    .max(50)
    .default([]),
  /** What stands between the values of joined columns, by field; a space where none is named. */
  joins: z.record(line(60), z.string().max(20)).default({}),
  mode: importMode.default('upsert'),
  /** Fields by which a row is recognised, the surest first; the first that finds exactly one record counts. None: the entity's usual ones. */
  keys: z.array(line(60)).max(10).default([]),
  /** Whether an empty cell empties the field. */
  isClearing: z.boolean().default(false),
  currency: currency.nullable().default(null),
  /** For deals. */
  stages: z.array(stagePlan).max(200).default([]),
  pipelineId: id.nullable().default(null),
})
export type TablePlan = z.infer<typeof tablePlan>

/** How a text file is written. Encodings as the WHATWG names them, and UTF-32, which it leaves out. */
export const csvDialect = z.object({
  encoding: z.string().regex(/^[a-z0-9_-]{2,20}$/u),
  delimiter: z.string().min(1).max(1),
  quote: z.enum(['"', "'"]).default('"'),
})
export type CsvDialect = z.infer<typeof csvDialect>

/** A cell that the user mended before anything was written. `table` is the place in the plan's `tables`. */
export const cellEdit = z.object({
  table: z.int().min(0),
  row: z.int().min(1),
  column: z.int().min(0),
  value: z.string().max(20_000),
})
export type CellEdit = z.infer<typeof cellEdit>

/** What the user decided for a row: left out, brought in although it looks like another, or written into that record. */
export const rowDecision = z.object({
  table: z.int().min(0),
  row: z.int().min(1),
  act: z.enum(['skip', 'take', 'into']),
  recordId: id.nullable().default(null),
})
export type RowDecision = z.infer<typeof rowDecision>

export const importPlan = z.object({
  /** One a file: null for files that are no text, and for those whose writing is to be recognised. */
  dialects: z.array(csvDialect.nullable()).max(50).default([]),
  /** For each file and table the row of its headings where the user chose it; 0: it has none. */
  headingRows: z
    .array(z.object({ file: z.int().min(0), table: z.int().min(0), row: z.int().min(0) }))
    .max(500)
    .default([]),
  /** In the order in which they come in: what is named by others stands first. */
  tables: z.array(tablePlan).min(1).max(50),
  sourceId: id.nullable().default(null),
  mappingId: id.nullable().default(null),
  edits: z.array(cellEdit).max(20_000).default([]),
  decisions: z.array(rowDecision).max(100_000).default([]),
})
export type ImportPlan = z.infer<typeof importPlan>

/**
 * What becomes of a row: `new`, an `update` of a record, `unchanged` (everything is there already), a `duplicate` (it looks like an
 * earlier row, or like a record while only new ones are wanted), `refused` (a cell cannot be taken), `skipped` (nothing to update, nothing
 * said, or the user left it out).
 */
export const rowFate = z.enum(['new', 'update', 'unchanged', 'duplicate', 'refused', 'skipped'])
export type RowFate = z.infer<typeof rowFate>
