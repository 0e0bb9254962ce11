// May a workspace live in this folder? Each refusal has its own sentence, and nothing in the folder is touched.
import { existsSync, lstatSync, readdirSync, realpathSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join, parse, sep } from 'node:path'
import { refusal } from './refusal.ts'
import type { Surroundings } from './surroundings.ts'
import { cloudServices, cloudVariables, networkFileSystems } from './unsafe-places.ts'

/** SQLite's own limit for a path on Unix is 512 bytes; Windows' is 260 characters. */
const LONGEST_PATH = { unix: 480, win32: 230 } as const
/** What a new workspace begins with, and room to work in it. */
const NEEDED_BYTES = 16 * 1024 * 1024

/** The path itself: absolute, of ordinary characters, short enough for every file inside. Throws a refusal. */
export const checkPath = (folder: string, { platform }: Surroundings): void => {
  const { root } = parse(folder)
  const isStrange = root === '' || folder === root || /[\u0000-\u001f\u007f]/u.test(folder) || !folder.isWellFormed()
  if (isStrange || (platform === 'win32' && isStrangeOnWindows(folder))) throw refusal('invalid_input', 'workspace.folderStrange')

  const length = Buffer.byteLength(folder)
  const max = platform === 'win32' ? LONGEST_PATH.win32 : LONGEST_PATH.unix
  const hasLongName = folder.split(sep).some((name) => Buffer.byteLength(name) > 255)
  if (length > max || hasLongName) throw refusal('invalid_input', 'workspace.folderTooLong', { length, max })
}

/** The place: this machine's own disk, and nobody else's business. Throws a refusal. */
export const checkPlace = (folder: string, surroundings: Surroundings): void => {
  const real = realPathOf(folder)
  const kind = networkKindOf(folder, surroundings) ?? networkKindOf(real, surroundings)
  if (kind) throw refusal('unavailable', 'workspace.onNetwork', { kind })

  // Both paths: a link may lead into a synced folder, and a synced folder may be a link to elsewhere.
  const service = cloudServiceOf(folder, surroundings) ?? cloudServiceOf(real, surroundings)
  if (service) throw refusal('unavailable', 'workspace.inCloud', { service })
}

/** Bytes that may still be written on the disk of this folder. */
export const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** For a new workspace: the disk has room for one. Throws a refusal. */
export const checkRoom = (folder: string): void => {
  if (freeBytes(folder) < NEEDED_BYTES) throw refusal('unavailable', 'workspace.diskFull')
}

/** Whether Kith may write there. Asks by writing a file, because rights and read-only mounts decide, and of what it holds the room and quotas, too. */
export const checkWritable = (folder: string, content = ''): void => {
  const trial = join(folder, `.kith-trial-${process.pid}`)
  try {
    writeFileSync(trial, content, { mode: 0o600 })
  } finally {
    rmSync(trial, { force: true })
  }
}

/** The folder itself or, before it exists, the one that it will be made in. */
export const nearestExisting = (folder: string): string => ancestorsOf(folder).find((path) => existsSync(path)) ?? folder

/** For a new workspace: missing or empty. Throws a refusal. */
export const checkEmpty = (folder: string): void => {
  if (!existsSync(folder)) return
  if (!lstatSync(realpathSync(folder)).isDirectory()) throw refusal('invalid_input', 'workspace.folderIsFile')
  if (readdirSync(folder).some((name) => !invisible.has(name))) throw refusal('conflict', 'workspace.folderNotEmpty')
}

/** What systems leave in every folder they show. */
const invisible = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

const isStrangeOnWindows = (folder: string): boolean =>
  folder
    .slice(parse(folder).root.length)
    .split(/[\\/]/u)
    .some((name) => /[<>:"|?*]|[. ]$/u.test(name) || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(name))

/** The real path of the folder or, before it exists, of what it will lie in. */
const realPathOf = (folder: string): string => {
  const existing = nearestExisting(folder)
  // The native call also turns a mapped drive of Windows into its \\server\share.
  return join(realpathSync.native(existing), folder.slice(existing.length))
}

const networkKindOf = (folder: string, { platform, mounts }: Surroundings): string | null => {
  if (platform === 'win32') return /^[\\/]{2}(?![?.][\\/])/u.test(folder) || /^\\\\\?\\UNC\\/iu.test(folder) ? 'SMB' : null

  const holding = mounts()
    .filter(({ point }) => folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`))
    // The deepest mount holds it; of two on one point, the later covers the earlier.
    .reduce<{ point: string; type: string } | null>(
      (best, mount) => (best && mount.point.length < best.point.length ? best : mount),
      null,
    )
  return holding ? (networkFileSystems[holding.type] ?? null) : null
}

const cloudServiceOf = (folder: string, { platform, variables }: Surroundings): string | null => {
  const told = Object.entries(cloudVariables).find(([name]) => {
    const root = variables[name]
    return platform === 'win32' && root && `${folder}\\`.toLowerCase().startsWith(`${root}\\`.toLowerCase())
  })
  if (told) return told[1]

  const names = folder.split(/[\\/]/u)
  const named = cloudServices.find((cloud) => names.some((name) => cloud.folder.test(name)))
  if (named) return named.service

  const ancestors = ancestorsOf(folder)
  return (
    cloudServices.find(({ markers }) => markers.some((name) => ancestors.some((path) => existsSync(join(path, name)))))
      ?.service ?? null
  )
}

/** The folder itself, the one around it, and so on to the root. */
const ancestorsOf = (folder: string): string[] => {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...ancestorsOf(above)]
}
