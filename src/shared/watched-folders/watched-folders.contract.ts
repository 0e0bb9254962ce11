// What can be asked about watched folders. They belong to this machine and are not shared; what they bring in is.
import { z } from 'zod'
import { id, line } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { dueFolder, folderEntry, folderState, LOG_LINES, watchedFolder } from './watched-folder.ts'

const needs = 'imports.run' as const
const nothing = z.object({})

export const watchedFoldersContract = {
  list: query(nothing, z.array(folderState), { needs }),
  /** `folder` stands for a folder that the user chose. Without an id a new one; answers its id. */
  save: mutation(watchedFolder.extend({ id: id.nullable(), folder: line(4096).min(1) }), z.object({ id }), {
    needs,
    files: ['folder'],
  }),
  /** Everything but the folder itself. */
  change: mutation(watchedFolder.omit({ folder: true }), z.null(), { needs }),
  /** The folder and its files stay where they are. */
  remove: mutation(z.object({ id }), z.null(), { needs }),
  /** Has the folder looked into within seconds, whatever its time, files that wait included. */
  lookNow: mutation(z.object({ id }), z.null(), { needs }),
  /** The newest lines of the log, the newest first. */
  log: query(
    z.object({ id, limit: z.int().min(1).max(LOG_LINES) }),
    z.object({ entries: z.array(folderEntry), hasMore: z.boolean() }),
    { needs },
  ),
  /** The files that wait for someone to decide, with why. */
  waiting: query(z.object({ id }), z.array(folderEntry), { needs }),
  /** Moves a file that waits out of the way without taking it in. */
  putAside: mutation(z.object({ id, name: line(255).min(1) }), z.null(), { needs }),
  /** Where a file that waits lies, for the shell that opens it in the import. */
  fileOf: query(z.object({ id, name: line(255).min(1) }), z.object({ path: z.string(), mappingId: id }), { needs }),

  /** For the job: the folders whose time has come, with the files in them that are not known yet. */
  due: query(nothing, z.array(dueFolder), { needs }),
  /** For the job: a folder was looked into. Files that are gone wait no longer. */
  looked: mutation(z.object({ id, trouble: folderEntry.shape.reason, gone: z.array(z.string()) }), z.null(), { needs }),
  /** For the job: a place beside the taken files for the rows that stay out of one of its tables, where nothing lies yet. */
  placeForRest: query(z.object({ id, name: line(255).min(1), table: z.int().min(1) }), z.object({ path: z.string() }), { needs }),
  /** For the job: what became of a file. One that was taken is moved aside. */
  note: mutation(z.object({ folderId: id, entry: folderEntry.omit({ at: true }) }), z.null(), { needs }),
}
