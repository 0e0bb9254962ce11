// Several machines with the real database, joined by nothing but what one reads from another's log.
import { decodeSets, encodeSets, type WireSet } from '#main/db/replicate/wire.ts'
import { parseOperationId } from '#main/db/log/version.ts'
import type { PackSizes } from '#main/db/log/packing.ts'
import { createDatabase, openWriter, type Writer } from '#main/db/open-workspace.ts'
import { openConnection, type RawConnection, WRITER_CACHE_MB } from '#main/db/raw-connection.ts'
import type { Origins, Outgoing, VersionVector } from '#main/db/replicate/outgoing.ts'
import type { Received } from '#main/db/replicate/receive.ts'
import { freeLetter } from '#shared/devices/series-letter.ts'
import { testBirth } from './test-database.ts'

export interface Machine {
  readonly writer: Writer
  readonly originHex: string
  readonly clock: { now: number }
  /** A statement, prepared once. */
  readonly prepare: RawConnection['prepare']
}

export interface PullOptions {
  /** Only so many change sets. */
  readonly atMost?: number
  /** As if nothing were known of what is here. */
  readonly isStale?: boolean
  /** Only what came into the other's log after this place. */
  readonly after?: number
  /** What the two hold already, as the caller knows it. */
  readonly known?: { readonly here: VersionVector; readonly there: VersionVector }
  /** What happens to the change sets on their way. */
  readonly onTheWay?: (sets: readonly WireSet[]) => readonly WireSet[]
  /** Bytes of a batch. */
  readonly bytes?: number
}

/** So that what tests write is packed, too. */
const SMALL_PACKS: PackSizes = { sets: 4, loose: 3 }

export const newMachine = async (index: number, packSizes?: PackSizes): Promise<Machine> => {
  const origin = new Uint8Array(16).fill(0xa1 + index)
  const birth = { ...testBirth, origin, deviceName: `machine-${index}`, seriesLetter: freeLetter([], index) }
  return machineOn(await createDatabase({ file: ':memory:', key: null }, birth), index, packSizes)
}

/** A machine as `raw.serialize()` kept it, after a restart. `before`: what is done to its database before it is opened to write. */
export const restartedMachine = (
  image: Buffer,
  index: number,
  before: (raw: RawConnection) => void = () => undefined,
): Machine => {
  // The driver takes the bytes of a database in place of a path, and copies them into memory.
  const raw = openConnection({ file: image as Buffer & string, key: null, cacheMb: WRITER_CACHE_MB, create: true })
  before(raw)
  return machineOn(raw, index)
}

const machineOn = (raw: RawConnection, index: number, packSizes = SMALL_PACKS): Machine => {
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') }
  let counter = index
  const writer = openWriter(raw, {
    nowMs: () => clock.now,
    packSizes,
    random: (bytes) => {
      for (let at = 0; at < bytes.length; at++) bytes[at] = (counter += 31) & 0xff
    },
  })
  const statements = new Map<string, unknown>()
  const prepare = (sql: string): unknown => {
    const known = statements.get(sql) ?? raw.prepare(sql)
    statements.set(sql, known)
    return known
  }
  // What it answers is what the connection answers, with the types that the caller names.
  return { writer, originHex: writer.outgoing.ownOrigin(), clock, prepare: prepare as RawConnection['prepare'] }
}

/** Some of the sets that `outgoing` gave, as a batch of their own: the last of each origin says what it follows from. */
export const cutOff = (sets: readonly WireSet[], outgoing: Outgoing): WireSet[] => {
  const last = new Map(sets.map(({ originHex, seq }) => [originHex, seq]))
  return sets.map((set) => {
    const [chain] = last.get(set.originHex) === set.seq ? outgoing.chains([[set.originHex, set.seq]]) : []
    return { ...set, chain: chain ? Buffer.from(chain, 'hex') : null }
  })
}

/** Lets one machine take what another has and it has not; answers what each batch brought. */
export const pull = (to: Pick<Machine, 'writer'>, from: Pick<Machine, 'writer'>, options: PullOptions = {}): Received[] => {
  const { atMost = Number.POSITIVE_INFINITY, isStale = false, onTheWay = (sets) => sets, bytes = 4096, known } = options
  const received: Received[] = []
  const have = isStale ? new Map<string, number>() : (known?.here ?? to.writer.outgoing.vector())
  const has = new Map(have)
  let { after = 0 } = options
  let left = atMost
  let origins: Origins | undefined
  while (left > 0 && !(known && covers(has, known.there))) {
    const { sets, upTo } = from.writer.outgoing.missing(have, after, bytes)
    if (sets.length === 0) return received
    const taken = sets.length > left ? cutOff(sets.slice(0, left), from.writer.outgoing) : sets
    left -= taken.length
    after = upTo
    origins ??= from.writer.outgoing.origins()
    received.push(to.writer.receive(decodeSets(encodeSets(onTheWay(taken))), origins))
    for (const { originHex, seq } of taken) has.set(originHex, seq)
  }
  return received
}

/** Whether a machine has all that another one has. */
const covers = (has: VersionVector, other: VersionVector): boolean =>
  [...other].every(([origin, seq]) => (has.get(origin) ?? 0) >= seq)

/** Up to where two machines hold the same of an origin. */
export const commonOf = (originHex: string, ...both: readonly [Pick<Machine, 'writer'>, Pick<Machine, 'writer'>]): number => {
  let seq = Math.min(...both.map(({ writer }) => writer.outgoing.vector().get(originHex) ?? 0))
  const isSame = (): boolean => new Set(both.flatMap(({ writer }) => writer.outgoing.chains([[originHex, seq]]))).size === 1
  while (seq > 0 && !isSame()) seq -= 1
  return seq
}

/** Whether one of those whose vectors these are has an operation. */
export const holdsOf =
  (vectors: readonly VersionVector[]) =>
  (operation: string): boolean => {
    const { originHex, op } = parseOperationId(operation)
    return vectors.some((vector) => (vector.get(originHex) ?? 0) >= op)
  }

/** Everybody hears everything: the first machine of all the others, and they all of it. */
export const hearAll = ([first, ...others]: readonly Pick<Machine, 'writer'>[]): void => {
  if (!first) return
  const all = first.writer.outgoing.vector()
  const vectors = others.map((one) => [one, one.writer.outgoing.vector()] as const)
  for (const [other, there] of vectors) {
    pull(first, other, { known: { here: all, there } })
    for (const [origin, seq] of there) all.set(origin, Math.max(seq, all.get(origin) ?? 0))
  }
  for (const [other, here] of vectors) pull(other, first, { known: { here, there: all } })
}

/** Until nobody lacks anything. */
export const meet = (machines: readonly Pick<Machine, 'writer'>[]): void => {
  for (let round = 0; round < 2; round++) for (const to of machines) for (const from of machines) if (to !== from) pull(to, from)
}
