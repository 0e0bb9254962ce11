// A workspace's file as the network sees it: what it holds, what another lacks of it, and a place to put what it lacks itself.
import type { LogEnd } from '#main/db/log/incarnation.ts'
import type { BadReason } from '#main/db/replicate/bad-change-set.ts'
import type { Branch } from '#main/db/replicate/leave-branch.ts'
import type { Origins } from '#main/db/replicate/outgoing.ts'

/** By origin in hex: the newest change set that is held, with all before it. */
export type VersionVector = ReadonlyMap<string, number>

/** What a replica says of itself. */
export interface Holdings {
  readonly vector: VersionVector
  /** By origin: the beginning of the chain of its newest change set, in hex. */
  readonly heads: ReadonlyMap<string, string>
  readonly origins: Origins
  /** The origin that it writes under itself. */
  readonly ownOrigin: string
}

/** Change sets in the order in which they came, encoded; `vector` is the newest of each origin among them. */
export interface Batch {
  readonly bytes: Uint8Array
  readonly sets: number
  readonly vector: VersionVector
  /** The place in the sender's log up to which this is all. */
  readonly upTo: number
  /** The newest of this machine's own among them. */
  readonly own: LogEnd | null
}

export type Taken =
  | { readonly ok: true; readonly sets: number; readonly rows: number; readonly vector: VersionVector }
  | { readonly ok: false; readonly reason: BadReason; readonly message: string }

export interface Replica {
  readonly holdings: () => Promise<Holdings>
  /**
   * What `have` lacks after place `after`, about `bytes` of it; no sets: nothing more. What is of this machine itself is on its disk, and noted beside
   * the file, before this answers: what was sent is never forgotten, nor its numbers given again.
   */
  readonly missing: (have: VersionVector, after: number, bytes: number) => Promise<Batch>
  /**
   * All of a batch, or nothing of it; `origins` are those that somebody vouches for. It is on the disk when this answers. Rejects where the file
   * cannot be written.
   */
  readonly take: (bytes: Uint8Array, origins: Origins) => Promise<Taken>
  /** Keeps what this machine signed of its own origins. */
  readonly vouch: (introductions: ReadonlyMap<string, string>) => Promise<void>
  /** The chains of change sets, by origin and number, in hex; null: it is not here. */
  readonly chains: (places: readonly (readonly [originHex: string, seq: number])[]) => Promise<(string | null)[]>
  /**
   * What this machine holds of an origin after `after`, and all that was built on it, goes over to new origins; the machine writes under a new one
   * itself where its own is concerned. Listeners of `onCommit` hear of `sync_origin` then.
   */
  readonly leave: (branch: Branch) => Promise<void>
  /** Told after each commit of anybody, with the tables that it wrote. Answers how to stop listening. */
  readonly onCommit: (listener: (tables: readonly string[]) => void) => () => void
}
