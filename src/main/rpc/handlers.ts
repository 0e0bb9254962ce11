// The shape of handlers: plain functions of a context and a checked input. A procedure of the contract without a handler does not compile.
import type { z } from 'zod'
import type { Procedure } from '#shared/base/procedure.ts'
import type { contract } from '#shared/contract.ts'
import type { AttachmentStore } from '#main/attachments/attachment-store.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import type { SearchIndex } from '#main/db/search/search-index.ts'
import type { ChangeLog } from '#main/db/log/change-log.ts'

export type AppContract = typeof contract
/** Features whose procedures run in the engine's threads; `workspace` is answered by its host. */
export type EngineFeature = Exclude<keyof AppContract, 'workspace' | 'network' | 'presence' | 'arrivals'>

/** Who acts, and what they may do. `*` in `rights` is everything. */
export interface Actor {
  readonly userId: string | null
  readonly name: string
  readonly rights: readonly string[]
}

type Paths<C> = { [F in keyof C & string]: `${F}.${keyof C[F] & string}` }[keyof C & string]
export type ProcedurePath = Paths<Pick<AppContract, EngineFeature>>
type ProcedureAt<Path extends ProcedurePath> = Path extends `${infer F extends EngineFeature}.${infer N}`
  ? N extends keyof AppContract[F]
    ? AppContract[F][N] extends Procedure
      ? AppContract[F][N]
      : never
    : never
  : never
export type InputOf<Path extends ProcedurePath> = z.input<ProcedureAt<Path>['input']>
export type OutputOf<Path extends ProcedurePath> = z.output<ProcedureAt<Path>['output']>

/** Calls another procedure inside the same transaction. Trusted: its right is not asked again. A query cannot run a mutation. */
export type Run = <Path extends ProcedurePath>(path: Path, input: InputOf<Path>) => OutputOf<Path>

export interface CallContext {
  /** Committed state in a query; the transaction's own state in a mutation. */
  readonly db: Db
  readonly actor: Actor
  /** The moment of the call, ISO UTC; the same throughout. */
  readonly now: () => string
  readonly run: Run
  readonly search: SearchIndex
  readonly log: ChangeLog
  /** Contents of files; all of it waits, so it belongs into `prepare`. */
  readonly attachments: AttachmentStore
  /** Says how far a long call is; told to the user at most ten times a second. */
  readonly progress: (step: string, done: number, total: number | null) => void
  /** Throws `cancelled` if the user gave up. Long loops ask every few hundred rows. */
  readonly checkCancelled: () => void
}

export interface MutationContext extends CallContext {
  readonly tx: WriteTx
  /** A new UUIDv7. */
  readonly newId: () => string
}

type ContextOf<P> = P extends Procedure<'mutation'> ? MutationContext : CallContext

/** What is done before the transaction: reading files, hashing, anything that waits. It may read, and cannot write. */
export interface Prepared<Context, Input, Output, Made> {
  readonly prepare: (context: CallContext, input: Input) => Promise<Made>
  readonly run: (context: Context, input: Input, made: Made) => Output
}

export type Handler<P> =
  P extends Procedure<infer _K, infer I, infer O>
    ? | ((context: ContextOf<P>, input: z.output<I>) => z.input<O>)
      // What `prepare` made is known only to its own `run`.
      | Prepared<ContextOf<P>, z.output<I>, z.input<O>, never>
    : never

export type Handlers = { readonly [F in EngineFeature]: { readonly [N in keyof AppContract[F]]: Handler<AppContract[F][N]> } }

/** Ties a `prepare` to its `run` by type. */
export const prepared = <Context, Input, Output, Made>(
  prepare: (context: CallContext, input: Input) => Promise<Made>,
  run: (context: Context, input: Input, made: Made) => Output,
): Prepared<Context, Input, Output, never> => ({ prepare, run }) as unknown as Prepared<Context, Input, Output, never>
