// The machine as its clients and the nemesis have it: it answers, or is killed before it does.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Reply } from '#shared/base/procedure.ts'

export interface MachineProcess {
  /** Null: it ended before it answered. */
  readonly ask: (path: string, input?: unknown) => Promise<Reply | null>
  readonly signal: (name: NodeJS.Signals) => void
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
}

export interface MachineStart {
  /** What stands before `node`: where the process is to run. */
  readonly prefix: readonly string[]
  readonly folder: string
  /** For what is the machine's and not the workspace's. */
  readonly own: string
  readonly place: string
  readonly clock: string
  readonly onComplaint: (text: string) => void
}

/** Ready to be asked. */
export const startMachine = async ({ prefix, folder, own, place, clock, onComplaint }: MachineStart): Promise<MachineProcess> => {
  const program = [join(import.meta.dirname, 'machine.ts'), folder, own, place]
  const node = [process.execPath, '--import', join(import.meta.dirname, 'skewed-clock.ts')]
  const [command = process.execPath, ...args]: readonly string[] = [...prefix, ...node, ...program]
  const child: ChildProcess = spawn(command, args, { env: { ...process.env, KITH_TRIED_CLOCK: clock }, stdio: 'pipe' })
  const waiting = new Map<number, (reply: Reply | null) => void>()
  const ready = Promise.withResolvers<void>()
  let last = 0
  let hasEnded = false

  const ended: MachineProcess['ended'] = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      hasEnded = true
      for (const answer of waiting.values()) answer(null)
      waiting.clear()
      ready.reject(new Error(`A machine ended before it began: ${code ?? signal}`))
      resolve({ code, signal })
    })
  })
  // What was on its way to a machine that is killed has nowhere to go.
  child.stdin?.on('error', () => undefined)
  child.stderr?.on('data', (text) => onComplaint(String(text)))
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = parsed(line)
      if (!said) return
      const { id, reply } = said
      if (id === 0) return ready.resolve()
      waiting.get(id)?.(reply)
      waiting.delete(id)
    })
  await ready.promise

  return {
    ended,
    signal: (name) => void child.kill(name),
    ask: (path, input = {}) =>
      new Promise((resolve) => {
        if (hasEnded) return resolve(null)
        const id = (last += 1)
        waiting.set(id, resolve)
        child.stdin?.write(`${JSON.stringify({ id, path, input })}\n`)
      }),
  }
}

/** Null: the kill came in the middle of the line. */
const parsed = (line: string): { readonly id: number; readonly reply: Reply | null } | null => {
  try {
    // Lines come from `machine.ts` alone.
    return JSON.parse(line) as { id: number; reply: Reply | null }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
