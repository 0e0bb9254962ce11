// `npm run test:nemesis -- --minutes 30 --seed 7`: five real processes with real encrypted files, people at work on them, and all that can happen
// to machines. Afterwards the checkers look at what was told and at what is there. On loopback, with the reason, where network namespaces cannot be
// made; `--loopback` asks for that.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { seeded } from '../../bench/people.ts'
import { whyNoNamespaces } from '../../support/namespaces.ts'
import { checkers } from './checkers.ts'
import { type Desk, work } from './clients.ts'
import { loopback, namespaces } from './grounds.ts'
import type { Entry, Holding } from './history.ts'
import { readHolding, watchFile } from './holdings.ts'
import { foundOffice, type Machines } from './machines.ts'
import { rage } from './nemesis.ts'

const COUNT = 5
const REGISTERS = 8
/** A run of so many minutes must have seen every trouble. */
const MINUTES_FOR_ALL = 1
/** Machines that are known and silent are called every quarter of a minute. */
const CONVERGE_MS = 180_000

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    loopback: { type: 'boolean', default: false },
  },
})
if (process.platform === 'win32') {
  console.log('Left out: no signal on Windows holds a process, or asks it to end.')
  process.exit(0)
}
const refusal = values.loopback ? null : whyNoNamespaces()
if (refusal !== null) console.log(`On loopback, because network namespaces cannot be made here. ${refusal}`)
const isOnLoopback = values.loopback || refusal !== null
const minutes = Number(values.minutes)
const seed = Number(values.seed ?? Date.now() % 100_000)
const random = seeded(seed)
const base = mkdtempSync(join(tmpdir(), 'kith-nemesis-'))
const since = performance.now()
const seconds = (): string => `${((performance.now() - since) / 1000).toFixed(1)} s`
const say = (text: string): void => console.log(`${seconds().padStart(8)}  ${text}`)
const complaints = new Map<string, number>()

const ground = isOnLoopback ? await loopback(COUNT) : namespaces(COUNT)
say(`seed ${seed}, ${minutes} minutes, five machines in ${ground.name}`)
mkdirSync(base, { recursive: true })

const prepare = async (machines: Machines): Promise<Pick<Desk, 'registers' | 'orderId'>> => {
  const make = async (path: string, input: unknown): Promise<{ id: string }> => {
    const reply = await machines.ask(0, path, input)
    if (!reply?.ok) throw new Error(`${path}: ${JSON.stringify(reply)}`)
    return reply.data as { id: string } // the contract's output
  }
  const registers = []
  for (let index = 0; index < REGISTERS; index++) {
    const name = `Register ${index}`
    registers.push({ name, id: (await make('companies.create', { name })).id })
  }
  return { registers, orderId: (await make('orders.create', {})).id }
}

/** Until all files hold the same change sets; how long it took, ms. Throws if it takes too long. */
const converge = async (machines: Machines): Promise<number> => {
  const begun = performance.now()
  const files = await Promise.all(Array.from({ length: COUNT }, (_, machine) => watchFile(machines.folderOf(machine))))
  try {
    for (;;) {
      const vectors = new Set(files.map(({ vector }) => vector()))
      if (vectors.size === 1) return performance.now() - begun
      if (performance.now() - begun > CONVERGE_MS)
        throw new Error(`Not equal after ${CONVERGE_MS} ms: ${[...vectors].join('\n')}`)
      await sleep(250)
    }
  } finally {
    for (const { close } of files) close()
  }
}

const machines = await foundOffice({
  ...{ ground, base, count: COUNT, minutes },
  onComplaint: (text) => {
    const first = text
      .split('\n')
      .slice(0, 2)
      .join(' ')
      .replaceAll(/[0-9a-f-]{36} /gu, '')
    complaints.set(first, (complaints.get(first) ?? 0) + 1)
  },
})
let isGood = false
try {
  const history: Entry[] = []
  const { registers, orderId } = await prepare(machines)
  await converge(machines)
  for (const { id, name } of registers) history.push({ kind: 'add', machine: 0, outcome: 'done', name, id })
  say('the office stands')

  const end = performance.now() + minutes * 60_000
  const isOver = (): boolean => performance.now() > end
  const desk: Desk = { machines, random, isOver, registers, orderId, note: (entry) => void history.push(entry) }
  const nemesis = rage({ machines, random, isOver })
  await Promise.all([nemesis.done, ...Array.from({ length: COUNT }, (_, machine) => work(desk, machine))])
  say(`over; ${[...nemesis.counts].map(([trouble, times]) => `${trouble} ${times}`).join(', ')}`)
  if (machines.rooms.length > 0) {
    const megabytes = machines.rooms.map((bytes) => (bytes / 1024 / 1024).toFixed(1)).join(', ')
    say(`the machine with the small disk opened with ${megabytes} MB left on it`)
  }
  say(`all files equal ${((await converge(machines)) / 1000).toFixed(1)} s after all was well`)
  const badEnds = await machines.endAll()

  const holdings: Holding[] = []
  for (let machine = 0; machine < COUNT; machine++) holdings.push(await readHolding(machine, machines.folderOf(machine)))
  const counted = (outcome: string): number => history.filter((entry) => 'outcome' in entry && entry.outcome === outcome).length
  const reads = history.filter(({ kind }) => kind === 'read').length
  say(`${counted('done')} writes done, ${counted('refused')} refused, ${counted('unknown')} unknown; ${reads} lists read`)
  const never = [...nemesis.counts].flatMap(([trouble, times]) => (times === 0 ? [`${trouble} never came`] : []))
  const failures = minutes < MINUTES_FOR_ALL ? badEnds : [...badEnds, ...never]
  isGood = failures.length === 0
  for (const complaint of failures) console.error(`    ${complaint}`)
  for (const [name, check] of Object.entries(checkers)) {
    const wrong = check(history, holdings)
    say(`${name}: ${wrong.length === 0 ? 'holds' : `${wrong.length} complaints`}`)
    for (const complaint of wrong.slice(0, 10)) console.error(`    ${complaint}`)
    if (wrong.length > 0) isGood = false
  }
  if (counted('done') < minutes * 60) throw new Error('Too little was done for this to say anything.')
} finally {
  for (const [text, times] of complaints) console.error(`    ${times} × ${text}`)
  machines.remove()
  if (isGood) rmSync(base, { recursive: true, force: true })
  else console.error(`The files are kept in ${base}, but for a disk in memory.`)
}
process.exit(isGood ? 0 : 1)
