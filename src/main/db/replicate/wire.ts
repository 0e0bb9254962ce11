// Change sets as they travel: what they say of themselves in columns of one JSON, then their bodies as the bytes they are; all of it is packed by
// zstd. Lengths come first and have limits.
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { joinStamp, splitStamp } from '../log/clock.ts'
import type { SetHeader } from '../log/set-header.ts'
import { BadChangeSet } from './bad-change-set.ts'

/** A change set on its way. */
export interface WireSet extends SetHeader {
  /** Follows from the set before it. Null: a later one of its origin in the batch says it for both. */
  readonly chain: Uint8Array | null
  /** Of an erased body; null: it follows from the body. */
  readonly bodyHash: Uint8Array | null
  /** Null: it was erased. */
  readonly body: Uint8Array | null
}

const HEAD_LIMIT = 8 * 1024 * 1024
const BODY_LIMIT = 16 * 1024 * 1024
/** Of a batch, unpacked: the longest body, and as much again for what many sets say of themselves. */
const BATCH_LIMIT = 2 * BODY_LIMIT
const SETS_LIMIT = 100_000
const LENGTH_BYTES = 4
const ERASED = -1
const NOBODY = -1

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`, 'u'))
const text = (length: number) =>
  z
    .string()
    .max(length)
    .refine((value) => value.isWellFormed())
/** Whole numbers, looked over at once: one by one they would be most of the work of reading a batch. */
const column = z.custom<number[]>(
  (value) => Array.isArray(value) && value.length <= SETS_LIMIT && value.every((one) => Number.isSafeInteger(one)),
)
/** By the place of a change set in the batch. */
const hashes = (bytes: number) => z.array(z.tuple([z.int().min(0), hex(bytes)])).max(SETS_LIMIT)

/** Texts that many sets name stand once; `seq` and `ms` are differences to the set before, `back` is how far before it its operation began. */
const headSchema = z.object({
  origins: z.array(hex(16)).max(SETS_LIMIT),
  actors: z.array(text(100)).max(SETS_LIMIT),
  procedures: z.array(text(200)).max(SETS_LIMIT),
  undone: z.array(z.tuple([z.int().min(0), z.string().regex(/^[0-9a-f]{32}-[1-9]\d{0,10}$/u)])).max(SETS_LIMIT),
  chains: hashes(16),
  bodyHashes: hashes(32),
  columns: z.object({
    ...{ origin: column, seq: column, back: column, part: column, isLast: column, ms: column, counter: column },
    ...{ apart: column, schemaVersion: column, actor: column, procedure: column, rows: column, length: column },
  }),
})
type Head = z.infer<typeof headSchema>

/** What a set may say of itself in numbers, from and to. */
const ranges = [
  ['seq', 1, 2 ** 36 - 1],
  ['op', 1, 2 ** 36 - 1],
  ['part', 1, Number.MAX_SAFE_INTEGER],
  ['hlc', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  // A moment that a date can hold.
  ['wallMs', -8_640_000_000_000_000, 8_640_000_000_000_000],
  ['schemaVersion', 1, 1_000_000],
  ['rows', 0, Number.MAX_SAFE_INTEGER],
] as const
const isBetween = (value: number, from: number, to: number): boolean =>
  Number.isSafeInteger(value) && value >= from && value <= to

/** Gives texts numbers, in the order in which they are first named. */
const numbered = () => {
  const known = new Map<string, number>()
  return {
    of: (name: string): number => {
      const number = known.get(name) ?? known.size
      known.set(name, number)
      return number
    },
    names: (): string[] => [...known.keys()],
  }
}

/** `u32 length | head | body…` */
export const layOut = (sets: readonly WireSet[]): Buffer => {
  const [origins, actors, procedures] = [numbered(), numbered(), numbered()]
  const hashesOf = (name: 'chain' | 'bodyHash'): Head['chains'] =>
    sets.flatMap((set, place) => {
      const hash = set[name]
      return hash === null ? [] : [[place, Buffer.from(hash).toString('hex')] as [number, string]]
    })
  const stamps = sets.map(({ hlc, wallMs }) => splitStamp(hlc, wallMs))
  const columns: Head['columns'] = {
    origin: sets.map(({ originHex }) => origins.of(originHex)),
    seq: sets.map(({ seq }, place) => seq - (sets[place - 1]?.seq ?? 0)),
    ms: stamps.map(({ ms }, place) => ms - (stamps[place - 1]?.ms ?? 0)),
    ...{ counter: stamps.map(({ counter }) => counter), apart: stamps.map(({ apart }) => apart) },
    back: sets.map(({ seq, op }) => seq - op),
    part: sets.map(({ part }) => part),
    isLast: sets.map(({ isLast }) => Number(isLast)),
    schemaVersion: sets.map(({ schemaVersion }) => schemaVersion),
    actor: sets.map(({ actor }) => (actor === null ? NOBODY : actors.of(actor))),
    procedure: sets.map(({ procedure }) => procedures.of(procedure)),
    rows: sets.map(({ rows }) => rows),
    length: sets.map(({ body }) => body?.length ?? ERASED),
  }
  const head: Head = {
    ...{ origins: origins.names(), actors: actors.names(), procedures: procedures.names() },
    undone: sets.flatMap(({ undoes }, place) => (undoes === null ? [] : [[place, undoes] as [number, string]])),
    ...{ chains: hashesOf('chain'), bodyHashes: hashesOf('bodyHash'), columns },
  }
  const bytes = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes, ...sets.flatMap(({ body }) => body ?? [])])
}

export const encodeSets = (sets: readonly WireSet[]): Buffer => zstdCompressSync(layOut(sets))

/** Throws BadChangeSet `body`: it is not what `encodeSets` makes. */
export const decodeSets = (bytes: Uint8Array): WireSet[] => {
  const buffer = unpack(bytes)
  let at = 0
  const take = (length: number, limit: number): Buffer => {
    if (length < 0 || length > limit || at + length > buffer.length)
      throw new BadChangeSet('body', 'A batch ends in the middle of a change set.')
    at += length
    return buffer.subarray(at - length, at)
  }
  const head = readHead(take(take(LENGTH_BYTES, LENGTH_BYTES).readUInt32BE(), HEAD_LIMIT))
  const headers = headersOf(head)
  const [chains, bodyHashes] = [bytesByPlace(head.chains), bytesByPlace(head.bodyHashes)]
  const sets = headers.map((header, place): WireSet => {
    const length = head.columns.length[place] ?? 0
    const body = length === ERASED ? null : take(length, BODY_LIMIT)
    return { ...header, chain: chains.get(place) ?? null, bodyHash: bodyHashes.get(place) ?? null, body }
  })
  if (at < buffer.length) throw new BadChangeSet('body', 'A batch goes on after its last change set.')
  const ends = new Map(sets.map(({ originHex, chain }) => [originHex, chain]))
  if ([...ends.values()].includes(null)) throw new BadChangeSet('body', 'A batch does not say where it ends.')
  return sets
}

const unpack = (bytes: Uint8Array): Buffer => {
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: BATCH_LIMIT })
  } catch (error) {
    throw new BadChangeSet('body', 'A batch cannot be unpacked, or is longer than a batch may be.', { cause: error })
  }
}

const readHead = (bytes: Uint8Array): Head => {
  try {
    return headSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch (error) {
    throw new BadChangeSet('body', 'A batch does not say what is in it.', { cause: error })
  }
}

const bytesByPlace = (pairs: Head['chains']): Map<number, Buffer> =>
  new Map(pairs.map(([place, text]) => [place, Buffer.from(text, 'hex')]))

const headersOf = ({ columns, origins, actors, procedures, undone }: Head): SetHeader[] => {
  const undoes = new Map(undone)
  let before = { seq: 0, ms: 0 }
  return columns.origin.map((_, place) => {
    const numberIn = (name: keyof Head['columns']): number => columns[name][place] ?? Number.NaN
    before = { seq: before.seq + numberIn('seq'), ms: before.ms + numberIn('ms') }
    const { hlc, wall } = joinStamp(before.ms, numberIn('counter'), numberIn('apart'))
    const numbers = {
      ...{ seq: before.seq, op: before.seq - numberIn('back'), part: numberIn('part'), hlc, wallMs: wall },
      ...{ schemaVersion: numberIn('schemaVersion'), rows: numberIn('rows') },
    }
    const originHex = origins[numberIn('origin')]
    const actor = numberIn('actor') === NOBODY ? null : actors[numberIn('actor')]
    const procedure = procedures[numberIn('procedure')]
    const isSaid = ranges.every(([name, from, to]) => isBetween(numbers[name], from, to))
    if (!isSaid || originHex === undefined || actor === undefined || procedure === undefined)
      throw new BadChangeSet('body', 'A change set does not say what it is.')
    return { ...numbers, originHex, actor, procedure, isLast: numberIn('isLast') === 1, undoes: undoes.get(place) ?? null }
  })
}
