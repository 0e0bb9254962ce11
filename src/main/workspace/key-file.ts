// keys.json and its copy on the disk. Both always say the same: an old copy would let an old password back in.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { KEY_FILE_VERSION, type KeyFile, keyFile } from './key-file.schema.ts'
import { refusal } from './refusal.ts'

export const KEYS = 'keys.json'
export const KEYS_COPY = 'keys.json.bak'
const KEYS_DAMAGED = 'keys.json.damaged'

export interface FoundKeys {
  readonly file: KeyFile
  /** keys.json itself is missing, damaged or older than its copy; `repairKeys` mends it once a key was proved right. */
  readonly needsRepair: boolean
  readonly usedCopy: boolean
}

/**
 * Reads keys.json, or its copy if that is damaged or missing.
 * @returns `null` if there is neither. Throws a refusal if there is something and none of it can be read.
 */
export const readKeys = (folder: string): FoundKeys | null => {
  const own = readOne(join(folder, KEYS))
  if (own.kind === 'newer') throw refusal('unavailable', 'workspace.keysNewer')
  const copy = readOne(join(folder, KEYS_COPY))
  if (own.kind === 'good') {
    return { file: own.file, usedCopy: false, needsRepair: copy.kind !== 'good' || copy.text !== own.text }
  }

  if (copy.kind === 'newer') throw refusal('unavailable', 'workspace.keysNewer')
  if (copy.kind === 'good') return { file: copy.file, usedCopy: true, needsRepair: true }
  if (own.kind === 'missing' && copy.kind === 'missing') return null
  throw refusal('unavailable', 'workspace.keysDamaged')
}

/**
 * Writes both files, each whole or not at all. Both are on the disk under passing names before either takes its place: a full disk then leaves
 * the old pair, not a new password in one and the old one in the other.
 */
export const writeKeys = (folder: string, file: KeyFile): void => {
  const text = `${JSON.stringify(keyFile.parse(file), null, 2)}\n`
  const names = [KEYS, KEYS_COPY]
  try {
    for (const name of names) writeWhole(join(folder, `${name}.new`), text)
    for (const name of names) renameSync(join(folder, `${name}.new`), join(folder, name))
  } catch (error) {
    for (const name of names) rmSync(join(folder, `${name}.new`), { force: true, recursive: true })
    throw error
  }
  syncFolder(folder)
}

/** Makes keys.json and its copy agree on `found.file`; what was damaged is kept aside as evidence. */
export const repairKeys = (folder: string, found: FoundKeys): void => {
  if (found.usedCopy && existsSync(join(folder, KEYS))) renameSync(join(folder, KEYS), join(folder, KEYS_DAMAGED))
  writeKeys(folder, found.file)
}

type ReadOne =
  { readonly kind: 'good'; readonly file: KeyFile; readonly text: string } | { readonly kind: 'missing' | 'damaged' | 'newer' }

const readOne = (path: string): ReadOne => {
  if (!existsSync(path)) return { kind: 'missing' }
  const text = readFileSync(path, 'utf8')
  const json = parseJson(text)
  const version = z.object({ v: z.int() }).safeParse(json)
  if (version.success && version.data.v > KEY_FILE_VERSION) return { kind: 'newer' }

  const parsed = keyFile.safeParse(json)
  return parsed.success ? { kind: 'good', file: parsed.data, text } : { kind: 'damaged' }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON is one way of being damaged; the caller says so.
    return undefined
  }
}

const writeWhole = (path: string, text: string): void => {
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes a rename last through a power cut. Windows has no such call and needs none. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
