// The headless engine as it ships (`kith serve`), asked through its socket, and the memory that its process holds.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { workInside } from '#main/engine/command-line/held-workspace.ts'
import { machineOf, thisMachinesPlaces } from '#main/engine/machine-place.ts'
import { runtimeFolderOf, thisUser } from '#main/engine/runtime-folder.ts'
import { PASSWORD, workers } from './office.ts'

export interface ServedEngine {
  /** Errors are thrown. */
  readonly ask: (path: string, input: unknown) => Promise<unknown>
  /** Resident memory in MB, as Linux tells it: now, and the most since the process started. */
  readonly memory: () => { readonly nowMb: number; readonly peakMb: number }
}

/** Starts the engine over a workspace, has it asked, and ends it. */
export const withServedEngine = async <Value>(folder: string, work: (engine: ServedEngine) => Promise<Value>): Promise<Value> => {
  const child = spawn(join(import.meta.dirname, '../../bin/kith'), ['--workspace', folder, 'serve'], {
    env: { ...process.env, KITH_PASSWORD: PASSWORD },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  try {
    await once(child.stderr, 'data')
    const options = {
      folder,
      now: () => Date.now(),
      logBug: () => {},
      workers,
      machine: machineOf(thisMachinesPlaces(homedir())),
      runtimeFolder: runtimeFolderOf(thisUser(tmpdir())),
    }
    let value: { readonly done: Value } | null = null
    const reply = await workInside(options, { user: null, password: PASSWORD }, async (session) => {
      const ask: ServedEngine['ask'] = async (path, input) => {
        const answer = await session.call(path, input)
        if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer.error)}`)
        return answer.data
      }
      value = { done: await work({ ask, memory: () => memoryOf(child.pid ?? 0) }) }
      return session.call('users.me', {})
    })
    if (!reply.ok || value === null) throw new Error(JSON.stringify(reply))
    // Assigned inside the callback, which the compiler does not follow.
    return (value as { readonly done: Value }).done
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

/** Not `resourceUsage`, whose peak begins with that of the process that started this one. */
const memoryOf = (pid: number): ReturnType<ServedEngine['memory']> => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mb = (line: RegExp): number => Number(line.exec(status)?.[1]) / 1000
  return { nowMb: mb(/VmRSS:\s+(\d+) kB/u), peakMb: mb(/VmHWM:\s+(\d+) kB/u) }
}
