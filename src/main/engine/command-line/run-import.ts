// An import from the command line: the files are read, what would happen is looked at, and unless it is only a trial it happens.
import { resolve } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import type { Reply } from '#shared/base/procedure.ts'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { type ImportMode, type ImportPlan, importPlan, type RowFate } from '#shared/imports/plan.ts'
import type { TablePreview } from '#shared/imports/preview.ts'
import type { EngineOptions } from '../engine.ts'
import type { CallOptions, Session } from '../session.ts'
import { type SpokenSentence, spokenSentence } from './spoken-reply.ts'
import { type SignIn, workInside } from './held-workspace.ts'

export interface ImportRequest {
  readonly files: readonly string[]
  /** The name of a saved mapping; null: as the headings say. */
  readonly mapping: string | null
  /** Null: as the mapping or the proposal says. */
  readonly mode: ImportMode | null
  /** The name of the source the files come from. */
  readonly source: string | null
  /** Where rows that stay out are written to, each with its reasons. With several tables the number of the table is put into the name. */
  readonly rest: string | null
  readonly isTrial: boolean
  readonly workingFolder: string
}

const LEFT_OUT: readonly RowFate[] = ['refused', 'duplicate']

/** What is printed: the counts of each table, and the import if there was one. */
interface Outcome {
  readonly isWritten: boolean
  readonly importId: string | null
  readonly operation: string | null
  readonly leftOut: number
  /** Files that could not be read; the others came in. */
  readonly badFiles: readonly (SpokenSentence & { readonly name: string })[]
  readonly tables: readonly Pick<TablePreview, 'entity' | 'rows' | 'counts' | 'complaints'>[]
}

export const runImport = (options: EngineOptions, signIn: SignIn, request: ImportRequest, call: CallOptions): Promise<Reply> =>
  workInside(options, signIn, async (session) => {
    try {
      return await bringIn(session, request, call)
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toData() }
      throw error
    }
  })

const bringIn = async (session: Session, request: ImportRequest, call: CallOptions): Promise<Reply> => {
  const ask = asking(session, call)
  const files = request.files.map((file) => resolve(request.workingFolder, file))
  const { plan, badFiles } = await planOf(ask, files, request)
  const preview = importsContract.preview.output.parse((await ask('imports.preview', { files, plan })).data)
  const tables = preview.tables.map(({ entity, rows, counts, complaints }) => ({ entity, rows, counts, complaints }))
  const leftOut = tables.reduce((sum, { counts }) => sum + counts.refused + counts.duplicate, 0)
  if (request.rest !== null) await saveRest(ask, request.rest, { files, plan, tables, workingFolder: request.workingFolder })

  const outcome: Outcome = { isWritten: false, importId: null, operation: null, leftOut, badFiles, tables }
  if (request.isTrial) return { ok: true, data: outcome, reads: [], rev: 0 }
  const reply = await ask('imports.run', { files, plan })
  const { importId } = importsContract.run.output.parse(reply.data)
  return { ...reply, data: { ...outcome, isWritten: true, importId, operation: reply.operation ?? null } }
}

const planOf = async (
  ask: Ask,
  files: readonly string[],
  request: ImportRequest,
): Promise<{ readonly plan: ImportPlan; readonly badFiles: Outcome['badFiles'] }> => {
  const inspection = importsContract.inspect.output.parse((await ask('imports.inspect', { files })).data)
  const bad = inspection.files.flatMap(({ name, problem }) => (problem === null ? [] : [{ name, ...problem }]))
  const plan = request.mapping === null ? inspection.plan : await planOfMapping(ask, request.mapping)
  if (plan === null) {
    const isFilled = inspection.tables.some(({ rows }) => rows > 0)
    const reason = isFilled ? 'imports.table.nothing' : 'imports.file.headings_only'
    throw new AppError('invalid_input', bad[0]?.messageKey ?? reason, bad[0]?.params ?? {})
  }
  const { mode } = request
  const sourceId = request.source === null ? plan.sourceId : await sourceNamed(ask, request.source)
  return {
    plan: importPlan.parse({
      ...plan,
      sourceId,
      tables: plan.tables.map((table) => (mode === null ? table : { ...table, mode })),
    }),
    badFiles: bad.map(({ name, messageKey, params }) => ({ name, ...spokenSentence(messageKey, params) })),
  }
}

const planOfMapping = async (ask: Ask, name: string): Promise<ImportPlan> => {
  const mappings = importsContract.mappings.output.parse((await ask('imports.mappings', {})).data)
  const mapping = mappings.find((one) => one.name === name)
  if (!mapping) {
    throw new AppError('not_found', 'imports.command.no_mapping', { name, names: mappings.map((one) => one.name) })
  }
  return importsContract.mapping.output.parse((await ask('imports.mapping', { id: mapping.id })).data).plan
}

const sourceNamed = async (ask: Ask, name: string): Promise<string> => {
  const sources = importsContract.sources.output.parse((await ask('imports.sources', {})).data)
  const source = sources.find((one) => one.name === name)
  if (source) return source.id
  throw new AppError('not_found', 'imports.command.no_source', { name, names: sources.map((one) => one.name) })
}

interface Rest {
  readonly files: readonly string[]
  readonly plan: ImportPlan
  readonly tables: Outcome['tables']
  readonly workingFolder: string
}

const saveRest = async (ask: Ask, rest: string, { files, plan, tables, workingFolder }: Rest): Promise<void> => {
  const withRest = tables.flatMap(({ counts }, table) => (LEFT_OUT.some((fate) => counts[fate] > 0) ? [table] : []))
  for (const table of withRest) {
    const name = withRest.length === 1 ? rest : rest.replace(/(\.[^./\\]*)?$/u, `-${table + 1}$1`)
    await ask('imports.saveRows', { files, plan, table, fates: LEFT_OUT, target: resolve(workingFolder, name) })
  }
}

type GoodReply = Extract<Reply, { ok: true }>
type Ask = (path: string, input: unknown) => Promise<GoodReply>

const asking =
  (session: Session, call: CallOptions): Ask =>
  async (path, input) => {
    const reply = await session.call(path, input, call)
    if (reply.ok) return reply
    const { code, messageKey, params, ...details } = reply.error
    throw new AppError(code, messageKey, params, details)
  }
