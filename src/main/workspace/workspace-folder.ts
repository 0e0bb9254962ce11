// What lies in a workspace's folder, and in which state it is: nothing yet, half made, or a workspace.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import { takeExclusiveLock } from '#main/db/exclusive-lock.ts'
import { checkEmpty, checkPath, checkPlace, checkRoom, checkWritable, nearestExisting } from './folder-checks.ts'
import { type FoundKeys, KEYS, KEYS_COPY, readKeys, syncFolder } from './key-file.ts'
import { isConfirmed } from './key-slots.ts'
import { asRefusal, refusal } from './refusal.ts'
import type { Surroundings } from './surroundings.ts'

export const DATABASE = 'kith.db'
/** Held locked by the engine at work; empty, and of no use to anybody else. */
export const ENGINE_LOCK = 'engine.lock'
/** There while a workspace is being made. What a folder with it holds was never told to anyone. */
const UNFINISHED = 'kith.unfinished'
const ATTACHMENTS = 'attachments'
const BACKUPS = 'backups'

const made = [
  KEYS,
  `${KEYS}.new`,
  KEYS_COPY,
  `${KEYS_COPY}.new`,
  DATABASE,
  `${DATABASE}-wal`,
  `${DATABASE}-shm`,
  `${DATABASE}-journal`,
  ENGINE_LOCK,
  'network.sealed',
]

export const databaseOf = (folder: string): string => join(folder, DATABASE)
/** The machine's own key and what it knows of the office network, sealed. */
export const networkFileOf = (folder: string): string => join(folder, 'network.sealed')
/** Where the records are compared with their history: made for that, encrypted under a key of its own, and taken away afterwards. */
export const scratchOf = (folder: string): string => join(folder, 'check.db')
export const attachmentsOf = (folder: string): string => join(folder, ATTACHMENTS)

/** The keys of the workspace in this folder, or `null` if there is none yet. Throws a refusal if there is one that cannot be used. */
export const findWorkspace = (folder: string, surroundings: Surroundings): FoundKeys | null =>
  telling(() => {
    checkPath(folder, surroundings)
    checkPlace(folder, surroundings)
    if (!existsSync(folder)) return null
    if (!statSync(folder).isDirectory()) throw refusal('invalid_input', 'workspace.folderIsFile')
    if (isInterrupted(folder)) return null

    const keys = readKeys(folder)
    const hasDatabase = existsSync(databaseOf(folder))
    if (!keys && hasDatabase) throw refusal('unavailable', 'workspace.keysMissing')
    if (keys && !hasDatabase) throw refusal('unavailable', 'workspace.databaseMissing')
    return keys
  })

/**
 * Before it is opened: the folder can be written to, and kith.db may be what it claims to be. How much room there is does not matter: what cannot
 * be saved is refused whole, and all that was saved before can be looked up.
 */
export const checkBeforeOpening = (folder: string): void =>
  telling(() => {
    checkWritable(folder)
    const start = Buffer.alloc(16)
    const file = openSync(databaseOf(folder), 'r')
    const length = readSync(file, start, 0, start.length, 0)
    closeSync(file)
    // Ours is encrypted from its first byte; SQLite would call both of these by other names.
    if (length === 0) throw refusal('unavailable', 'workspace.damaged')
    if (start.toString('latin1') === 'SQLite format 3\0') throw refusal('unavailable', 'workspace.notDatabase')
  })

/** `workspace-2` beside `workspace`, or the next that is not there. */
export const newFolderBeside = (folder: string): string => {
  let number = 2
  while (existsSync(`${resolve(folder)}-${number}`)) number += 1
  return `${resolve(folder)}-${number}`
}

/** Whether a new workspace can be made in this folder. Throws a refusal; takes away at most what an interrupted making left. */
export const checkBeforeMaking = (folder: string, surroundings: Surroundings): void =>
  telling(() => {
    checkPath(folder, surroundings)
    checkPlace(folder, surroundings)
    if (isInterrupted(folder)) clearInterrupted(folder)
    if (existsSync(join(folder, KEYS)) || existsSync(databaseOf(folder))) throw refusal('conflict', 'workspace.exists')
    checkEmpty(folder)
    const existing = nearestExisting(folder)
    checkRoom(existing)
    checkWritable(existing)
  })

/** Makes the folder ready for a new workspace; `finishWorkspace` ends what this begins. Throws a refusal, having touched nothing. */
export const beginWorkspace = (folder: string, surroundings: Surroundings): { readonly isNewFolder: boolean } =>
  telling(() => {
    checkBeforeMaking(folder, surroundings)
    const isNewFolder = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined
    try {
      writeFileSync(join(folder, UNFINISHED), '', { flag: 'wx', flush: true })
      // Empty as yet: SQLite keeps the rights it finds, and gives its log the same.
      writeFileSync(databaseOf(folder), '', { flag: 'wx', mode: 0o600 })
      mkdirSync(join(folder, ATTACHMENTS), { mode: 0o700 })
      mkdirSync(join(folder, BACKUPS), { mode: 0o700 })
      return { isNewFolder }
    } catch (error) {
      abandonWorkspace(folder, isNewFolder)
      throw error
    }
  })

/** Also what a crash left of it. Nobody can read that, so what cannot be taken away now waits for the next time. */
export const clearScratch = (folder: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) {
    try {
      rmSync(`${scratchOf(folder)}${end}`, { force: true, maxRetries: 3 })
    } catch {
      // A virus scanner is at it, for instance.
    }
  }
}

/** From here on the workspace exists. */
export const finishWorkspace = (folder: string): void => {
  syncFolder(folder)
  rmSync(join(folder, UNFINISHED))
  syncFolder(folder)
}

/** Half made. Beside keys whose recovery key was typed back the mark is a stray: data may be there, and nothing is taken away. */
const isInterrupted = (folder: string): boolean => existsSync(join(folder, UNFINISHED)) && !hasConfirmedKeys(folder)

const hasConfirmedKeys = (folder: string): boolean => {
  try {
    const keys = readKeys(folder)
    return keys !== null && isConfirmed(keys.file)
  } catch (error) {
    // Keys written by half: nobody was ever told of this workspace.
    if (error instanceof AppError) return false
    throw error
  }
}

/** What another engine is making right now is not interrupted. */
const clearInterrupted = (folder: string): void => {
  const release = takeExclusiveLock(join(folder, ENGINE_LOCK))
  if (!release) throw refusal('conflict', 'workspace.inUse')
  release()
  abandonWorkspace(folder, false)
}

/** Takes away what an interrupted making left, and only that. */
export const abandonWorkspace = (folder: string, isNewFolder: boolean): void => {
  for (const name of made) rmSync(join(folder, name), { force: true })
  for (const name of [ATTACHMENTS, BACKUPS]) {
    const path = join(folder, name)
    if (existsSync(path) && readdirSync(path).length === 0) rmSync(path, { recursive: true })
  }
  rmSync(join(folder, UNFINISHED), { force: true })
  if (isNewFolder) rmdirSync(folder)
}

/** Failures of the file system get the sentence that fits them. */
const telling = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw asRefusal(error)
  }
}
