// The log on disk: five files of one megabyte, without personal data. The only place that writes it.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import log from 'electron-log/node'
import { redact } from './redact.ts'

const FILES = 5
const FILE_BYTES = 1024 * 1024

export interface Log {
  readonly folder: string
  readonly info: (text: string) => void
  readonly warn: (text: string) => void
  /** Writes an error with its causes under a trace that a user can quote. */
  readonly bug: (traceId: string, error: unknown) => void
}

/** Opens the log in a folder, `main.log` unless it has another name; `toConsole` also prints warnings and bugs on standard error. */
export const openLog = (folder: string, toConsole: boolean, name = 'main'): Log => {
  const current = join(folder, `${name}.log`)
  log.transports.file.resolvePathFn = () => current
  // Else the library looks for a package.json above the working folder, and throws where there is none.
  log.transports.file.setAppName('kith')
  log.transports.file.maxSize = FILE_BYTES
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  log.transports.file.archiveLogFn = () => rotate(folder, name)
  log.transports.console.level = toConsole ? 'warn' : false

  const clean = (text: string): string => redact(text, homedir())
  return {
    folder,
    info: (text) => log.info(clean(text)),
    warn: (text) => log.warn(clean(text)),
    bug: (traceId, error) => log.error(clean(`bug ${traceId}\n${describe(error)}`)),
  }
}

/** `main.log` becomes `main.1.log`, that one `main.2.log`; the oldest goes. */
const rotate = (folder: string, name: string): void => {
  const path = (age: number): string => join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`)
  rmSync(path(FILES - 1), { force: true })
  for (let age = FILES - 2; age >= 0; age -= 1) if (existsSync(path(age))) renameSync(path(age), path(age + 1))
}

/** An error with its stack and its causes, as text. */
export const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  const own = error.stack ?? `${error.name}: ${error.message}`
  return error.cause === undefined ? own : `${own}\ncaused by ${describe(error.cause)}`
}
