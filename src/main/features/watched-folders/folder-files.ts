// The files of a watched folder on the disk: which of them are to be taken in, and how one is moved out of the way.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import { extname, join, parse } from 'node:path'
import type { DueFolder, FolderEntry } from '#shared/watched-folders/watched-folder.ts'

/** The kinds of files that an import reads. Others stay where they are. */
const KINDS: ReadonlySet<string> = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.xls', '.ods', '.vcf', '.ics'])
/** A file that was changed so shortly before may still be being written. */
const SETTLED_MS = 5_000

/** Marks of files that other programs are working on. */
const isPassing = (name: string): boolean => /^(?:\.|~\$|~)|\.(?:tmp|part|crdownload)$/iu.test(name)

type Found = Pick<DueFolder, 'files' | 'gone' | 'isUnsettled' | 'trouble'>

/** The files that are new or have changed since they were looked at. A folder that cannot be read is trouble, not an error. */
export const findFiles = async (folder: string, known: readonly FolderEntry[], nowMs: number): Promise<Found> => {
  const seen = new Map(known.map((entry) => [entry.name, entry]))
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries
      .filter((entry) => entry.isFile() && KINDS.has(extname(entry.name).toLowerCase()) && !isPassing(entry.name))
      .map(({ name }) => name)
    const files: DueFolder['files'] = []
    let isUnsettled = false
    for (const name of names.toSorted()) {
      const found = await statOf(join(folder, name))
      const before = seen.get(name)
      if (found === null || (before && before.bytes === found.bytes && before.changedMs === found.changedMs)) continue
      if (nowMs - found.changedMs < SETTLED_MS) isUnsettled = true
      else files.push({ path: join(folder, name), name, ...found })
    }
    const there = new Set(entries.map(({ name }) => name))
    const gone = known.map(({ name }) => name).filter((name) => !there.has(name))
    return { files, gone, isUnsettled, trouble: null }
  } catch (error) {
    if (!isSystemError(error)) throw error
    const isGone = error.code === 'ENOENT' || error.code === 'ENOTDIR'
    return {
      files: [],
      gone: [],
      isUnsettled: false,
      trouble: { messageKey: isGone ? 'watchedFolders.folder.gone' : 'watchedFolders.folder.unreadable', params: { folder } },
    }
  }
}

/** Null: it has gone since the folder was read. */
const statOf = async (path: string): Promise<{ readonly bytes: number; readonly changedMs: number } | null> => {
  try {
    const { size, mtimeMs } = await stat(path)
    return { bytes: size, changedMs: mtimeMs }
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return null
    throw error
  }
}

/** A name that nothing in the folder has, which need not be there yet: the wanted one, or the same with the moment. */
export const freePlace = async (target: string, name: string, at: string): Promise<string> => {
  const taken = new Set(existsSync(target) ? await readdir(target) : [])
  const { name: stem, ext } = parse(name)
  const moment = at.replace(/[:T]/gu, '-').slice(0, 23)
  return join(target, taken.has(name) ? `${stem} ${moment}${ext}` : name)
}

/** Moves a file into a folder beside it, under its own name or, where that is taken, with the moment. Answers false where it cannot. */
export const moveAside = async (folder: string, name: string, { into, at }: { readonly into: string; readonly at: string }) => {
  const target = join(folder, into)
  try {
    await mkdir(target, { recursive: true })
    await rename(join(folder, name), await freePlace(target, name, at))
    return true
  } catch (error) {
    if (isSystemError(error)) return false
    throw error
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error
