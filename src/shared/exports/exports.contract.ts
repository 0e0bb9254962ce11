// What can be taken out: a view as it is seen, one file of it; and everything, in an open format, and back in again.
import { z } from 'zod'
import { id, line } from '#shared/base/fields.ts'
import { languages } from '#shared/base/messages.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { fieldId, listColumns, listQuestion } from '#shared/lists/list-question.ts'

const file = line(4096).min(1)
const run = { needs: 'exports.run' } as const

export const exportFormat = z.enum(['xlsx', 'csv', 'vcard'])
export type ExportFormat = z.infer<typeof exportFormat>

export const exportViewInput = z.object({
  ...listQuestion.shape,
  /** In order. A column that is gone is left out. vCards have columns of their own. */
  columns: listColumns,
  /** Rows stand group by group, and the group is a column, too. */
  group: fieldId.nullable().default(null),
  /** These rows alone; null: all that the question answers. */
  only: z.array(id).min(1).max(100_000).nullable().default(null),
  except: z.array(id).max(100_000).default([]),
  format: exportFormat,
  /** Of headings, choices, yes and no. */
  language: z.enum(languages),
  /** In CSV, days as `2026-11-22` or as the list shows them. A workbook holds real days. */
  days: z.enum(['iso', 'shown']).default('iso'),
  /** Of companies and contacts: further phones, e-mails, addresses and the like in columns of their own. */
  withPoints: z.boolean().default(false),
  vcardVersion: z.enum(['3.0', '4.0']).default('3.0'),
  target: file,
})
export type ExportViewInput = z.output<typeof exportViewInput>

export const exportedView = z.object({ name: z.string(), rows: z.int() })

export const exportedEverything = z.object({
  name: z.string(),
  tables: z.int(),
  rows: z.int(),
  files: z.int(),
  /** Files that records name and whose content could not be read. */
  missing: z.array(z.string()),
})

/** What a folder with everything holds, as far as one has to know before taking it in. */
export const exportedFolder = z.object({
  workspaceName: z.string(),
  exportedAt: z.string(),
  rows: z.int(),
  files: z.int(),
  people: z.array(z.object({ id, name: z.string() })),
})

export const exportsContract = {
  /** Writes the rows of a list where the user wants them: all of them, or an error. */
  view: query(exportViewInput, exportedView, { ...run, slow: true, files: ['target'], targets: ['target'] }),
  /** Writes everything into a new folder: a CSV file a table, their description, and the files. */
  everything: query(z.object({ target: file }), exportedEverything, {
    ...run,
    slow: true,
    files: ['target'],
    targets: ['target'],
  }),
  /** Looks into a folder that `everything` wrote. */
  inspect: query(z.object({ source: file }), exportedFolder, { ...run, slow: true, files: ['source'] }),
  /** Takes such a folder into a workspace that holds nothing yet. `asUserId`: which of its people the user is. */
  restore: mutation(
    z.object({ source: file, asUserId: id.nullable().default(null) }),
    z.object({ tables: z.int(), rows: z.int(), files: z.int() }),
    { ...run, bulk: true, files: ['source'] },
  ),
}
