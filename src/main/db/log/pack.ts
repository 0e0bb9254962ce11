// A pack: small change sets that are operations of their own, in the order of their origins and numbers. What they say of themselves stands first, as
// JSON, their bodies behind it; all of it is packed by zstd.
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { joinStamp, splitStamp } from './clock.ts'
import type { StoredSet } from './set-header.ts'

/** A change set as it lies in a pack: it has one part, takes nothing back, and was not erased. */
export interface PackedSet extends Pick<StoredSet, 'lsn' | 'oid' | 'seq' | 'hlc' | 'wall' | 'sv' | 'actor' | 'proc' | 'rows'> {
  readonly body: Uint8Array
}

interface Head {
  /** Actors and procedures, each once. */
  readonly names: readonly string[]
  /** The first four as differences to the set before. */
  readonly sets: readonly (readonly [
    lsn: number,
    oid: number,
    seq: number,
    ms: number,
    counter: number,
    apart: number,
    sv: number,
    actor: number | null,
    proc: number,
    rows: number,
    length: number,
  ])[]
}

const NOTHING = { lsn: 0, oid: 0, seq: 0, ms: 0 }
const LENGTH_BYTES = 4

export const encodePack = (sets: readonly PackedSet[]): Buffer => {
  const names = new Map<string, number>()
  const nameOf = (name: string): number => {
    const known = names.get(name) ?? names.size
    names.set(name, known)
    return known
  }
  let before = NOTHING
  const told = sets.map(({ lsn, oid, seq, hlc, wall, sv, actor, proc, rows, body }): Head['sets'][number] => {
    const { ms, counter, apart } = splitStamp(hlc, wall)
    const steps = [lsn - before.lsn, oid - before.oid, seq - before.seq, ms - before.ms] as const
    before = { lsn, oid, seq, ms }
    return [...steps, counter, apart, sv, actor === null ? null : nameOf(actor), nameOf(proc), rows, body.length]
  })
  const head = Buffer.from(JSON.stringify({ names: [...names.keys()], sets: told } satisfies Head))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(head.length)
  return zstdCompressSync(Buffer.concat([length, head, ...sets.map(({ body }) => body)]))
}

/** A pack of this file, trusted: it was written here, and the chain covers it. */
export const decodePack = (bytes: Uint8Array): PackedSet[] => {
  const unpacked = zstdDecompressSync(bytes)
  let at = LENGTH_BYTES + unpacked.readUInt32BE()
  const { names, sets } = JSON.parse(unpacked.toString('utf8', LENGTH_BYTES, at)) as Head // as `encodePack` wrote it
  let before = NOTHING
  return sets.map(([lsn, oid, seq, ms, counter, apart, sv, actor, proc, rows, length]) => {
    before = { lsn: before.lsn + lsn, oid: before.oid + oid, seq: before.seq + seq, ms: before.ms + ms }
    at += length
    return {
      ...{ lsn: before.lsn, oid: before.oid, seq: before.seq, ...joinStamp(before.ms, counter, apart) },
      ...{ sv, actor: actor === null ? null : (names[actor] ?? null), proc: names[proc] ?? '', rows },
      body: unpacked.subarray(at - length, at),
    }
  })
}
