// Five machines of one office and what can happen to them: killed, held, cut off, their disk full, their clock wrong.
import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PASSWORD } from '../../main/engine/test-engine.ts'
import type { Ground } from './grounds.ts'
import { type MachineProcess, startMachine } from './machine-process.ts'

/** A full disk or a lock that is still held pass sooner. */
const UNLOCK_MS = 120_000

/** A new workspace, a write-ahead log, and what of it is new to the file: less is left than a new workspace would need. */
const DISK_MB = 32
/** An office that writes without pause grows by about 3 MB a minute. */
const DISK_MB_A_MINUTE = 5

export interface Machines {
  readonly count: number
  readonly folderOf: (machine: number) => string
  /** Null: it is down, or went down before it answered. Refusals throw. */
  readonly ask: (machine: number, path: string, input?: unknown) => ReturnType<MachineProcess['ask']>
  readonly isUp: (machine: number) => boolean
  readonly kill: (machine: number) => Promise<void>
  /** Starts and unlocks it; where that is refused, again a little later. */
  readonly raise: (machine: number) => Promise<void>
  readonly hold: (machine: number) => void
  readonly release: (machine: number) => void
  readonly part: (away: ReadonlySet<number>) => Promise<void>
  readonly setClock: (machine: number, wrongByMs: number) => void
  /** The machine whose disk is small; null: none could be mounted. */
  readonly small: number | null
  /** Each time it opened: how many bytes were left on that disk. */
  readonly rooms: readonly number[]
  readonly fillDisk: () => void
  readonly freeDisk: () => void
  /** Ends all in good order; answers who did not. */
  readonly endAll: () => Promise<string[]>
  readonly remove: () => void
}

export interface MachinesOptions {
  readonly ground: Ground
  readonly base: string
  readonly count: number
  /** How long it is to be written to. */
  readonly minutes: number
  readonly onComplaint: (text: string) => void
}

/** All run, in one office; the first one made it. */
export const foundOffice = async ({ ground, base, count, minutes, onComplaint }: MachinesOptions): Promise<Machines> => {
  const running = new Map<number, MachineProcess>()
  const folderOf = (machine: number): string => join(base, `disk-${machine}`, 'office')
  const clockOf = (machine: number): string => join(base, `clock-${machine}`)
  const setClock = (machine: number, wrongByMs: number): void => {
    writeFileSync(`${clockOf(machine)}.new`, String(wrongByMs))
    renameSync(`${clockOf(machine)}.new`, clockOf(machine))
  }
  const start = async (machine: number): Promise<MachineProcess> => {
    const own = join(base, `own-${machine}`)
    mkdirSync(join(own, 'run'), { recursive: true, mode: 0o700 })
    const process = await startMachine({
      ...{ prefix: ground.prefixOf(machine), folder: folderOf(machine), own, place: ground.placeOf(machine) },
      clock: clockOf(machine),
      onComplaint: (text) => onComplaint(`machine ${machine}: ${text}`),
    })
    running.set(machine, process)
    void process.ended.then(() => running.get(machine) === process && running.delete(machine))
    return process
  }
  const get = async (machine: number, path: string, input: unknown = {}): Promise<unknown> => {
    const reply = await running.get(machine)?.ask(path, input)
    if (!reply?.ok) throw new Error(`${path} on machine ${machine}: ${JSON.stringify(reply?.error ?? 'it is down')}`)
    return reply.data
  }

  const small = mountDisk(base, count - 1, DISK_MB + Math.ceil(DISK_MB_A_MINUTE * minutes))
  const room = (): number => {
    const { bavail, bsize } = statfsSync(join(base, `disk-${small}`))
    return bavail * bsize
  }
  const rooms: number[] = []
  const ballast = join(base, `disk-${count - 1}`, 'ballast')
  for (let machine = 0; machine < count; machine++) {
    mkdirSync(join(base, `disk-${machine}`), { recursive: true })
    setClock(machine, 0)
  }
  const remove = (): void => {
    for (const { signal } of running.values()) signal('SIGKILL')
    if (small !== null) execFileSync('umount', ['-l', join(base, `disk-${small}`)])
    ground.remove()
  }
  try {
    await Promise.all(Array.from({ length: count }, (_, machine) => start(machine)))
    const made = await get(0, 'workspace.create', {
      ...{ workspaceName: 'Office', userName: 'Lin', password: PASSWORD, language: 'en', timeZone: 'Asia/Shanghai' },
    })
    await get(0, 'workspace.confirmRecoveryKey', made)
    await get(0, 'network.switch', { isOn: true, name: 'PC 0' })
    for (let machine = 1; machine < count; machine++) {
      const { code } = (await get(0, 'network.invite')) as { code: string } // the contract's outputs, here and below
      const pairing = { address: ground.addressOf(0), code, name: `PC ${machine}` }
      const { users } = (await get(machine, 'network.pair', pairing)) as { users: { id: string }[] }
      const joined = await get(machine, 'network.join', { userId: users[0]?.id, password: PASSWORD })
      await get(machine, 'workspace.confirmRecoveryKey', joined)
    }

    if (!ground.part) await tellAddresses(count, get, ground)
  } catch (error) {
    remove()
    throw error
  }

  return {
    ...{ count, folderOf, setClock, small, rooms },
    isUp: (machine) => running.has(machine),
    ask: async (machine, path, input = {}) => (await running.get(machine)?.ask(path, input)) ?? null,
    kill: async (machine) => {
      const process = running.get(machine)
      process?.signal('SIGKILL')
      await process?.ended
    },
    raise: async (machine) => {
      if (running.has(machine)) return
      const process = await start(machine)
      const since = performance.now()
      for (;;) {
        const left = machine === small ? [room()] : []
        const reply = await process.ask('workspace.unlock', { password: PASSWORD })
        if (reply?.ok) rooms.push(...left)
        if (reply === null || reply.ok) return
        if (performance.now() - since > UNLOCK_MS)
          throw new Error(`Machine ${machine} does not open: ${JSON.stringify(reply.error)}`)
        await sleep(500)
      }
    },
    hold: (machine) => running.get(machine)?.signal('SIGSTOP'),
    release: (machine) => running.get(machine)?.signal('SIGCONT'),
    part: async (away) => {
      if (ground.part) return ground.part(away)
      const each = [...running].map(([machine, { ask }]) => ask('network.switch', { isOn: !away.has(machine) }))
      await Promise.all(each)
    },
    fillDisk: () => {
      if (small === null) return
      try {
        writeFileSync(ballast, Buffer.alloc(room()))
      } catch (error) {
        // The machine took a part of it meanwhile, and the disk is as full.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
    },
    freeDisk: () => rmSync(ballast, { force: true }),
    endAll: async () => {
      const ends = [...running].map(async ([machine, { signal, ended }]) => {
        signal('SIGTERM')
        const { code } = await ended
        return code === 0 ? [] : [`machine ${machine} did not end in good order`]
      })
      return (await Promise.all(ends)).flat()
    },
    remove,
  }
}

/** A disk of so many megabytes in memory for one machine. */
const mountDisk = (base: string, machine: number, megabytes: number): number | null => {
  const at = join(base, `disk-${machine}`)
  mkdirSync(at, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at], { stdio: 'pipe' })
    return machine
  } catch (error) {
    console.error(`No disk is made full, because none can be mounted here. ${error instanceof Error ? error.message : ''}`)
    return null
  }
}

/** Nobody announces itself there, so everybody is told where the others are. */
const tellAddresses = async (
  count: number,
  get: (machine: number, path: string, input?: unknown) => Promise<unknown>,
  ground: Ground,
): Promise<void> => {
  const ids = new Map<number, string>()
  for (let machine = 0; machine < count; machine++) {
    for (;;) {
      const { devices } = (await get(machine, 'network.status')) as { devices: { id: string; isThis: boolean }[] }
      ids.set(machine, devices.find(({ isThis }) => isThis)?.id ?? '')
      // The list of machines comes by the network, too.
      if (devices.length === count) break
      await sleep(100)
    }
  }
  for (let machine = 0; machine < count; machine++) {
    for (const [other, deviceId] of ids) {
      if (other === machine) continue
      await get(machine, 'network.addAddress', { deviceId, address: ground.addressOf(other) })
    }
  }
}
