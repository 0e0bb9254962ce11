// What each procedure of watched folders does. The job that looks into them calls `due`, the imports, and `note` for each file.
import { stat } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import type { DueFolder, FolderEntry, FolderState, WatchedFolder } from '#shared/watched-folders/watched-folder.ts'
import type { Db } from '#main/db/database.ts'
import { type CallContext, type Handlers, type MutationContext, prepared } from '#main/rpc/handlers.ts'
import { findFiles, freePlace, moveAside } from './folder-files.ts'
import {
  addToLog,
  findFolder,
  findLook,
  findMappingName,
  forgetFolder,
  forgetKnownFile,
  keepFolder,
  keepKnownFile,
  keepLook,
  listFolders,
  listKnownFiles,
  listLog,
} from './watched-folders.repository.ts'

const MINUTE = 60_000
/** What the folders are called into which files go, and the files of rows that stay out, in the language of the workspace. */
const FOLDERS = {
  en: { taken: 'Imported', putAside: 'Not imported', rest: 'left out' },
  'zh-CN': { taken: '已导入', putAside: '未导入', rest: '未导入的行' },
} as const

const requireFolder = (db: Db, id: string): WatchedFolder => {
  const folder = findFolder(db, id)
  if (folder) return folder
  throw new AppError('not_found', 'watchedFolders.gone')
}

const requireWaiting = (db: Db, id: string, name: string): { readonly folder: WatchedFolder; readonly file: FolderEntry } => {
  const folder = requireFolder(db, id)
  const file = listKnownFiles(db, id).find((known) => known.name === name)
  if (file) return { folder, file }
  throw new AppError('not_found', 'watchedFolders.file.gone', { name })
}

const checkFolder = (db: Db, { id, folder, mappingId }: { id: string | null; folder: string; mappingId: string }): void => {
  if (findMappingName(db, mappingId) === null) {
    const issue = { field: 'mappingId', code: 'reference_gone', params: {} }
    throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues: [issue] })
  }
  if (listFolders(db).some((other) => other.folder === folder && other.id !== id)) {
    throw new AppError('conflict', 'watchedFolders.folder.twice', { folder })
  }
}

const isDue = (db: Db, { id, everyMinutes, isOn }: WatchedFolder, nowMs: number): boolean => {
  const { at, isAsked } = findLook(db, id)
  return isAsked || (isOn && (at === null || Date.parse(at) + everyMinutes * MINUTE <= nowMs))
}

export const watchedFoldersHandlers: Handlers['watchedFolders'] = {
  list: ({ db }) =>
    listFolders(db).map((folder): FolderState => {
      const { at, trouble } = findLook(db, folder.id)
      return {
        ...folder,
        mappingName: findMappingName(db, folder.mappingId),
        lookedAt: at,
        trouble,
        waiting: listKnownFiles(db, folder.id).length,
        last: listLog(db, folder.id, 1)[0] ?? null,
      }
    }),

  save: prepared(
    async (_context, { folder }) => {
      const isFolder = await stat(folder).then(
        (found) => found.isDirectory(),
        () => false,
      )
      if (!isFolder) throw new AppError('invalid_input', 'watchedFolders.folder.gone', { folder })
    },
    ({ tx, newId }: MutationContext, { id, ...given }) => {
      checkFolder(tx, { id, ...given })
      const folder = { id: id ?? newId(), ...given }
      if (id !== null) requireFolder(tx, id)
      keepFolder(tx, folder)
      return { id: folder.id }
    },
  ),

  change: ({ tx }, changes) => {
    const folder = { ...requireFolder(tx, changes.id), ...changes }
    checkFolder(tx, folder)
    keepFolder(tx, folder)
    return null
  },

  remove: ({ tx }, { id }) => {
    requireFolder(tx, id)
    forgetFolder(tx, id)
    return null
  },

  lookNow: ({ tx }, { id }) => {
    requireFolder(tx, id)
    // What waits is looked at afresh: its mapping may have been mended.
    for (const { name } of listKnownFiles(tx, id)) forgetKnownFile(tx, id, name)
    keepLook(tx, id, { ...findLook(tx, id), isAsked: true })
    return null
  },

  log: ({ db }, { id, limit }) => {
    requireFolder(db, id)
    const entries = listLog(db, id, limit + 1)
    return { entries: entries.slice(0, limit), hasMore: entries.length > limit }
  },

  waiting: ({ db }, { id }) => {
    requireFolder(db, id)
    return listKnownFiles(db, id)
  },

  putAside: prepared(
    async (context: CallContext, { id, name }) => {
      const { folder, file } = requireWaiting(context.db, id, name)
      const into = FOLDERS[context.run('settings.get', {}).language].putAside
      if (await moveAside(folder.folder, name, { into, at: context.now() })) return file
      throw new AppError('unavailable', 'watchedFolders.file.stuck', { name })
    },
    ({ tx }: MutationContext, { id, name }, file: FolderEntry) => {
      forgetKnownFile(tx, id, name)
      addToLog(tx, id, { ...file, at: tx.at, fate: 'put_aside', operation: null })
      return null
    },
  ),

  fileOf: ({ db }, { id, name }) => {
    const { folder } = requireWaiting(db, id, name)
    return { path: join(folder.folder, name), mappingId: folder.mappingId }
  },

  due: prepared(
    async ({ db, now }: CallContext) => {
      const nowMs = Date.parse(now())
      const due: DueFolder[] = []
      for (const folder of listFolders(db)) {
        if (!isDue(db, folder, nowMs)) continue
        const found = await findFiles(folder.folder, listKnownFiles(db, folder.id), nowMs)
        const mappingName = findMappingName(db, folder.mappingId)
        due.push({ ...folder, ...found, mappingName })
      }
      return due
    },
    (_context: CallContext, _input, due: DueFolder[]) => due,
  ),

  looked: ({ tx }, { id, trouble, gone }) => {
    if (!findFolder(tx, id)) return null
    keepLook(tx, id, { at: tx.at, isAsked: false, trouble })
    for (const file of listKnownFiles(tx, id).filter(({ name }) => gone.includes(name))) {
      forgetKnownFile(tx, id, file.name)
      // What was taken in and could not be moved then is only out of the way now.
      if (file.fate !== 'taken' && file.fate !== 'known')
        addToLog(tx, id, { ...file, at: tx.at, fate: 'gone', counts: null, reason: null })
    }
    return null
  },

  placeForRest: prepared(
    async (context: CallContext, { id, name, table }) => {
      const { folder } = requireFolder(context.db, id)
      const { taken, rest } = FOLDERS[context.run('settings.get', {}).language]
      const stem = table === 1 ? parse(name).name : `${parse(name).name} (${table})`
      return freePlace(join(folder, taken), `${stem} – ${rest}.csv`, context.now())
    },
    (_context: CallContext, _input, path: string) => ({ path }),
  ),

  note: prepared(
    async (context: CallContext, { folderId, entry }) => {
      const folder = findFolder(context.db, folderId)
      if (!folder || (entry.fate !== 'taken' && entry.fate !== 'known')) return false
      const into = FOLDERS[context.run('settings.get', {}).language].taken
      return moveAside(folder.folder, entry.name, { into, at: context.now() })
    },
    ({ tx }: MutationContext, { folderId, entry }, isMoved: boolean) => {
      if (!findFolder(tx, folderId)) return null
      const noted = { ...entry, at: tx.at }
      const isDone = entry.fate === 'taken' || entry.fate === 'known'
      // A file that cannot be moved is known by its size and time, so that it is not taken in again.
      if (isDone && isMoved) forgetKnownFile(tx, folderId, entry.name)
      else {
        const stuck = { messageKey: 'watchedFolders.file.stuck', params: { name: entry.name } }
        keepKnownFile(tx, folderId, isDone ? { ...noted, reason: stuck } : noted)
      }
      addToLog(tx, folderId, noted)
      return null
    },
  ),
}
