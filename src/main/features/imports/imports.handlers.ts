// What each imports procedure does. Files are read before the transaction; what is there already is looked up inside it.
import { AppError } from '#shared/base/app-error.ts'
import type { ImportPlan } from '#shared/imports/plan.ts'
import { type CallContext, type Handlers, type MutationContext, prepared } from '#main/rpc/handlers.ts'
import { importAll } from './import-all.ts'
import { noteImport } from './import-note.ts'
import { inspectFiles, type Inspected } from './inspect-files.ts'
import { previewFor } from './preview-state.ts'
import { pageOf, previewOf } from './preview.ts'
import { saveRows } from './save-rows.ts'
import { type ImportFiles, openSheets } from './sheets.ts'

const open = (
  context: CallContext,
  { files, plan }: { readonly files: readonly string[]; readonly plan: ImportPlan },
): Promise<ImportFiles> =>
  openSheets(context, { paths: files, dialects: plan.dialects, headingRows: plan.headingRows, wanted: plan.tables })

type PageInput = Omit<Parameters<typeof pageOf>[1], 'files'> & { readonly files: readonly string[] }

const later = (): never => {
  throw new AppError('unavailable', 'errors.internal')
}

export const importsHandlers: Handlers['imports'] = {
  inspect: prepared(inspectFiles, (_context: CallContext, _input, inspected: Inspected) => inspected),
  preview: prepared(open, (context: CallContext, { plan }, files: ImportFiles) =>
    previewOf(previewFor(context, { plan, files })),
  ),
  rows: prepared(
    (context, input: PageInput) => open(context, input),
    (context: CallContext, input: PageInput, files: ImportFiles) => pageOf(context, { ...input, files }),
  ),
  run: prepared(open, (context: MutationContext, { plan }, files: ImportFiles) => {
    const { tx, newId } = context
    const done = importAll(context, { db: tx, tx, newId, plan, files })
    return noteImport(context, { plan, files, done })
  }),
  saveRows: prepared(
    async (context, input) => saveRows(context, { ...input, files: await open(context, input) }),
    (_context: CallContext, _input, rows: number) => ({ rows }),
  ),
  mappings: () => [],
  mapping: later,
  saveMapping: later,
  removeMapping: later,
  sources: () => [],
  saveSource: later,
  removeSource: later,
  past: () => ({ imports: [], next: null }),
  editedSince: () => ({ total: 0, listed: [] }),
  takeBack: later,
  lineage: () => [],
}
