// app.getPath and app.setPath with Electron's names. The user's data follow --user-data-dir.
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { argument, run } from './run.ts'

const chosen = new Map<string, string>()
let chosenName: string | undefined

export const appName = () => chosenName ?? run.manifest.productName ?? run.manifest.name ?? 'Electron'
export const setAppName = (name: string) => {
  chosenName = name
}

const appData = () => {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

const userData = () => {
  const folder = argument('user-data-dir') || join(getPath('appData'), appName())
  mkdirSync(folder, { recursive: true })
  return folder
}

const paths: Record<string, () => string> = {
  home: homedir,
  appData,
  userData,
  sessionData: () => getPath('userData'),
  temp: tmpdir,
  exe: () => process.argv[0] ?? '',
  module: () => process.argv[0] ?? '',
  logs: () => join(getPath('userData'), 'logs'),
  crashDumps: () => join(getPath('userData'), 'Crashpad'),
  desktop: () => join(homedir(), 'Desktop'),
  documents: () => join(homedir(), 'Documents'),
  downloads: () => join(homedir(), 'Downloads'),
  music: () => join(homedir(), 'Music'),
  pictures: () => join(homedir(), 'Pictures'),
  videos: () => join(homedir(), 'Videos'),
}

export const getPath = (name: string): string => {
  const find = paths[name]
  if (!find) throw new Error(`Failed to get '${name}' path`)
  return chosen.get(name) ?? find()
}

export const setPath = (name: string, path: string) => {
  if (!isAbsolute(path)) throw new Error('Path must be absolute')
  if (!paths[name]) throw new Error(`Failed to set path`)
  chosen.set(name, path)
}
