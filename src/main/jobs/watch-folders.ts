// Takes in the files of watched folders whose time has come: each by the folder's mapping, or it waits with the reason why.
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AppErrorData } from '#shared/base/app-error.ts'
import type { importsContract } from '#shared/imports/imports.contract.ts'
import type { FateCounts } from '#shared/imports/preview.ts'
import type { DueFolder, FolderEntry } from '#shared/watched-folders/watched-folder.ts'
import type { z } from 'zod'
import type { Job, JobContext } from './job.ts'

type Imports = typeof importsContract
type Answer<Name extends keyof Imports> = z.output<Imports[Name]['output']>
type DueFile = DueFolder['files'][number]
type Outcome = Pick<FolderEntry, 'fate' | 'counts' | 'operation' | 'reason'>

export const watchFolders: Job = {
  name: 'watch-folders',
  run: async ({ call }) => {
    try {
      await lookInto(call)
    } catch (error) {
      // The workspace is being locked: what is not done is done the next time.
      if (!(error instanceof Refusal) || error.data.code !== 'locked') throw error
    }
  },
}

const lookInto = async (call: JobContext['call']): Promise<void> => {
  const ask = asking(call)
  for (const folder of await ask<DueFolder[]>('watchedFolders.due', {})) {
    for (const file of folder.files) {
      const entry = { ...(await outcomeOf(call, folder, file)), name: file.name, bytes: file.bytes, changedMs: file.changedMs }
      await ask('watchedFolders.note', { folderId: folder.id, entry })
    }
    const { id, trouble, gone } = folder
    if (!folder.isUnsettled) await ask('watchedFolders.looked', { id, trouble, gone })
  }
}

/** What became of one file. What the imports refuse is told to whoever looks into the log. */
const outcomeOf = async (call: JobContext['call'], folder: DueFolder, file: DueFile): Promise<Outcome> => {
  try {
    return await takeIn(call, folder, file)
  } catch (error) {
    if (error instanceof Refusal && error.data.code !== 'locked')
      return { fate: 'failed', counts: null, operation: null, reason: reasonOf(error.data) }
    throw error
  }
}

const takeIn = async (call: JobContext['call'], folder: DueFolder, { path, name }: DueFile): Promise<Outcome> => {
  const ask = asking(call)
  const waiting = (
    messageKey: string,
    params: Record<string, string | number>,
    counts: FolderEntry['counts'] = null,
  ): Outcome => ({
    ...{ fate: 'waiting', counts, operation: null, reason: { messageKey, params } },
  })
  const { mappingId, mappingName } = folder
  if (mappingName === null) return waiting('watchedFolders.reason.mapping_gone', {})

  const files = [path]
  const { mapping } = await ask<Answer<'inspect'>>('imports.inspect', { files })
  const shapes = new Map((await ask<Answer<'mappings'>>('imports.mappings', {})).map(({ id, shape }) => [id, shape]))
  // Another mapping may have been saved for the same shape.
  if (mapping === null || shapes.get(mapping.id) !== shapes.get(mappingId)) {
    return waiting('watchedFolders.reason.shape', { mapping: mappingName })
  }

  const { plan } = await ask<Answer<'mapping'>>('imports.mapping', { id: mappingId })
  const preview = await ask<Answer<'preview'>>('imports.preview', { files, plan })
  const counts = sumOf(preview.tables.map((table) => table.counts))
  const rows = preview.tables.reduce((sum, table) => sum + table.rows, 0)
  if (counts.doubtful > 0 && folder.onDoubt === 'wait') {
    return waiting('watchedFolders.reason.rows', { doubtful: counts.doubtful, rows }, counts)
  }
  for (const [table, { counts: fates }] of preview.tables.entries()) {
    if (fates.refused + fates.duplicate === 0) continue
    const { path: target } = await ask<{ path: string }>('watchedFolders.placeForRest', { id: folder.id, name, table: table + 1 })
    await mkdir(dirname(target), { recursive: true })
    await ask('imports.saveRows', { files, plan, table, fates: ['refused', 'duplicate'], target })
  }
  if (counts.created + counts.updated === 0) return { fate: 'known', counts, operation: null, reason: null }

  const reply = await call('imports.run', { files, plan })
  if (!reply.ok) throw new Refusal('imports.run', reply.error)
  const done = sumOf((reply.data as Answer<'run'>).tables.map((table) => table.counts))
  return { fate: 'taken', counts: done, operation: reply.operation ?? null, reason: null }
}

const sumOf = (all: readonly FateCounts[]): NonNullable<FolderEntry['counts']> => {
  const sum = { created: 0, updated: 0, unchanged: 0, doubtful: 0 }
  for (const counts of all) {
    sum.created += counts.new
    sum.updated += counts.update
    sum.unchanged += counts.unchanged
    sum.doubtful += counts.refused + counts.duplicate
  }
  return sum
}

/** The engine's no to a question of the job. */
class Refusal extends Error {
  readonly data: AppErrorData
  constructor(path: string, data: AppErrorData) {
    super(`${path}: ${data.messageKey}`)
    this.data = data
  }
}

const reasonOf = ({ messageKey, params }: AppErrorData): FolderEntry['reason'] => ({
  messageKey,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  ),
})

const asking =
  (call: JobContext['call']) =>
  async <Data>(path: string, input: unknown): Promise<Data> => {
    const reply = await call(path, input)
    // The answer of a procedure of the program's own.
    if (reply.ok) return reply.data as Data
    throw new Refusal(path, reply.error)
  }
