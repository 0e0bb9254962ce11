// The file of this machine as a replica: what the network asks of it, over the connections that read and write it.
import type { Reader, Writer } from '#main/db/open-workspace.ts'
import { BadChangeSet } from '#main/db/replicate/bad-change-set.ts'
import type { Origins } from '#main/db/replicate/outgoing.ts'
import { decodeSets, encodeSets } from '#main/db/replicate/wire.ts'
import { CHAIN_DIGITS } from './messages.ts'
import type { Batch, Holdings, Taken, VersionVector } from './replica.ts'

export interface ReplicaReads {
  readonly holdings: () => Holdings
  readonly chains: (places: readonly (readonly [originHex: string, seq: number])[]) => (string | null)[]
  readonly missing: (have: VersionVector, after: number, bytes: number) => Batch
}

const newestOf = (sets: readonly { readonly originHex: string; readonly seq: number }[]): Map<string, number> => {
  const vector = new Map<string, number>()
  for (const { originHex, seq } of sets) vector.set(originHex, Math.max(seq, vector.get(originHex) ?? 0))
  return vector
}

/** Each answers from one committed state: between two statements the writer may pack what one of them has not seen yet, or bring a new origin. */
export const replicaReads = ({ outgoing, read }: Pick<Reader, 'outgoing' | 'read'>): ReplicaReads => ({
  holdings: () =>
    read(() => {
      const vector = outgoing.vector()
      const chains = outgoing.chains([...vector])
      const heads = new Map([...vector.keys()].map((hex, index) => [hex, (chains[index] ?? '').slice(0, CHAIN_DIGITS)]))
      return { vector, heads, origins: outgoing.origins(), ownOrigin: outgoing.ownOrigin() }
    }).value,
  chains: (places) => read(() => outgoing.chains(places)).value,
  missing: (have, after, bytes) =>
    read(() => {
      const { sets, upTo } = outgoing.missing(have, after, bytes)
      // The last of its origin in a batch has a chain.
      const own = sets.findLast(({ originHex, chain }) => originHex === outgoing.ownOrigin() && chain !== null)
      return {
        ...{ bytes: encodeSets(sets), sets: sets.length, vector: newestOf(sets), upTo },
        own: own ? { originHex: own.originHex, seq: own.seq, chain: Buffer.from(own.chain ?? []).toString('hex') } : null,
      }
    }).value,
})

/** `onTaken`: the tables that a batch changed. Throws what the file itself has to say, a full disk for instance. */
export const replicaTake =
  (writer: Pick<Writer, 'receive'>, onTaken: (tables: readonly string[], rev: number) => void) =>
  (bytes: Uint8Array, origins: Origins): Taken => {
    try {
      const sets = decodeSets(bytes)
      const received = writer.receive(sets, origins)
      if (received.sets > 0) onTaken(received.tables, received.rev)
      return { ok: true, sets: received.sets, rows: received.rows, vector: newestOf(sets) }
    } catch (error) {
      if (error instanceof BadChangeSet) return { ok: false, reason: error.reason, message: error.message }
      throw error
    }
  }
