// What files look like before anything is decided: their tables, what the columns hold, and what Kith proposes to make of them.
import { z } from 'zod'
import { csvDialect, dateOrder, decimalMark, importEntity, importPlan } from './plan.ts'

/** What most values of a column look like. `serial`: day numbers of a spreadsheet. */
export const columnLook = z.enum(['empty', 'text', 'day', 'number', 'email', 'phone', 'website', 'creditCode', 'choice', 'flag'])
export type ColumnLook = z.infer<typeof columnLook>

/** How many blank cells of a column would be filled from above, and whether it is likely that this is meant. */
export const carriedDown = z.object({ rows: z.int(), isLikely: z.boolean() })
export type CarriedDown = z.infer<typeof carriedDown>

export const inspectedColumn = z.object({
  heading: z.string(),
  /** Up to five different values. */
  samples: z.array(z.string()),
  look: columnLook,
  /** How many cells hold something. */
  filled: z.int(),
  /** Up to fifty different values with how often they stand there, commonest first; empty where there are more. */
  values: z.array(z.object({ value: z.string(), count: z.int() })),
  /** The orders in which all its dates can be read: one is certain, several are open and asked for; none where there are no such dates. */
  dateOrders: z.array(dateOrder),
  /** The decimal marks with which all its numbers can be read: both where nothing tells. */
  decimalMarks: z.array(decimalMark),
  /** Of a column that may name what stands above several rows only in the first of them. */
  carried: carriedDown.nullable().default(null),
})
export type InspectedColumn = z.infer<typeof inspectedColumn>

/** Something about a table or file as a whole: a sentence of the catalogue. */
export const shapeWarning = z.object({
  messageKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const inspectedTable = z.object({
  file: z.int(),
  table: z.int(),
  name: z.string(),
  isHidden: z.boolean(),
  rows: z.int(),
  /** As a spreadsheet counts, from 1; 0: the table has none. */
  headingRow: z.int(),
  columns: z.array(inspectedColumn),
  /** Of the kinds of records that the rows can be, the likeliest first, each with how sure that is (0 to 1). */
  entities: z.array(z.object({ entity: importEntity, confidence: z.number() })),
  warnings: z.array(shapeWarning),
})
export type InspectedTable = z.infer<typeof inspectedTable>

export const inspectedFile = z.object({
  name: z.string(),
  bytes: z.int(),
  /** Null where it cannot be read. */
  kind: z.enum(['csv', 'xlsx', 'xls', 'ods', 'html', 'vcard', 'ics']).nullable(),
  /** Of a text file: how it is taken to be written, and in which encodings it is text, too. */
  dialect: csvDialect.nullable(),
  encodings: z.array(z.string()),
  /** Why it cannot be read; the others are looked at all the same. */
  problem: shapeWarning.nullable(),
})

export const importInspection = z.object({
  files: z.array(inspectedFile),
  tables: z.array(inspectedTable),
  /** What Kith proposes; the user may change any of it. Null where no table has a row. */
  plan: importPlan.nullable(),
  /** The mapping that was saved for files of this shape; the plan follows it. */
  mapping: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The program whose address book it is, where the headings tell: Google Contacts, Outlook. */
  program: z.string().nullable(),
})
export type ImportInspection = z.infer<typeof importInspection>
