// What a change set says of itself, and the chain of hashes over that.
import { hash } from 'node:crypto'

/** What the first change set of an origin follows from. */
export const NO_CHAIN: Uint8Array = new Uint8Array(16)

/** In one call: a hash that is added to costs three times as much, and each change set has two. */
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** What a change set says of itself, in words that mean the same on every machine. */
export interface SetHeader {
  readonly originHex: string
  readonly seq: number
  /** The first seq of its operation. */
  readonly op: number
  readonly part: number
  readonly isLast: boolean
  readonly wallMs: number
  readonly actor: string | null
  readonly procedure: string
  readonly rows: number
  readonly hlc: number
  readonly schemaVersion: number
  /** The name of an operation. */
  readonly undoes: string | null
}

/** What a change set says of itself, as it lies in the table. */
export interface StoredHeader {
  readonly seq: number
  readonly op: number
  readonly part: number
  readonly last: number
  readonly hlc: number
  readonly wall: number
  readonly sv: number
  readonly actor: string | null
  readonly proc: string
  readonly rows: number
}

/** A change set as it lies in the table. */
export interface StoredSet extends StoredHeader {
  readonly lsn: number
  readonly oid: number
  readonly undoes_oid: number | null
  readonly undoes_op: number | null
  readonly body_hash: Uint8Array
  readonly chain: Uint8Array
  /** Null: it was erased. */
  readonly body: Uint8Array | null
}

/** `undoes`: the name of an operation, of which the table knows local numbers. */
export const headerOf = (stored: StoredHeader, originHex: string, undoes: string | null): SetHeader => {
  const { seq, op, part, last, hlc, wall, sv, actor, proc, rows } = stored
  return {
    ...{ originHex, seq, op, part, isLast: last === 1, hlc, wallMs: wall },
    ...{ schemaVersion: sv, actor, procedure: proc, undoes, rows },
  }
}

/** 16 bytes over the set before, everything the set says of itself, and the hash of its body: an erased body leaves the chain whole. */
export const chainOf = (before: Uint8Array, set: SetHeader, bodyHash: Uint8Array): Buffer => {
  const header = [
    ...[set.originHex, set.seq, set.op, set.part, set.isLast, set.hlc, set.wallMs, set.schemaVersion],
    ...[set.actor, set.procedure, set.undoes, set.rows],
  ]
  return sha256(Buffer.concat([before, Buffer.from(JSON.stringify(header)), bodyHash])).subarray(0, 16)
}
