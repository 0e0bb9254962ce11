// What the engine's host and its threads say to each other.
import type { AppErrorData } from '#shared/base/app-error.ts'
import type { Progress, Reply } from '#shared/base/procedure.ts'
import type { Newcomer, NewWorkspace as FirstContents } from '#main/features/settings/new-workspace.ts'
import type { LogEnd } from '#main/db/log/incarnation.ts'
import type { Branch } from '#main/db/replicate/leave-branch.ts'
import type { Origins } from '#main/db/replicate/outgoing.ts'
import type { Actor } from '#main/rpc/handlers.ts'
import type { KeyFile } from '#main/workspace/key-file.schema.ts'
import type { CheckAnswers, CheckAsk } from './thread-check.ts'
import type { ContentAnswers, ContentAsk } from './thread-contents.ts'
import type { DigestAnswer, DigestQuestion } from '#main/sync/digest-messages.ts'
import type { Batch, Holdings, Taken, VersionVector } from '#main/sync/replica.ts'

export type ThreadRole = 'writer' | 'reader'

/** What a new workspace begins with. */
export interface NewWorkspace {
  readonly workspaceId: string
  readonly deviceName: string
  /** The letter of its number series. */
  readonly letter: string
  /** Null: a replica, which gets all it holds from others. */
  readonly contents: FirstContents | null
  /** Of a replica: who joins the office with it, and is new there. */
  readonly newcomer?: Newcomer
}

/** What a writer is told of the file's past on this machine. */
export interface KnownPast {
  /** How far it had come when it was last open here; null: it never was, as far as is known. */
  readonly last: LogEnd | null
  readonly deviceName: string
  /** The other machines know it otherwise: what the file holds of this goes over to new origins. */
  readonly leaves: Branch | null
}

/** Under which origin a writer writes, and how it came to that. */
export interface Identity {
  readonly end: LogEnd
  /** A copy, or brought back from a backup, of a workspace that belongs to an office. */
  readonly isNewInOffice: boolean
}

/** Given to a thread at its start. */
export interface ThreadStart {
  readonly role: ThreadRole
  /** Of a reader: what it is asked goes over whole tables. */
  readonly isSlow: boolean
  readonly folder: string
  /** The thread's own copy of the data key; it zeroes it once its connection is open. */
  readonly dataKey: Uint8Array
  readonly cipher: KeyFile['cipher']
  /** Given to the first writer of a new workspace, which makes the database. */
  readonly birth: NewWorkspace | null
  readonly past: KnownPast
  /** One 32-bit word, 1 once the thread is to close: calls that wait behind the running one then do not begin. */
  readonly closing: SharedArrayBuffer
  /** Counts who is being answered: see `reading.ts`. */
  readonly reading: SharedArrayBuffer
}

export interface ThreadCall {
  readonly type: 'call'
  readonly id: number
  readonly path: string
  readonly input: unknown
  readonly actor: Actor
  /** One 32-bit word, 1 once the caller gave up: it can be seen in the middle of a transaction, where no message arrives. */
  readonly cancelled: SharedArrayBuffer
}

/** What the network asks of the workspace: the writer takes change sets, a reader answers the rest. */
export type ReplicaAsk =
  | CheckAsk
  | ContentAsk
  | { readonly kind: 'holdings' }
  | { readonly kind: 'missing'; readonly have: VersionVector; readonly after: number; readonly bytes: number }
  | { readonly kind: 'chains'; readonly places: readonly (readonly [originHex: string, seq: number])[] }
  | { readonly kind: 'take'; readonly bytes: Uint8Array; readonly origins: Origins }
  | { readonly kind: 'vouch'; readonly introductions: ReadonlyMap<string, string> }
  | { readonly kind: 'digests'; readonly question: DigestQuestion }

export interface ReplicaAnswers extends CheckAnswers, ContentAnswers {
  readonly holdings: Holdings
  readonly missing: Batch
  readonly chains: (string | null)[]
  readonly take: Taken
  readonly vouch: null
  readonly digests: DigestAnswer
}

export type ToThread =
  ThreadCall | { readonly type: 'replica'; readonly id: number; readonly ask: ReplicaAsk } | { readonly type: 'close' }

export type FromThread =
  /** `identity`: of a writer. */
  | { readonly type: 'ready'; readonly identity: Identity | null }
  /** The thread could not open the workspace, and ends. */
  | { readonly type: 'refused'; readonly error: AppErrorData }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'answer'; readonly id: number; readonly answer: ReplicaAnswers[keyof ReplicaAnswers] }
  /** A writer closes the file, whose own part of the log has come so far. */
  | { readonly type: 'end'; readonly end: LogEnd }
  /** The file could not answer. `sentence`: what the user can be told of it. */
  | { readonly type: 'unanswered'; readonly id: number; readonly error: Error; readonly sentence: AppErrorData | null }
  | { readonly type: 'changed'; readonly tables: readonly string[]; readonly rev: number }
  | { readonly type: 'bug'; readonly traceId: string; readonly error: Error }
