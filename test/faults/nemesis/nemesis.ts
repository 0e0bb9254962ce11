// What happens to the machines while people work at them: two troubles at a time, one of a machine and one of its surroundings.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Machines } from './machines.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const JUMPS = [HOUR_MS, -HOUR_MS, 40 * DAY_MS, -40 * DAY_MS, 3650 * DAY_MS, -3650 * DAY_MS, 0, 0]

export interface Nemesis {
  /** How often each trouble came. */
  readonly counts: ReadonlyMap<string, number>
  /** Settles when all is well again; what was held goes on, and what was killed runs. */
  readonly done: Promise<void>
}

export interface NemesisOptions {
  readonly machines: Machines
  readonly random: () => number
  readonly isOver: () => boolean
}

export const rage = ({ machines, random, isOver }: NemesisOptions): Nemesis => {
  const counts = new Map<string, number>()
  const count = (trouble: string): void => void counts.set(trouble, (counts.get(trouble) ?? 0) + 1)
  const any = (): number => Math.floor(random() * machines.count)
  /** Cut short when all is over. */
  const rest = async (fromMs: number, toMs: number): Promise<void> => {
    const until = performance.now() + fromMs + random() * (toMs - fromMs)
    while (performance.now() < until && !isOver()) await sleep(100)
  }

  const killed = async (): Promise<void> => {
    count('kill -9')
    const victims = new Set([any(), ...(random() < 0.3 ? [any()] : [])])
    await Promise.all([...victims].map(machines.kill))
    await rest(100, 2000)
    await Promise.all([...victims].map(machines.raise))
  }
  const held = async (): Promise<void> => {
    count('SIGSTOP')
    const victim = any()
    machines.hold(victim)
    await rest(500, 4000)
    machines.release(victim)
  }
  const jumped = async (): Promise<void> => {
    count('clock')
    machines.setClock(any(), JUMPS[Math.floor(random() * JUMPS.length)] ?? 0)
    await rest(200, 1000)
  }
  const parted = async (): Promise<void> => {
    count('partition')
    const away = new Set(Array.from({ length: machines.count }, (_, machine) => machine).filter(() => random() < 0.4))
    await machines.part(away)
    await rest(1000, 6000)
    await machines.part(new Set())
  }
  const filled = async (): Promise<void> => {
    if (machines.small === null) return
    count('full disk')
    machines.fillDisk()
    await rest(500, 4000)
    machines.freeDisk()
  }

  const repeat = async (troubles: readonly (() => Promise<void>)[]): Promise<void> => {
    while (!isOver()) {
      await troubles[Math.floor(random() * troubles.length)]?.()
      await rest(300, 1500)
    }
  }
  const heal = async (): Promise<void> => {
    for (let machine = 0; machine < machines.count; machine++) machines.setClock(machine, 0)
    for (let machine = 0; machine < machines.count; machine++) await machines.raise(machine)
    // One that was down while the others came together is still where it was.
    await machines.part(new Set())
  }
  return { counts, done: Promise.all([repeat([killed, killed, held, jumped]), repeat([parted, parted, filled])]).then(heal) }
}
