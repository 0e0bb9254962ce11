// What can be asked about importing files. A file is named by a token that the shell issued, on the command line by its path.
import { z } from 'zod'
import { cursor, id, line, requiredLine } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { importInspection } from './inspection.ts'
import { csvDialect, importEntity, importPlan, rowFate } from './plan.ts'
import { importPreview, importResult, previewedRows } from './preview.ts'
import {
  editedSince,
  fieldLineage,
  importMapping,
  importSource,
  pastImport,
  savedMapping,
  savedSource,
  sourceMove,
} from './sources.ts'

const needs = 'imports.run' as const
const file = line(4096).min(1)
const files = z.array(file).min(1).max(50)
const nothing = z.object({})

export const importsContract = {
  /** Reads the files and proposes what their tables and columns mean. `dialects` and `headingRows` override what was recognised. */
  inspect: query(
    z.object({
      files,
      /** What the rows are where the user said so; null: to be recognised, table by table. */
      entity: importEntity.nullable().default(null),
      dialects: z.array(csvDialect.nullable()).max(50).default([]),
      headingRows: importPlan.shape.headingRows,
    }),
    importInspection,
    { needs, files: ['files'], slow: true },
  ),
  /** Reads every row and says what would happen. Writes nothing. */
  preview: query(z.object({ files, plan: importPlan }), importPreview, { needs, files: ['files'], slow: true }),
  /** The rows behind the counts, page by page. No fates: all. */
  rows: query(
    z.object({
      files,
      plan: importPlan,
      table: z.int().min(0),
      fates: z.array(rowFate).default([]),
      onlyProblems: z.boolean().default(false),
      /** How many of these rows stand before the page: a long grid is entered anywhere. */
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
    previewedRows,
    { needs, files: ['files'], slow: true },
  ),
  /** Brings the rows in, as one operation: all that are accepted or none. */
  run: mutation(z.object({ files, plan: importPlan }), importResult, { needs, files: ['files'], bulk: true }),
  /** Writes the rows of these fates, each with its reasons, to a CSV file that can be mended and imported. Answers how many. */
  saveRows: query(
    z.object({
      files,
      plan: importPlan,
      table: z.int().min(0),
      fates: z.array(rowFate).min(1),
      target: file,
    }),
    z.object({ rows: z.int() }),
    { needs, files: ['files', 'target'], targets: ['target'], slow: true },
  ),

  mappings: query(nothing, z.array(importMapping), { needs }),
  /** The plan of a saved mapping, to be used with other files of its shape. */
  mapping: query(z.object({ id }), z.object({ id, name: z.string(), plan: importPlan }), { needs }),
  /** Remembers what the columns mean, for the next file of this shape. The files give the shape. */
  saveMapping: mutation(z.object({ files, mapping: savedMapping }), importMapping, { needs, files: ['files'] }),
  renameMapping: mutation(z.object({ id, name: requiredLine(100) }), importMapping, { needs }),
  removeMapping: mutation(z.object({ id }), z.null(), { needs }),

  /** The sources, the strongest first; what is typed in by hand is one of them. */
  sources: query(nothing, z.array(importSource), { needs }),
  saveSource: mutation(z.object({ source: savedSource }), importSource, { needs }),
  /** Makes a source stronger or weaker than the others, in general or in one field. */
  moveSource: mutation(sourceMove, z.null(), { needs }),
  /** Takes a field's own order of sources away: the general one holds again. */
  forgetOrder: mutation(z.object({ field: line(80) }), z.null(), { needs }),
  /** A source that an import or a mapping names stays. */
  removeSource: mutation(z.object({ id }), z.null(), { needs }),

  /** Imports that were done, newest first. */
  past: query(
    z.object({ after: cursor.nullable().default(null), limit: z.int().min(1).max(100).default(50) }),
    z.object({ imports: z.array(pastImport), next: cursor.nullable() }),
    { needs },
  ),
  /** One of them. */
  pastOne: query(z.object({ id }), pastImport, { needs }),
  /** The records of an import that somebody worked on afterwards: taking it back leaves them as they are. Up to 200; `total` counts all. */
  editedSince: query(z.object({ id }), z.object({ total: z.int(), listed: z.array(editedSince) }), { needs, slow: true }),
  /** Takes an import back: what it made goes, what it overwrote returns. What was edited since is kept and counted. */
  takeBack: mutation(z.object({ id }), z.object({ rows: z.int(), kept: z.int() }), { needs, bulk: true }),
  /** Where the present values of a record come from. */
  lineage: query(
    z.object({ recordType: z.enum(['company', 'contact', 'deal', 'ticket', 'product', 'order']), id }),
    z.array(fieldLineage),
    { needs },
  ),
}
