// Moves machines of a little office from a test: orders out, reports in.
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { HeardMachine } from '#main/net/heard.ts'
import { createLab, type Lab } from './namespaces.ts'

export type MachineOrder =
  | { readonly do: 'start' | 'stop' | 'close' | 'peers' | 'state' | 'end' }
  | { readonly do: 'open'; readonly ms: number }
  | { readonly do: 'dial'; readonly host: string; readonly port: number }
  | { readonly do: 'search'; readonly port: number }
  /** The connection test, towards one other machine that is heard. Answers levels and keys. */
  | { readonly do: 'test'; readonly host: string; readonly port: number }

/** `after`: ms since the last order. */
export type MachineReport =
  | { readonly tells: 'ready'; readonly port: number }
  | { readonly tells: 'peer'; readonly machine: HeardMachine; readonly after: number }
  | { readonly tells: 'offices'; readonly offices: readonly HeardMachine[]; readonly after: number }
  | { readonly tells: 'done'; readonly number: number; readonly value: unknown }

export interface Machine {
  /** Where it listens by TCP. */
  readonly port: number
  readonly reports: readonly MachineReport[]
  /** The answer is what the order answers; the caller knows its type. */
  order<Answer = null>(order: MachineOrder): Promise<Answer>
  /** The first report that passes, also one that came before. Fails after `ms`. */
  waitFor<Found>(find: (report: MachineReport) => Found | null, ms?: number): Promise<Found>
  end(): Promise<void>
}

export const OFFICE_KEY = '5a'.repeat(32)

export interface LabPlay {
  readonly lab: Lab
  /** Of the office unless another key is given; its announcer is still off. */
  readonly boot: (name: string, key?: string) => Promise<Machine>
}

/** Plays in a lab of its own and leaves nothing of it behind. */
export const inLab = async (play: (given: LabPlay) => Promise<void>): Promise<void> => {
  const lab = createLab()
  const machines: Machine[] = []
  const boot = async (name: string, key = OFFICE_KEY): Promise<Machine> => {
    const machine = await startMachine(lab, name, key)
    machines.push(machine)
    return machine
  }
  try {
    await play({ lab, boot })
  } finally {
    for (const machine of machines) await machine.end()
    lab.remove()
  }
}

/** Waits until `machine` has heard the other one, by an address that fits, and answers that address and the ms since its last order. */
export const hears = (machine: Machine, other: Machine, fits: (address: string) => boolean = () => true, ms = 10_000) =>
  machine.waitFor((report) => {
    if (report.tells !== 'peer' || report.machine.port !== other.port) return null
    const address = report.machine.addresses.map((place) => place.address).find(fits)
    return address === undefined ? null : { address, after: report.after }
  }, ms)

/** Starts the announcers one after the other; answers how many ms each needed to hear each other one, counted from the start of the later one. */
export const startOneByOne = async (machines: readonly Machine[], ms = 10_000): Promise<readonly number[]> => {
  const times: number[] = []
  for (const [index, machine] of machines.entries()) {
    const running = machines.slice(0, index)
    // An order sets the clock that a machine counts from.
    for (const other of running) await other.order({ do: 'peers' })
    await machine.order({ do: 'start' })
    const heard = await Promise.all(
      running.flatMap((other) => [hears(machine, other, undefined, ms), hears(other, machine, undefined, ms)]),
    )
    times.push(...heard.map(({ after }) => after))
  }
  return times
}

/** `key`: hex of the workspace's key, or `new` for a machine without an office. */
export const startMachine = async (lab: Lab, name: string, key: string): Promise<Machine> => {
  const child = lab.start(name, process.execPath, join(import.meta.dirname, 'network-machine.ts'), key)
  const reports: MachineReport[] = []
  const waiting = new Set<() => void>()
  let complaints = ''
  child.stderr.on('data', (text) => (complaints += String(text)))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Lines come from network-machine.ts alone.
    reports.push(JSON.parse(line) as MachineReport)
    for (const look of waiting) look()
  })

  const waitFor: Machine['waitFor'] = (find, ms = 10_000) =>
    new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`${name} did not tell it within ${ms} ms, but ${JSON.stringify(reports)} ${complaints}`))
      }, ms)
      const look = (): void => {
        for (const report of reports) {
          const found = find(report)
          if (found === null) continue
          clearTimeout(giveUp)
          waiting.delete(look)
          return resolve(found)
        }
      }
      waiting.add(look)
      look()
    })

  let orders = 0
  const port = await waitFor((report) => (report.tells === 'ready' ? report.port : null))
  return {
    port,
    reports,
    waitFor,
    async order<Answer>(order: MachineOrder) {
      const number = (orders += 1)
      child.stdin.write(`${JSON.stringify({ number, order })}\n`)
      const done = await waitFor((report) => (report.tells === 'done' && report.number === number ? report : null))
      // Each order has one type of answer, named by the caller.
      return done.value as Answer
    },
    async end() {
      child.kill()
      await ended
    },
  }
}
