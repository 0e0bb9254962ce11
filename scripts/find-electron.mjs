// Which Electron starts the app: the real one where it is or can be fetched, else the stand-in of test/standin.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { project, say, succeeds } from './install-missing.mjs'

const folder = join(project, 'node_modules', 'electron')
const note = join(project, 'node_modules', '.cache', 'kith', 'electron-could-not-be-fetched')
const fetchTimeout = 180_000
const day = 86_400_000

/** Path of Electron's binary, or null when it is not here and cannot be fetched. KITH_ELECTRON names one of your own. */
export const findElectron = () => {
  if (process.env.KITH_ELECTRON) return process.env.KITH_ELECTRON
  return installed() ?? (triedToday() ? null : fetched())
}

export const standin = join(project, 'test', 'standin', 'electron')

const installed = () => {
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

const triedToday = () => existsSync(note) && Date.now() - statSync(note).mtimeMs < day

const fetched = () => {
  say('Electron’s binary is not here yet; I fetch it. This happens once.')
  if (
    succeeds(process.execPath, [join(folder, 'install.js')], { timeout: fetchTimeout, stdio: 'ignore' }) &&
    installed() !== null
  ) {
    rmSync(note, { force: true })
    return installed()
  }
  mkdirSync(dirname(note), { recursive: true })
  writeFileSync(note, 'Remove this file to try again before a day has passed.\n')
  say('Electron’s binary could not be fetched; I shall try again tomorrow.')
  return null
}
