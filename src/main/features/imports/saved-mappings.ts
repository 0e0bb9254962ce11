// Mappings that an office keeps.
import { AppError } from '#shared/base/app-error.ts'
import type { z } from 'zod'
import { type ImportPlan, importPlan } from '#shared/imports/plan.ts'
import type { importMapping, savedMapping } from '#shared/imports/sources.ts'
import type { CallContext, MutationContext } from '#main/rpc/handlers.ts'
import { listMappings, shapeOf, type StoredMapping } from './mappings.ts'
import { type ImportFiles, openSheets } from './sheets.ts'

type Mapping = z.input<typeof importMapping>

export const toMapping = ({ id, name, shape, plan, sourceId, updatedAt }: StoredMapping): Mapping => ({
  ...{ id, name, shape, sourceId, at: updatedAt },
  entities: [...new Set(plan.tables.map(({ entity }) => entity))],
})

export const requireMapping = ({ db }: Pick<CallContext, 'db'>, id: string): StoredMapping => {
  const found = listMappings(db).find((mapping) => mapping.id === id)
  if (!found) throw new AppError('not_found', 'imports.mapping.gone')
  return found
}

/** The shape of the files: the headings of all their tables. */
export const shapeOfFiles = async (
  context: CallContext,
  { files, mapping }: { readonly files: readonly string[]; readonly mapping: z.output<typeof savedMapping> },
): Promise<string> => {
  const { dialects, headingRows } = mapping.plan
  return shapeOf(tablesOf(await openSheets(context, { paths: files, dialects, headingRows, wanted: [] })))
}

const tablesOf = ({ files }: ImportFiles) =>
  files.flatMap(({ tables }) => tables.map(({ headings }) => ({ columns: headings.map((heading) => ({ heading })) })))

/** What belongs to one file only is not remembered. */
const lasting = (plan: ImportPlan): ImportPlan => importPlan.parse({ ...plan, edits: [], decisions: [], mappingId: null })

export const saveMapping = (
  { tx, db }: MutationContext,
  { id, name, plan }: z.output<typeof savedMapping>,
  shape: string,
): Mapping => {
  const row = { name, shape, config: JSON.stringify(lasting(plan)), sourceId: plan.sourceId }
  if (id === null) return toMapping(requireMapping({ db }, tx.insert('importMappings', row)))
  requireMapping({ db }, id)
  tx.update('importMappings', id, row)
  return toMapping(requireMapping({ db }, id))
}

export const renameMapping = (
  { tx, db }: MutationContext,
  { id, name }: { readonly id: string; readonly name: string },
): Mapping => {
  requireMapping({ db }, id)
  tx.update('importMappings', id, { name })
  return toMapping(requireMapping({ db }, id))
}
