// Watched folders in the memory of this machine: the folders, the log, and the files that are known and still lie there.
import { z } from 'zod'
import { moment } from '#shared/base/fields.ts'
import {
  folderEntry,
  type FolderEntry,
  LOG_LINES,
  type WatchedFolder,
  watchedFolder,
} from '#shared/watched-folders/watched-folder.ts'
import { build } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'

const FOLDER = 'watchedFolder'
const LOOK = 'watchedFolderLook'
const LOG = 'watchedFolderLog'
const FILE = 'watchedFolderFile'

const look = z.object({ at: moment.nullable(), isAsked: z.boolean(), trouble: folderEntry.shape.reason })
export type Look = z.infer<typeof look>

const place = (scope: string, key: string) => ({ userId: '', scope, key })

const valuesOf = prepared<{ scope: string; from: string; to: string }>()((param) =>
  build
    .selectFrom('local_state')
    .select(['key', 'value', 'at'])
    .where('userId', '=', '')
    .where('scope', '=', param('scope'))
    .where('key', '>=', param('from'))
    .where('key', '<', param('to'))
    .orderBy('key', 'desc'),
)

/** All keys of a folder begin with its id. */
const ofFolder = (scope: string, id: string) => ({ scope, from: id, to: `${id}~` })

export const listFolders = (db: Db): WatchedFolder[] =>
  valuesOf(db, { scope: FOLDER, from: '', to: '~' })
    .map(({ value }) => watchedFolder.parse(JSON.parse(value)))
    .toSorted((one, other) => one.folder.localeCompare(other.folder))

export const findFolder = (db: Db, id: string): WatchedFolder | null => {
  const [row] = valuesOf(db, ofFolder(FOLDER, id))
  return row ? watchedFolder.parse(JSON.parse(row.value)) : null
}

export const keepFolder = (tx: WriteTx, folder: WatchedFolder): void => tx.keep(place(FOLDER, folder.id), JSON.stringify(folder))

export const forgetFolder = (tx: WriteTx, id: string): void => {
  for (const scope of [FOLDER, LOOK, LOG, FILE]) {
    for (const { key } of valuesOf(tx, ofFolder(scope, id))) tx.keep(place(scope, key), null)
  }
}

export const findLook = (db: Db, id: string): Look => {
  const [row] = valuesOf(db, ofFolder(LOOK, id))
  return row ? look.parse(JSON.parse(row.value)) : { at: null, isAsked: false, trouble: null }
}

export const keepLook = (tx: WriteTx, id: string, state: Look): void => tx.keep(place(LOOK, id), JSON.stringify(state))

const entryOf = ({ value }: { readonly value: string }): FolderEntry => folderEntry.parse(JSON.parse(value))

const logPage = prepared<{ from: string; to: string; limit: number }>()((param) =>
  build
    .selectFrom('local_state')
    .select(['key', 'value'])
    .where('userId', '=', '')
    .where('scope', '=', LOG)
    .where('key', '>=', param('from'))
    .where('key', '<', param('to'))
    .orderBy('key', 'desc')
    .limit(param('limit')),
)

/** Newest first. */
export const listLog = (db: Db, id: string, limit: number): FolderEntry[] =>
  logPage(db, { from: id, to: `${id}~`, limit }).map(entryOf)

/** Writes a line, and forgets the oldest beyond those that are kept. */
export const addToLog = (tx: WriteTx, id: string, entry: FolderEntry): void => {
  tx.keep(place(LOG, `${id} ${entry.at} ${entry.name}`), JSON.stringify(entry))
  for (const { key } of logPage(tx, { from: id, to: `${id}~`, limit: LOG_LINES + 50 }).slice(LOG_LINES))
    tx.keep(place(LOG, key), null)
}

/** The files that were looked at and still lie in the folder, with what became of them. */
export const listKnownFiles = (db: Db, id: string): FolderEntry[] => valuesOf(db, ofFolder(FILE, id)).map(entryOf)

export const keepKnownFile = (tx: WriteTx, id: string, entry: FolderEntry): void =>
  tx.keep(place(FILE, `${id} ${entry.name}`), JSON.stringify(entry))

export const forgetKnownFile = (tx: WriteTx, id: string, name: string): void => tx.keep(place(FILE, `${id} ${name}`), null)

const mappingNames = prepared<{ id: string }>()((param) =>
  build.selectFrom('importMappings').select('name').where('id', '=', param('id')).where(isActive('importMappings')),
)

/** Null: there is no such mapping any more. */
export const findMappingName = (db: Db, id: string): string | null => mappingNames(db, { id })[0]?.name ?? null
