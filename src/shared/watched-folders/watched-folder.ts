// A folder of this machine out of which files are taken in by themselves, and what became of each.
import { z } from 'zod'
import { id, line, moment } from '#shared/base/fields.ts'

/** A week. */
const MAX_MINUTES = 10_080

/**
 * What is done with a file that leaves something to decide (rows that cannot be taken, rows that look like a record that is there, a shape
 * that the mapping does not know): it waits for someone, or its good rows are taken and the others kept beside it.
 */
export const onDoubt = z.enum(['wait', 'take_good'])

export const watchedFolder = z.object({
  id,
  /** An absolute path on this machine. */
  folder: line(4096).min(1),
  mappingId: id,
  everyMinutes: z.int().min(1).max(MAX_MINUTES),
  onDoubt,
  isOn: z.boolean(),
})
export type WatchedFolder = z.infer<typeof watchedFolder>

/**
 * `taken`; `known`: everything in it is there already; `waiting` for someone to decide; `failed`; `put_aside` by someone; `gone`: it waited, and
 * somebody took it out of the folder.
 */
export const fileFate = z.enum(['taken', 'known', 'waiting', 'failed', 'put_aside', 'gone'])

export const folderCounts = z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), doubtful: z.int() })

/** One line of the log: what became of a file. */
export const folderEntry = z.object({
  at: moment,
  name: z.string(),
  fate: fileFate,
  counts: folderCounts.nullable(),
  /** The operation that took it in, to be undone. */
  operation: z.string().nullable(),
  /** Why it waits or failed. */
  reason: z
    .object({ messageKey: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])) })
    .nullable(),
  /** Which state of the file it was: its size in bytes and when it was last changed, in ms. A changed file is looked at again. */
  bytes: z.int(),
  changedMs: z.number(),
})
export type FolderEntry = z.infer<typeof folderEntry>

/** Lines of the log that are kept of each folder; older ones are forgotten. */
export const LOG_LINES = 1000

export const folderState = watchedFolder.extend({
  /** Null: the mapping is gone. */
  mappingName: z.string().nullable(),
  lookedAt: moment.nullable(),
  /** Why the folder could not be looked into the last time. */
  trouble: folderEntry.shape.reason,
  waiting: z.int(),
  last: folderEntry.nullable(),
})
export type FolderState = z.infer<typeof folderState>

/** A folder whose time has come. */
export const dueFolder = watchedFolder.extend({
  /** Those that are new or have changed, and lie still. */
  files: z.array(z.object({ path: z.string(), name: z.string(), bytes: z.int(), changedMs: z.number() })),
  /** Names of files that are known and do not lie there any more. */
  gone: z.array(z.string()),
  /** Whether some file is still being written, so that the folder is looked into again soon. */
  isUnsettled: z.boolean(),
  /** Why the folder could not be looked into. */
  trouble: folderEntry.shape.reason,
  /** Null: the mapping is gone. */
  mappingName: z.string().nullable(),
})
export type DueFolder = z.infer<typeof dueFolder>
