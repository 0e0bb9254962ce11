// The command line as its users have it: processes of their own, run from source, with their own folder for sockets.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'

const cli = join(import.meta.dirname, '../../src/main/cli.ts')

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly child: ChildProcessWithoutNullStreams
  /** What it has said so far. */
  readonly said: () => { readonly out: string; readonly err: string }
  /** Settles when standard error holds the text; rejects if the process ends before. */
  readonly untilSaid: (text: string) => Promise<void>
  readonly ended: Promise<Outcome>
}

export interface Shell {
  readonly start: (command: string, args: readonly string[], input?: string, variables?: NodeJS.ProcessEnv) => Running
  /** `kith …` from source. */
  readonly kith: (args: readonly string[], input?: string, variables?: NodeJS.ProcessEnv) => Promise<Outcome>
  readonly startKith: (args: readonly string[], variables?: NodeJS.ProcessEnv) => Running
  readonly killAll: () => void
}

/** `folder`: where commands work, and where they look for a socket. */
export const shellIn = (folder: () => string, password: string): Shell => {
  const children: ChildProcessWithoutNullStreams[] = []
  const start: Shell['start'] = (command, args, input = '', variables = {}) => {
    const child = spawn(command, args, { cwd: folder(), env: { ...process.env, XDG_RUNTIME_DIR: folder(), ...variables } })
    children.push(child)
    let out = ''
    let err = ''
    const waiting = new Set<() => void>()
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
      for (const look of waiting) look()
    })
    const ended = new Promise<Outcome>((resolve) => child.on('close', (code) => resolve({ code, out, err })))
    child.stdin.end(input)
    const untilSaid = (text: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const look = (): void => void (err.includes(text) && (waiting.delete(look), resolve()))
        waiting.add(look)
        void ended.then(() => reject(new Error(`It ended without “${text}”: ${out} ${err}`)))
        look()
      })
    return { child, ended, untilSaid, said: () => ({ out, err }) }
  }
  const startKith: Shell['startKith'] = (args, variables = { KITH_PASSWORD: password }) =>
    start(process.execPath, [cli, ...args], '', variables)
  return {
    start,
    startKith,
    kith: (args, input = '', variables = { KITH_PASSWORD: password }) =>
      start(process.execPath, [cli, ...args], input, variables).ended,
    killAll: () => {
      for (const child of children.splice(0)) child.kill('SIGKILL')
    },
  }
}
