// The single instance lock: a file with the first instance's process id; a later one leaves a note that the first is watching for.
import {
  type FSWatcher,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { getPath } from './app-paths.ts'

export interface SecondInstance {
  readonly argv: string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

let held: { file: string; watcher: FSWatcher } | undefined

export const holdsLock = () => held !== undefined

/** True for the first instance; a later one hands over its command line and gets false. */
export const requestLock = (additionalData: unknown, onSecond: (note: SecondInstance) => void): boolean => {
  if (held) return true
  const folder = join(getPath('userData'), 'standin-lock')
  const file = join(folder, 'pid')
  mkdirSync(folder, { recursive: true })
  while (!claim(file)) {
    if (isAlive(Number(readFileSync(file, 'utf8')))) {
      leaveNote(folder, { argv: process.argv, workingDirectory: process.cwd(), additionalData })
      return false
    }
    rmSync(file, { force: true })
  }
  const watcher = watch(folder, () => readNotes(folder).forEach(onSecond))
  watcher.unref()
  held = { file, watcher }
  return true
}

export const releaseLock = () => {
  if (!held) return
  held.watcher.close()
  rmSync(held.file, { force: true })
  held = undefined
}

const claim = (file: string): boolean => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (existsSync(file)) return false
    throw error
  }
}

const isAlive = (pid: number): boolean => {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false // the only way Node has to say "no such process"
  }
}

const leaveNote = (folder: string, note: SecondInstance) => {
  const file = join(folder, `note-${String(process.pid)}`)
  writeFileSync(`${file}.tmp`, JSON.stringify(note))
  renameSync(`${file}.tmp`, `${file}.json`)
}

const readNotes = (folder: string): SecondInstance[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const file = join(folder, name)
      const note = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance // written by leaveNote
      rmSync(file)
      return note
    })
