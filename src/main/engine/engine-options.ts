// What the engine is started with. The composition points give it time, places and the built files of its threads.
import type { Argon2Costs } from '#main/workspace/key-file.schema.ts'
import type { Surroundings } from '#main/workspace/surroundings.ts'
import type { Machine } from '#main/workspace/witness.ts'
import type { NetworkPlace } from './network-place.ts'

export interface EngineOptions {
  /** The workspace's folder, `null` until one is chosen. It need not exist. */
  readonly folder: string | null
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly logBug: (traceId: string, error: unknown) => void
  /** The built `engine-worker` and `argon2-worker`. */
  readonly workers: { readonly engine: URL | string; readonly argon2: URL | string }
  /** Told to the other machines of an office. */
  readonly appVersion?: string
  /** Where the office network listens, and whether it keeps silent. Left out: everywhere. */
  readonly networkPlace?: NetworkPlace
  /** Where this machine notes how far a workspace has come: see `machineOf`. */
  readonly machine: Machine
  /** For the socket: see `runtimeFolderOf`. */
  readonly runtimeFolder: string
  /** In tests: what a password costs. */
  readonly costs?: Argon2Costs
  /** In tests: mounts and variables other than this machine's. */
  readonly surroundings?: Surroundings
  /** In tests: how long a reader may go on after its caller gave up, and a slow one may rest. */
  readonly patienceMs?: number
  readonly idleMs?: number
}
