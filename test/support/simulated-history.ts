// One history of an office in a simulated network: machines write through every trouble that a network has, then it heals, and all must be as if
// there had been none. A seed is a history: the same one, whenever it is run.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { BEAT_MS, FRAME_BYTES, PARTING_MS, SILENT_BEATS } from '#main/net/limits.ts'
import { linkWishes, MOST_LINKS, neighboursOf } from '#main/sync/neighbours.ts'
import { randomFrom } from '../fuzz/random.ts'
import { createBooks } from './history-books.ts'
import type { Past } from './history-past.ts'
import { createTagBook } from './history-tags.ts'
import { checkDigests, checkMachines } from './history-check.ts'
import { type Command, history } from './history-commands.ts'
import { perform, type Scene } from './history-run.ts'
import { actor, newWorld, prefixOf, START } from './history-world.ts'
import type { Machine } from './replicas.ts'
import { createNetwork, type SimulatedNetwork, type Way } from './simulated-network.ts'
import { type Desk, openSimulatedOffice, type Traffic } from './simulated-office.ts'
import { startVirtualTime, type VirtualTime } from './virtual-time.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const TROUBLE_MS = 4 * MINUTE
/** A side that hears nothing gives up; where its last word gets lost, the other one hears nothing from then on. A slow disk may keep it from listening. */
const SILENT_MS = 2 * ((SILENT_BEATS + 1) * BEAT_MS + PARTING_MS) + BEAT_MS
/** After that, a call that was barred takes five seconds to fail, the longest rest is a minute, and a round of calls is every quarter of one. */
const LONGEST_HEALING_MS = SILENT_MS + 1.5 * MINUTE
/** Of the exchange: batches that may be on their way. */
const WINDOW = 8
/** Of a change set of one small row in a batch of its own, with the answer to it. */
const COPY_BYTES = 1000
const CALM: Way = { latencyMs: 100, pieceBytes: 64 * 1024, bytesPerMs: 1e6, windowBytes: 64 * 1024 }

export interface Measured {
  readonly machines: number
  /** Change sets that were written in the trouble. */
  readonly writes: number
  /** From the end of the trouble until everybody had everything, ms. */
  readonly healedMs: number
  /** How often a machine was sent each of them. */
  readonly copiesInTrouble: number
  /** When all wrote at once in the calm: the ways from machine to machine, one after the other, until everybody had everything. */
  readonly rounds: number
  /** How often a machine was sent each of those. */
  readonly copies: number
  /** What that took on the wire for each change set and each machine that lacked it, bytes. */
  readonly bytes: number
  /** The most that waited at one end to be sent, bytes. */
  readonly mostUnsent: number
  readonly mostOnTheWay: number
  /** Equal for equal histories. */
  readonly trace: string
}

/** Throws where something was lost, differs, hangs, or went over the wire too often. */
export const runSimulation = async (machines: number, seed: number): Promise<Measured> => {
  const world = await newWorld(machines)
  const time = startVirtualTime()
  try {
    return await simulate({ time, random: randomFrom(seed), seed, machines: world.machines, ground: world.scenes[0] })
  } finally {
    time.end()
    for (const { writer } of world.machines) writer.close()
  }
}

/** Nobody is put back: the machines are at work. */
const NO_PAST: Past = {
  keep: () => undefined,
  goBack: () => undefined,
  isParted: () => false,
  isUnaware: () => false,
  agree: () => undefined,
  agreeAll: () => undefined,
}

interface Ground {
  readonly time: VirtualTime
  readonly random: () => number
  readonly seed: number
  readonly machines: readonly Machine[]
  /** The place of the first rows in the log of the first machine. */
  readonly ground: number | undefined
}

const simulate = async ({ time, random, seed, machines, ground }: Ground): Promise<Measured> => {
  const count = machines.length
  const after = Math.max(...machines.map(({ writer }) => writer.read(() => null).rev))
  let isCalm = false
  const ways = new Map<string, Way>()
  const wayOf = (from: string, to: string): Way => {
    const key = [from, to].sort().join()
    const way = ways.get(key) ?? someWay(random)
    ways.set(key, way)
    return isCalm ? CALM : way
  }
  const network = createNetwork({ time, random, wayOf })
  const { desks, traffic } = openSimulatedOffice({ time, network, random, machines, startsAt: START + 60 * MINUTE })
  const watch = watchWires(time, network, traffic)

  const prefix = prefixOf(0)
  const books = createBooks(prefix, new Set())
  const at = (index: number): Machine => {
    const desk = deskAt(desks, index)
    desk.wall()
    return desk.machine
  }
  const setClock = (index: number, ms: number): void => void (deskAt(desks, index).clockAheadMs = ms)
  const tags = createTagBook(prefix)
  const scene: Scene = { prefix, books, tags, past: NO_PAST, all: machines, at, begins: [], setClock }
  const commands = fc
    .sample(history, { seed, numRuns: 2 + Math.ceil(count / 10) })
    .flat()
    .filter(({ kind }) => kind !== 'meet' && kind !== 'pull' && kind !== 'keep' && kind !== 'goBack')
  for (const command of commands) {
    const machine = Math.floor(random() * count)
    time.after(random() * TROUBLE_MS, () => {
      // The rest of a command is what it was on a machine of another number.
      perform(scene, { ...command, machine } as Command)
      deskAt(desks, machine).wrote()
    })
  }
  if (random() < 0.5) time.after(random() * TROUBLE_MS, () => writeMuch(deskAt(desks, 0), prefix, random))
  troubles({ time, random, network, desks })

  const held = (): number => sum(desks.map(({ holds }) => sum([...holds().values()])))
  const before = held()
  await time.pass(TROUBLE_MS)
  const end = time.now()
  network.divide()
  for (const desk of desks) desk.diskMs = 0
  assert.ok(await time.pass(LONGEST_HEALING_MS, () => isEqual(desks)), 'after the trouble everybody gets everything')
  const healedMs = time.now() - end
  for (const [index] of machines.entries()) at(index)
  books.check(machines)
  tags.check(machines)
  checkMachines(machines, prefix, after, ground)
  checkDigests(machines)
  const writes = (held() - before) / count
  const copiesInTrouble = traffic.sets / (writes * (count - 1))

  // Everybody finds its neighbours, and the last words of the trouble go by.
  await time.pass(LONGEST_HEALING_MS)
  checkConnections(desks)
  isCalm = true
  const calm = { bytes: network.bytes(), sets: traffic.sets, at: time.now() }
  for (const { machine, wall } of desks) {
    wall()
    machine.writer.write({ actor, procedure: 'calm' }, (tx) => tx.insert('companies', { name: 'calm' }))
  }
  for (const { wrote } of desks) wrote()
  assert.ok(await time.pass(MINUTE, () => isEqual(desks)), 'in the calm everybody gets everything')
  const rounds = (time.now() - calm.at) / CALM.latencyMs
  await time.pass(BEAT_MS)
  const sent = count * (count - 1)
  const [copies, bytes] = [(traffic.sets - calm.sets) / sent, (network.bytes() - calm.bytes) / sent]
  const trace = network.trace()
  await callAllAtOnce(time, network, desks)

  for (const { close } of desks) void close()
  await time.pass(SILENT_MS)
  watch.check(0)
  assert.equal(time.pending(), 0, 'nothing runs on after the office closed')
  assert.deepEqual(traffic.faults, [])
  const { mostOnTheWay } = traffic
  const measured = { machines: count, writes, healedMs, copiesInTrouble, rounds, copies, bytes, mostOnTheWay, trace }
  return { ...measured, mostUnsent: network.mostUnsent() }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const deskAt = (desks: readonly Desk[], index: number): Desk => {
  const desk = desks[index]
  if (!desk) throw new Error(`There is no machine ${index}.`)
  return desk
}

const someWay = (random: () => number): Way => ({
  latencyMs: random() < 0.1 ? 400 : 1 + Math.floor(80 * random()),
  pieceBytes: [50, 1460, 16_384, 65_536][Math.floor(4 * random())] ?? 1,
  bytesPerMs: random() < 0.2 ? 20 : 10_000,
  windowBytes: [2000, 65_536, 1e9][Math.floor(3 * random())] ?? 1,
})

/** Text that nothing makes small, in change sets of their own. */
const writeMuch = ({ machine, wall, wrote }: Desk, prefix: string, random: () => number): void => {
  wall()
  for (let index = 0; index < 12; index++)
    machine.writer.write({ actor, procedure: 'much' }, (tx) => {
      const letters = Array.from({ length: 8000 }, () => String.fromCharCode(48 + Math.floor(64 * random())))
      tx.insert('companies', { id: `${prefix}-much${index}`, name: 'much', description: letters.join('') })
    })
  wrote()
}

const troubles = ({
  time,
  random,
  network,
  desks,
}: Pick<Ground, 'time' | 'random'> & { network: SimulatedNetwork; desks: readonly Desk[] }): void => {
  const pick = <Value>(all: readonly Value[]): Value | undefined => all[Math.floor(random() * all.length)]
  const divide = (): void => {
    const groups = 2 + Math.floor(2 * random())
    const group = new Map(desks.map(({ name }) => [name, Math.floor(groups * random())]))
    network.divide((name) => group.get(name) ?? 0)
  }
  const kinds: readonly (() => void)[] = [
    () => pick(network.wires())?.cut(),
    () => pick(network.wires())?.lose(pick(['dialled', 'accepted', 'both'] as const) ?? 'both'),
    divide,
    () => network.divide(),
    () => {
      const [one, other] = [pick(desks), pick(desks)]
      if (!one || !other || one === other) return
      one.call(other.name)
      if (random() < 0.5) other.call(one.name)
    },
    () => {
      const desk = pick(desks)
      if (desk) desk.diskMs = pick([0, 0, 50, 3000]) ?? 0
    },
    () => {
      const desk = pick(desks)
      if (desk) desk.clockAheadMs = pick([-40 * DAY, -60 * MINUTE, 0, 60 * MINUTE, 40 * DAY]) ?? 0
    },
  ]
  const many = 12 + desks.length
  for (let index = 0; index < many; index++) {
    const kind = pick(kinds)
    if (kind) time.after(0.7 * TROUBLE_MS * random(), kind)
  }
  // The last wall stands until all heals.
  if (random() < 0.7) time.after(TROUBLE_MS * (0.7 + 0.3 * random()), divide)
}

/** A connection that is broken is noticed at both ends in time, unless a wall stands between them. */
const watchWires = (time: VirtualTime, network: SimulatedNetwork, traffic: Traffic) => {
  const check = (ms: number): void => {
    for (const { ends, brokenAt } of network.wires()) {
      const at = brokenAt()
      if (ms === 0 || (at !== null && time.now() - at > ms)) traffic.faults.push(`${ends.join(' and ')} hang since ${String(at)}`)
    }
  }
  const watching = setInterval(() => check(SILENT_MS), BEAT_MS)
  return {
    check: (ms: number): void => {
      clearInterval(watching)
      check(ms)
    },
  }
}

const isEqual = (desks: readonly Desk[]): boolean => {
  const [first, ...others] = desks.map(({ holds }) => holds())
  return others.every((vector) => vector.size === first?.size && [...vector].every(([origin, seq]) => first.get(origin) === seq))
}

const neighboursIn = (desks: readonly Desk[], name: string): ReadonlySet<string> => {
  const others = desks.map((desk) => desk.name).filter((other) => other !== name)
  return neighboursOf(linkWishes(name, others), () => true)
}

/** All connections break, and any two neighbours call each other at the same moment. */
const callAllAtOnce = async (time: VirtualTime, network: SimulatedNetwork, desks: readonly Desk[]): Promise<void> => {
  for (const { cut } of network.wires()) cut()
  await time.pass(CALM.latencyMs)
  for (const { name, call } of desks) for (const other of neighboursIn(desks, name)) call(other)
  await time.pass(20 * CALM.latencyMs)
  checkConnections(desks)
}

/** Each talks to all its neighbours; both ends of each conversation know of it, and neither lacks anything. */
const checkConnections = (desks: readonly Desk[]): void => {
  const open = new Set<string>()
  for (const { name, connections } of desks) {
    const missed = new Set(neighboursIn(desks, name))
    for (const { deviceId, isOpen, progress, side } of connections()) {
      if (!isOpen) continue
      open.add(`${name} ${deviceId} ${String(side)}`)
      missed.delete(deviceId)
      assert.deepEqual([progress?.toSend, progress?.toTake], [0, 0], `${name} and ${deviceId}`)
    }
    assert.deepEqual([...missed], [], `neighbours of ${name}`)
  }
  for (const one of open) {
    const [name, other, side] = one.split(' ')
    assert.ok(open.has(`${other} ${name} ${side === 'dialled' ? 'accepted' : 'dialled'}`), `${other} knows of ${one}`)
  }
}

/**
 * The bounds of what a history may take: in the calm each neighbour sends a change set once at most, and what is said of it is no longer than it
 * may be. Throws an AssertionError.
 */
export const checkBounds = ({ machines, copies, bytes, rounds, mostUnsent, mostOnTheWay }: Measured): void => {
  const neighbours = Math.min(machines - 1, MOST_LINKS)
  assert.ok(rounds <= 3 * Math.log2(machines), `${rounds} rounds`)
  assert.ok(copies <= neighbours, `each change set arrived ${copies} times`)
  assert.ok(bytes <= COPY_BYTES * neighbours, `${bytes} bytes for each change set`)
  assert.ok(mostUnsent <= FRAME_BYTES, `${mostUnsent} bytes waited`)
  assert.ok(mostOnTheWay <= WINDOW, `${mostOnTheWay} batches were on their way`)
}
