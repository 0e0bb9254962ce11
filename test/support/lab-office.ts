// Two whole machines of one office in a lab of network namespaces: engines with threads and encrypted files, each a process of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { watchFile } from '../faults/nemesis/holdings.ts'
import { type MachineProcess, startMachine } from '../faults/nemesis/machine-process.ts'
import { PASSWORD } from '../main/engine/test-engine.ts'
import type { Lab } from './namespaces.ts'

const PATIENCE_MS = 60_000

export interface LabOffice {
  /** The data of a good reply. */
  readonly ask: (machine: Name, path: string, input?: unknown) => Promise<unknown>
  /** Each writes so many companies, one after the other. */
  readonly write: (machine: Name, count: number) => Promise<void>
  /** Until both files hold the same change sets; ms. */
  readonly untilEqual: () => Promise<number>
  readonly end: () => Promise<void>
}

const names = ['pc1', 'pc2'] as const
export type Name = (typeof names)[number]

/** Both machines must be plugged in. The second finds the first by what it announces, and joins it. */
export const openLabOffice = async (lab: Lab): Promise<LabOffice> => {
  const base = mkdtempSync(join(tmpdir(), 'kith-lab-'))
  const running = new Map<Name, MachineProcess>()
  const folderOf = (name: Name): string => join(base, name, 'office')
  const ask: LabOffice['ask'] = async (name, path, input = {}) => {
    const reply = await running.get(name)?.ask(path, input)
    if (!reply?.ok) throw new Error(`${path} on ${name}: ${JSON.stringify(reply?.error ?? 'it is down')}`)
    return reply.data
  }
  const end = async (): Promise<void> => {
    for (const { signal, ended } of running.values()) {
      signal('SIGKILL')
      await ended
    }
    rmSync(base, { recursive: true })
  }
  try {
    for (const name of names) {
      const own = join(base, `own-${name}`)
      const clock = join(base, `clock-${name}`)
      mkdirSync(join(own, 'run'), { recursive: true, mode: 0o700 })
      writeFileSync(clock, '0')
      const start = { prefix: lab.wordsFor(name), folder: folderOf(name), own, place: '-', clock }
      running.set(name, await startMachine({ ...start, onComplaint: (text) => process.stderr.write(text) }))
    }
    const made = await ask('pc1', 'workspace.create', {
      ...{ workspaceName: 'Office', userName: 'Lin', password: PASSWORD, language: 'en', timeZone: 'Asia/Shanghai' },
    })
    await ask('pc1', 'workspace.confirmRecoveryKey', made)
    await ask('pc1', 'network.switch', { isOn: true, name: 'pc1' })
    const { code } = (await ask('pc1', 'network.invite')) as { code: string } // the contract's outputs, here and below
    const address = await found(ask)
    const { users } = (await ask('pc2', 'network.pair', { address, code, name: 'pc2' })) as { users: { id: string }[] }
    const joined = await ask('pc2', 'network.join', { userId: users[0]?.id, password: PASSWORD })
    await ask('pc2', 'workspace.confirmRecoveryKey', joined)
  } catch (error) {
    await end()
    throw error
  }
  return {
    ask,
    end,
    write: async (name, count) => {
      for (let index = 0; index < count; index++) await ask(name, 'companies.create', { name: `${name} ${index}` })
    },
    untilEqual: async () => {
      const start = performance.now()
      const files = await Promise.all(names.map((name) => watchFile(folderOf(name))))
      try {
        while (new Set(files.map(({ vector }) => vector())).size > 1) {
          if (performance.now() - start > PATIENCE_MS) throw new Error('The machines do not become equal.')
          await sleep(20)
        }
        return performance.now() - start
      } finally {
        for (const { close } of files) close()
      }
    },
  }
}

/** The address under which the second machine hears the first. */
const found = async (ask: LabOffice['ask']): Promise<string> => {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const [office] = (await ask('pc2', 'network.found')) as { address: string }[]
    if (office) return office.address
    await sleep(100)
  }
  throw new Error('The office is not heard.')
}
