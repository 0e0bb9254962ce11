// What each imports procedure does. Files are read before the transaction; what is there already is looked up inside it.
import type { ImportPlan } from '#shared/imports/plan.ts'
import { type CallContext, type Handlers, type MutationContext, prepared } from '#main/rpc/handlers.ts'
import { importAll } from './import-all.ts'
import { noteImport } from './import-note.ts'
import { inspectFiles, type Inspected } from './inspect-files.ts'
import { listMappings } from './mappings.ts'
import { lineageOf, operationOf, pastImport, pastImports, workedOnSince } from './past-imports.ts'
import { keepPictures } from './pictures.ts'
import { previewFor } from './preview-state.ts'
import { pageOf, previewOf } from './preview.ts'
import { saveRows } from './save-rows.ts'
import { renameMapping, requireMapping, saveMapping, shapeOfFiles, toMapping } from './saved-mappings.ts'
import { forgetOrder, moveSource, removeSource, saveSource } from './saved-sources.ts'
import { type ImportFiles, openSheets } from './sheets.ts'
import { listSources } from './sources.repository.ts'

const open = (
  context: CallContext,
  { files, plan }: { readonly files: readonly string[]; readonly plan: ImportPlan },
): Promise<ImportFiles> =>
  openSheets(context, { paths: files, dialects: plan.dialects, headingRows: plan.headingRows, wanted: plan.tables })

const openToWrite = async (context: CallContext, input: Parameters<typeof open>[1]): Promise<ImportFiles> => {
  const files = await open(context, input)
  await keepPictures(context, input.plan, files)
  return files
}

type PageInput = Omit<Parameters<typeof pageOf>[1], 'files'> & { readonly files: readonly string[] }

export const importsHandlers: Handlers['imports'] = {
  inspect: prepared(inspectFiles, (_context: CallContext, _input, inspected: Inspected) => inspected),
  preview: prepared(open, (context: CallContext, { plan }, files: ImportFiles) =>
    previewOf(previewFor(context, { plan, files })),
  ),
  rows: prepared(
    (context, input: PageInput) => open(context, input),
    (context: CallContext, input: PageInput, files: ImportFiles) => pageOf(context, { ...input, files }),
  ),
  run: prepared(openToWrite, (context: MutationContext, { plan }, files: ImportFiles) => {
    const { tx, newId } = context
    const done = importAll(context, { db: tx, tx, newId, plan, files })
    return noteImport(context, { plan, files, done })
  }),
  saveRows: prepared(
    async (context, input) => saveRows(context, { ...input, files: await open(context, input) }),
    (_context: CallContext, _input, rows: number) => ({ rows }),
  ),
  mappings: ({ db }) => listMappings(db).map(toMapping),
  mapping: (context, { id }) => {
    const { name, plan } = requireMapping(context, id)
    return { id, name, plan }
  },
  saveMapping: prepared(shapeOfFiles, (context: MutationContext, { mapping }, shape: string) =>
    saveMapping(context, mapping, shape),
  ),
  renameMapping: (context, renamed) => renameMapping(context, renamed),
  removeMapping: (context, { id }) => {
    requireMapping(context, id)
    context.tx.archive('importMappings', id)
    return null
  },
  sources: ({ db }) => listSources(db),
  saveSource: (context, { source }) => saveSource(context, source),
  moveSource: (context, move) => {
    moveSource(context, move)
    return null
  },
  forgetOrder: (context, order) => {
    forgetOrder(context, order)
    return null
  },
  removeSource: (context, { id }) => {
    removeSource(context, id)
    return null
  },
  past: (context, page) => pastImports(context, page),
  pastOne: (context, { id }) => pastImport(context, id),
  editedSince: (context, { id }) => workedOnSince(context, id),
  takeBack: (context, { id }) => {
    const { rows, kept } = context.log.undoKeeping(operationOf(context, id))
    return { rows, kept }
  },
  lineage: (context, record) => lineageOf(context, record),
}
