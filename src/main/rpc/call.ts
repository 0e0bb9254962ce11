// The door: every call is looked up, checked, permitted, run in its transaction and answered as data. Nothing is thrown to the outside.
import { AppError } from '#shared/base/app-error.ts'
import type { Procedure, Reply } from '#shared/base/procedure.ts'
import type { AttachmentStore } from '#main/attachments/attachment-store.ts'
import type { Reader, Writer } from '#main/db/open-workspace.ts'
import type { WriteTx } from '#main/db/database.ts'
import { fieldIssues, toErrorData } from './errors.ts'
import type { Actor, CallContext, Handlers, MutationContext, Run } from './handlers.ts'
import { assertCan } from './permission.ts'

/** What one call brings along besides its input. */
export interface CallHooks {
  readonly actor: Actor
  readonly progress?: (step: string, done: number, total: number | null) => void
  /** Throws AppError `cancelled` once the caller gave up. */
  readonly checkCancelled?: () => void
}

export interface DoorOptions {
  readonly procedureAt: (path: string) => Procedure | undefined
  readonly handlers: Handlers
  /** Where queries run; on the writing thread the writer itself. */
  readonly reader: Reader
  /** Absent on a thread that only reads: mutations are refused there. */
  readonly writer: Writer | null
  readonly attachments: AttachmentStore
  readonly nowMs: () => number
  /** Logs a fault of ours and answers its trace id. */
  readonly logBug: (path: string, error: unknown) => string
  /** Told of each commit, after it. */
  readonly onCommit: (tables: readonly string[], rev: number) => void
  /** In tests: answers are checked against the contract too. */
  readonly checkOutput?: boolean
}

export type Call = (path: string, input: unknown, hooks: CallHooks) => Promise<Reply>

type Plain = (context: CallContext, input: unknown, made?: unknown) => unknown
interface Steps {
  readonly prepare: ((context: CallContext, input: unknown) => Promise<unknown>) | null
  readonly run: Plain
}

export const createCall = (options: DoorOptions): Call => {
  const { procedureAt, handlers, reader, writer, attachments, nowMs, logBug, onCommit, checkOutput = false } = options

  const stepsOf = (path: string): Steps => {
    const [feature = '', name = ''] = path.split('.')
    // Looked up by text here; the registry's type promised a handler for every procedure of the contract.
    const handler = (handlers as unknown as Record<string, Record<string, Plain | Steps>>)[feature]?.[name]
    if (handler === undefined) throw new Error(`${path} has no handler.`)
    return typeof handler === 'function' ? { prepare: null, run: handler } : handler
  }

  const checked = (procedure: Procedure, input: unknown): unknown => {
    const result = procedure.input.safeParse(input)
    if (result.success) return result.data
    throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues: fieldIssues(result.error) })
  }

  const answered = (path: string, procedure: Procedure, value: unknown): unknown => {
    if (value instanceof Promise) throw new Error(`${path} answered a promise: what waits belongs into its prepare step.`)
    return checkOutput ? procedure.output.parse(value) : value
  }

  const lookUp = (path: string): Procedure => {
    const procedure = procedureAt(path)
    if (!procedure) throw new AppError('not_found', 'errors.noProcedure', { path })
    return procedure
  }

  const runWith =
    (context: () => CallContext, isWriting: boolean): Run =>
    (path, input) => {
      const procedure = lookUp(path)
      if (procedure.kind === 'mutation' && !isWriting) throw new Error(`A query cannot run ${path}.`)
      const { prepare, run } = stepsOf(path)
      if (prepare) throw new Error(`${path} has to prepare, so it cannot run inside another procedure.`)
      return answered(path, procedure, run(context(), checked(procedure, input))) as never
    }

  const contextOf = (
    hooks: CallHooks,
    reads: Set<string>,
    at: string,
    db: CallContext['db'],
    isWriting: boolean,
  ): CallContext => {
    const context: CallContext = {
      db,
      actor: hooks.actor,
      now: () => at,
      run: runWith(() => context, isWriting),
      attachments,
      progress: hooks.progress ?? (() => {}),
      checkCancelled: hooks.checkCancelled ?? (() => {}),
      get search() {
        return reader.searchOf(reads)
      },
      get log() {
        return reader.logOf(reads)
      },
    }
    return context
  }

  const writingContext = (hooks: CallHooks, tx: WriteTx, newId: () => string): MutationContext =>
    Object.assign(contextOf(hooks, new Set(), tx.at, tx, true), { tx, newId })

  const query = async (path: string, procedure: Procedure, input: unknown, hooks: CallHooks): Promise<Reply> => {
    const { prepare, run } = stepsOf(path)
    const at = new Date(nowMs()).toISOString()
    const early = new Set<string>()
    const made = prepare && (await prepare(contextOf(hooks, early, at, reader.dbOf(early), false), input))
    const { value, reads, rev } = reader.read((db, seen) =>
      answered(path, procedure, run(contextOf(hooks, seen, at, db, false), input, made)),
    )
    return { ok: true, data: value, reads: early.size === 0 ? reads : [...new Set([...early, ...reads])], rev }
  }

  const mutation = async (path: string, procedure: Procedure, input: unknown, hooks: CallHooks): Promise<Reply> => {
    if (!writer) throw new Error(`${path} was sent to a thread that only reads.`)
    const { prepare, run } = stepsOf(path)
    const early = new Set<string>()
    const made =
      prepare && (await prepare(contextOf(hooks, early, new Date(nowMs()).toISOString(), writer.dbOf(early), false), input))
    const { value, operation, tables, rev } = writer.write(
      { actor: hooks.actor.userId, procedure: path, isBulk: procedure.options.bulk === true },
      (tx) => answered(path, procedure, run(writingContext(hooks, tx, writer.newId), input, made)),
    )
    if (tables.length > 0) onCommit(tables, rev)
    return { ok: true, data: value, reads: [], rev, operation }
  }

  return async (path, input, hooks) => {
    try {
      const procedure = lookUp(path)
      assertCan(hooks.actor, procedure.options.needs)
      const clean = checked(procedure, input)
      return procedure.kind === 'query'
        ? await query(path, procedure, clean, hooks)
        : await mutation(path, procedure, clean, hooks)
    } catch (error) {
      return { ok: false, error: toErrorData(error, (bug) => logBug(path, bug)) }
    }
  }
}
