// What another machine has not got yet, in the order in which it came here: whoever stops anywhere in it has everything that came before.
import { createChainAt } from '../log/incarnation.ts'
import { logSetsOf } from '../log/log-sets.ts'
import { headerOf } from '../log/set-header.ts'
import type { RawConnection } from '../raw-connection.ts'
import { operationIdOf } from '../log/version.ts'
import type { WireSet } from './wire.ts'

/** By origin in hex: the newest change set that a machine holds, all before it included. */
export type VersionVector = ReadonlyMap<string, number>

/** An origin as it is known here: on which machine, in words, and who vouches for that (see `sync/introduction.ts`); null: not signed yet. */
export interface KnownOrigin {
  readonly device: string
  readonly introduction: string | null
}
/** By origin in hex, in the order in which they became known. */
export type Origins = ReadonlyMap<string, KnownOrigin>

interface OriginRow extends KnownOrigin {
  readonly oid: number
  readonly origin: Uint8Array
}

export interface Outgoing {
  readonly vector: () => Map<string, number>
  /** The origin that this file's own changes have, in hex. */
  readonly ownOrigin: () => string
  /** Whose each origin is. */
  readonly origins: () => Origins
  /**
   * Change sets after place `after` in this log that `have` lacks, about `bytes` of bodies (one at least), and the place up to which that is
   * all. They end with an operation; one that is much longer than that comes in parts. An empty answer: there are no more.
   */
  readonly missing: (
    have: VersionVector,
    after: number,
    bytes: number,
  ) => { readonly sets: readonly WireSet[]; readonly upTo: number }
  /** The chains of change sets, by origin and number, in hex; null: it is not here. */
  readonly chains: (places: readonly (readonly [originHex: string, seq: number])[]) => (string | null)[]
  /** How many change sets of this log another one lacks. */
  readonly countMissing: (have: VersionVector) => number
}

/** About as much of each set as its body's length is of what it says. */
const HEADER_BYTES = 32
/** So many times as long as was asked for, if it is one operation. */
const LONGEST = 3

export const createOutgoing = (raw: RawConnection): Outgoing => {
  const selectOrigins = raw.prepare<[], OriginRow>('SELECT oid, origin, device, introduction FROM sync_origin ORDER BY oid')
  const log = logSetsOf(raw)

  const heads = () =>
    selectOrigins.all().map(({ oid, origin, device, introduction }) => ({
      ...{ oid, hex: Buffer.from(origin).toString('hex'), device, introduction },
      seq: log.newestOf(oid),
    }))

  const selectOwn = raw.prepare<[], { origin: Uint8Array }>(
    "SELECT origin FROM sync_origin WHERE oid = (SELECT v FROM sync_meta WHERE k = 'oid')",
  )

  const chainAt = createChainAt(raw)

  /** The last of each origin speaks for those before it. */
  const chained = (sets: readonly (WireSet & { readonly oid: number })[]): WireSet[] => {
    const last = new Map(sets.map(({ oid, seq }) => [oid, seq]))
    return sets.map(({ oid, ...set }) => ({
      ...set,
      chain: last.get(oid) === set.seq ? (log.chainAt(oid, set.seq) ?? null) : null,
    }))
  }

  return {
    ownOrigin: () => {
      const own = selectOwn.get()
      if (!own) throw new Error('The change log was never begun in this file.')
      return Buffer.from(own.origin).toString('hex')
    },
    vector: () => new Map(heads().flatMap(({ hex, seq }) => (seq > 0 ? [[hex, seq] as const] : []))),
    origins: () => new Map(heads().map(({ hex, device, introduction }) => [hex, { device, introduction }])),
    chains: (places) => places.map(([originHex, seq]) => chainAt(originHex, seq)),
    countMissing: (have) => heads().reduce((sum, { hex, seq }) => sum + Math.max(0, seq - (have.get(hex) ?? 0)), 0),
    missing: (have, after, bytes) => {
      const origins = new Map(heads().map((head) => [head.oid, { ...head, have: have.get(head.hex) ?? 0 }]))
      const first = [...origins.values()]
        .filter(({ seq, have: known }) => seq > known)
        .flatMap(({ oid, have: known }) => log.at(oid, known + 1)?.lsn ?? [])
      if (first.length === 0) return { sets: [], upTo: after }
      const sets: (WireSet & { readonly oid: number })[] = []
      /** Operations that are not all here, by their origins. */
      const begun = new Set<number>()
      let whole = { sets: 0, upTo: after }
      let size = 0
      let upTo = after
      for (const row of log.from(Math.max(after + 1, Math.min(...first)))) {
        const origin = origins.get(row.oid)
        if (origin && row.seq > origin.have) {
          size += HEADER_BYTES + (row.body?.length ?? 0)
          if (sets.length > 0 && size > (whole.sets > 0 ? bytes : LONGEST * bytes))
            return whole.sets > 0 ? { sets: chained(sets.slice(0, whole.sets)), upTo: whole.upTo } : { sets: chained(sets), upTo }
          const undone = row.undoes_oid === null ? undefined : origins.get(row.undoes_oid)
          const undoes = undone && row.undoes_op !== null ? operationIdOf(undone.hex, row.undoes_op) : null
          const { oid, body_hash: hash, body } = row
          sets.push({ oid, ...headerOf(row, origin.hex, undoes), chain: null, bodyHash: body === null ? hash : null, body })
          if (row.last === 1) begun.delete(row.oid)
          else begun.add(row.oid)
        }
        upTo = row.lsn
        if (begun.size === 0) whole = { sets: sets.length, upTo }
      }
      return { sets: chained(sets), upTo }
    },
  }
}
