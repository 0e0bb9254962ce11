// What can be asked about importing files. The file is named by a token that the shell issued, on the command line by its path.
import { z } from 'zod'
import { line } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { csvDialect, importEntity, importInspection, importPlan, importPreview, importResult } from './import.ts'

const needs = 'imports.run' as const
const file = line(4096).min(1)

export const importsContract = {
  /** Reads the file's beginning and shape, and proposes what its columns mean. `dialect` overrides what was recognised. */
  inspect: query(
    z.object({ file, entity: importEntity.nullable().default(null), dialect: csvDialect.nullable().default(null) }),
    importInspection,
    { needs, files: ['file'], slow: true },
  ),
  /** Reads every row and says what would happen. Writes nothing. */
  preview: query(z.object({ file, plan: importPlan }), importPreview, { needs, files: ['file'], slow: true }),
  /** Brings the accepted rows in, as one operation: all of them or none. */
  run: mutation(z.object({ file, plan: importPlan }), importResult, { needs, files: ['file'], bulk: true }),
  /** Writes the refused rows, each with its reasons, to a CSV file that can be mended and imported. Answers how many. */
  saveRefused: query(z.object({ file, plan: importPlan, target: file }), z.object({ rows: z.int() }), {
    needs,
    files: ['file', 'target'],
    targets: ['target'],
    slow: true,
  }),
}
