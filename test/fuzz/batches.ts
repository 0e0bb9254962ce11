// Batches of change sets as a member gone wild would send them: turned over on the way, or made up with a chain that fits, so that they come as far
// as the merging. They are refused by name, or taken whole.
import { zstdCompressSync } from 'node:zlib'
import { encodeBody, decodeBody } from '#main/db/log/body.ts'
import { chainOf, type SetHeader, sha256 } from '#main/db/log/set-header.ts'
import type { Origins } from '#main/db/replicate/outgoing.ts'
import { encodeSets, layOut, type WireSet } from '#main/db/replicate/wire.ts'
import { replicaTake } from '#main/sync/local-replica.ts'
import { type Machine, newMachine, pull } from '../support/replicas.ts'
import { mutated } from './frames.ts'
import { EACH_MS, processorMs } from './limits.ts'
import { randomFrom } from './random.ts'

const NO_CHAIN = Buffer.alloc(16)
/** So many accepted batches, and the machine that takes them is a new one: what it holds stays small. */
const RENEW_AFTER = 400

export interface BatchFuzz {
  readonly batches: number
  readonly taken: number
  /** By reason. */
  readonly refused: Readonly<Record<string, number>>
  readonly slowestMs: number
  /** How many took more of the processor than `EACH_MS`. */
  readonly slow: number
  /** How much the heap had grown at most, MiB. */
  readonly mostHeapMb: number
}

const hostileValues: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 2 ** 53, -(2 ** 53), 1e308, '', '\0', '\ud800', 'x'.repeat(5000), [], {}, [[[[[]]]]]],
  ...[
    2 ** 36,
    2 ** 37 + 1,
    'ffffffff-ffff-7fff-8fff-ffffffffffff',
    { __proto__: 1 },
    '名',
    JSON.parse('['.repeat(500) + ']'.repeat(500)),
  ],
]

const headerKeys = [
  'originHex',
  'seq',
  'op',
  'part',
  'isLast',
  'hlc',
  'wallMs',
  'schemaVersion',
  'actor',
  'procedure',
  'undoes',
  'rows',
] as const

/** A copy with one value somewhere in it replaced by a hostile one, left out or doubled. */
export const changed = (
  value: unknown,
  upTo: (most: number) => number,
  hostile = (): unknown => hostileValues[upTo(hostileValues.length - 1)],
): unknown => {
  if (typeof value !== 'object' || value === null || upTo(9) === 0) return hostile()
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    const at = upTo(Math.max(0, items.length - 1))
    if (items.length === 0) return [hostile()]
    const way = upTo(5)
    if (way === 0) return items.toSpliced(at, 1)
    if (way === 1) return items.toSpliced(at, 0, items[at])
    return items.with(at, changed(items[at], upTo, hostile))
  }
  const keys = Object.keys(value)
  const key = keys[upTo(Math.max(0, keys.length - 1))] ?? 'x'
  return { ...value, [key]: changed(Object.entries(value).find(([name]) => name === key)?.[1], upTo, hostile) }
}

/** A machine with a little of everything, in change sets. */
const writtenBy = async (): Promise<Machine> => {
  const machine = await newMachine(0)
  const { write } = machine.writer
  const meta = { actor: 'anna', procedure: 'test' }
  for (let at = 0; at < 20; at++) {
    const { value: id } = write(meta, (tx) => tx.insert('companies', { name: `Nord ${at}`, city: '上海' }))
    write(meta, (tx) => tx.update('companies', id, { name: `Süd ${at}`, city: null }))
    write(meta, (tx) => tx.insert('contacts', { name: `Lin ${at}` }))
    if (at % 3 === 0) write(meta, (tx) => tx.archive('companies', id))
    if (at % 6 === 0) write(meta, (tx) => tx.restore('companies', id))
  }
  write(meta, (tx) => tx.insert('devices', { id: 'ab'.repeat(32), name: 'Front desk', letter: 'B', addedById: null }))
  return machine
}

/** Throws if a batch fails with anything but a name, or leaves anything behind although it was refused. */
export const fuzzBatches = async (count: number, seed: number): Promise<BatchFuzz> => {
  const random = randomFrom(seed)
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const hex = (bytes: number): string => Buffer.from(Array.from({ length: bytes }, () => upTo(255))).toString('hex')
  const source = await writtenBy()
  const known = source.writer.outgoing.missing(new Map(), 0, Number.POSITIVE_INFINITY).sets
  const refused: Record<string, number> = {}
  let [taken, slowestMs, slow, mostHeap, sinceNew] = [0, 0, 0, 0, 0]
  let target = await receiverOf(source)
  const heap = process.memoryUsage().heapUsed

  const madeUp = (originHex: string, header: (said: SetHeader) => SetHeader, body: Uint8Array): WireSet => {
    const like = known[upTo(known.length - 1)]
    if (!like) throw new Error('The source wrote nothing.')
    const said = header({ ...like, originHex, seq: 1, op: 1, part: 1, isLast: true, undoes: null })
    return { ...said, bodyHash: null, body, chain: chainOf(NO_CHAIN, said, sha256(body)) }
  }
  const bodyOf = (): Uint8Array => known[upTo(known.length - 1)]?.body ?? NO_CHAIN
  const same = (said: SetHeader): SetHeader => said
  const changedHeader = (said: SetHeader): SetHeader => {
    const key = headerKeys[upTo(headerKeys.length - 1)] ?? 'seq'
    return { ...said, [key]: upTo(3) === 0 ? upTo(3) : changed(said[key], upTo) }
  }
  const ways: readonly ((originHex: string) => Buffer)[] = [
    (originHex) => mutated(encodeSets([madeUp(originHex, same, bodyOf())]), upTo),
    (originHex) => zstdCompressSync(mutated(layOut([madeUp(originHex, same, bodyOf())]), upTo)),
    () => Buffer.from(hex(upTo(300)), 'hex'),
    () => zstdCompressSync(Buffer.from(hex(upTo(300)), 'hex')),
    () => (upTo(500) === 0 ? bomb() : zstdCompressSync(NO_CHAIN)),
    (originHex) => {
      const body = changed(decodeBody(bodyOf()), upTo)
      return encodeSets([madeUp(originHex, same, Buffer.from(JSON.stringify(body) ?? ''))])
    },
    // The same twice: most single changes are refused early.
    (originHex) => {
      const body = changed(changed(decodeBody(bodyOf()), upTo), upTo)
      return encodeSets([madeUp(originHex, same, zstdCompressSync(Buffer.from(JSON.stringify(body) ?? '')))])
    },
    // What it says is all of the right kind, or is refused where it is read. The chain covers it in any case.
    (originHex) => encodeSets([madeUp(originHex, changedHeader, bodyOf())]),
    // Good, as far as one can see.
    (originHex) => encodeSets([madeUp(originHex, same, bodyOf())]),
    // Whole ones of different kinds behind each other: all of them are taken, or none.
    (originHex) => encodeSets([madeUp(originHex, same, bodyOf()), madeUp(hex(16), same, mutated(Buffer.from(bodyOf()), upTo))]),
    (originHex) => encodeSets([madeUp(originHex, same, upTo(500) === 0 ? bomb() : encodeBody({ o: [], g: [] }))]),
  ]

  for (let at = 0; at < count; at++) {
    const originHex = hex(16)
    const bytes = ways[at % ways.length]?.(originHex) ?? Buffer.alloc(0)
    const before = target.state()
    const since = performance.now()
    const spent = processorMs()
    const answer = target.take(bytes, everybody)
    slowestMs = Math.max(slowestMs, performance.now() - since)
    if (processorMs() - spent > EACH_MS) slow += 1
    mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed - heap)
    if (target.isInTransaction()) throw new Error(`Batch ${at} left a transaction open.`)
    if (answer.ok) {
      taken += 1
      sinceNew += answer.sets
    } else {
      refused[answer.reason] = (refused[answer.reason] ?? 0) + 1
      if (target.state() !== before) throw new Error(`Batch ${at} was refused (${answer.message}) and left something behind.`)
    }
    if (sinceNew >= RENEW_AFTER) {
      target.close()
      target = await receiverOf(source)
      sinceNew = 0
    }
  }
  target.close()
  source.writer.close()
  return { batches: count, taken, refused, slowestMs, slow, mostHeapMb: mostHeap / 2 ** 20 }
}

/** 64 MiB in a few kilobytes. */
const bomb = (): Buffer => zstdCompressSync(Buffer.alloc(64 * 1024 * 1024, '['))

/** Whoever it may be: who vouches for an origin is asked elsewhere. */
const everybody: Origins = Object.assign(new Map<string, never>(), { get: () => ({ device: 'x', introduction: null }) })

const receiverOf = async (source: Machine) => {
  const { writer } = await newMachine(1)
  pull({ writer }, source)
  const { raw } = writer
  const tables = [
    'sync_change',
    'sync_pack',
    'sync_run',
    'sync_origin',
    'sync_seen',
    'sync_conflict',
    'sync_closed',
    'sync_revived',
    'sync_pending',
    'companies',
    'contacts',
  ]
  const counts = raw.prepare(`SELECT ${tables.map((name) => `(SELECT count(*) FROM ${name})`).join(`||' '||`)} AS state`)
  return {
    take: replicaTake(writer, () => undefined),
    state: () => `${JSON.stringify(counts.get())} ${JSON.stringify([...writer.outgoing.vector()])}`,
    isInTransaction: () => raw.inTransaction,
    close: () => {
      const sound = raw.pragma('integrity_check', { simple: true })
      writer.close()
      if (sound !== 'ok') throw new Error(`The file is not sound any more: ${String(sound)}`)
    },
  }
}
