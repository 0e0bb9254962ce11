// What happens to the machines while people work at them: two troubles at a time, one of a machine and one of its surroundings.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Machines } from './machines.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const JUMPS = [HOUR_MS, -HOUR_MS, 40 * DAY_MS, -40 * DAY_MS, 3650 * DAY_MS, -3650 * DAY_MS]

export interface Nemesis {
  /** How often each trouble that can be made here came; 0 for one that never did. */
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
  const counts = new Map(['kill -9', 'SIGSTOP', 'clock', 'partition'].map((trouble) => [trouble, 0]))
  if (machines.small !== null) counts.set('full disk', 0)
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
    // Later ones may also set a clock right again.
    const isWrong = counts.get('clock') === 0 || random() < 0.75
    if (isWrong) count('clock')
    machines.setClock(any(), isWrong ? (JUMPS[Math.floor(random() * JUMPS.length)] ?? 0) : 0)
    await rest(200, 1000)
  }
  const parted = async (): Promise<void> => {
    const away = new Set(Array.from({ length: machines.count }, (_, machine) => machine).filter(() => random() < 0.4))
    // If none or all go, they are still together.
    if (away.size > 0 && away.size < machines.count) count('partition')
    await machines.part(away)
    await rest(1000, 6000)
    await machines.part(new Set())
  }
  const filled = async (): Promise<void> => {
    count('full disk')
    machines.fillDisk()
    await rest(500, 4000)
    machines.freeDisk()
  }

  const repeat = async (troubles: readonly (() => Promise<void>)[]): Promise<void> => {
    const next = fromBag(troubles, random)
    while (!isOver()) {
      await next()?.()
      await rest(300, 1500)
    }
  }
  const heal = async (): Promise<void> => {
    for (let machine = 0; machine < machines.count; machine++) machines.setClock(machine, 0)
    for (let machine = 0; machine < machines.count; machine++) await machines.raise(machine)
    // One that was down while the others came together is still where it was.
    await machines.part(new Set())
  }
  const around = machines.small === null ? [parted] : [filled, parted, parted]
  return { counts, done: Promise.all([repeat([jumped, held, killed, killed]), repeat(around)]).then(heal) }
}

/** First in the order given, so that a short run sees each; then one by one out of a bag, which is filled again when it is empty. */
const fromBag = <Value>(values: readonly Value[], random: () => number): (() => Value | undefined) => {
  const first = [...values]
  let left: Value[] = []
  return () => {
    if (first.length > 0) return first.shift()
    if (left.length === 0) left = [...values]
    return left.splice(Math.floor(random() * left.length), 1)[0]
  }
}
