// What each procedure of exports does. What waits is done before the transaction, never in it.
import { basename } from 'node:path'
import { type CallContext, type Handlers, type MutationContext, prepared } from '#main/rpc/handlers.ts'
import { prepareEverything, writeEverything } from './export-everything.ts'
import { exportView } from './export-view.ts'
import { keepContents, readFolder, type ReadFolder } from './read-folder.ts'
import { requireEmpty, restoreRows } from './restore.ts'

export const exportsHandlers: Handlers['exports'] = {
  view: prepared(exportView, (_context: CallContext, { target }, rows: number) => ({ name: basename(target), rows })),

  everything: prepared(prepareEverything, writeEverything),

  inspect: prepared(
    (context, { source }) => readFolder(context, source),
    (_context: CallContext, _input, { about, tables }: ReadFolder) => {
      const users = tables.find(({ table }) => table === 'users')
      return {
        workspaceName: about.workspaceName,
        exportedAt: about.exportedAt,
        rows: tables.reduce((sum, { rows }) => sum + rows, 0),
        files: about.files,
        people: [...(users?.readRows() ?? [])].map(({ id, values }) => ({ id, name: String(values['name']) })),
      }
    },
  ),

  restore: prepared(
    async (context, { source }) => {
      // Before anything is read: it would all be in vain.
      requireEmpty(context.db)
      const folder = await readFolder(context, source)
      return { folder, files: await keepContents(context, source, folder) }
    },
    (context: MutationContext, { asUserId }, { folder, files }: { readonly folder: ReadFolder; readonly files: number }) => ({
      tables: folder.tables.length,
      rows: restoreRows(context, folder, asUserId),
      files,
    }),
  ),
}
