// What may be asked of the engine: a kind, what it needs, the shape that goes in, the shape that comes out.
import type { z } from 'zod'
import type { AppErrorData } from './app-error.ts'

export type ProcedureKind = 'query' | 'mutation'

/** `<feature>.<right>`; an actor who has `*` may do everything. */
export type Need = `${string}.${string}`

export interface Procedure<
  Kind extends ProcedureKind = ProcedureKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind
  readonly input: Input
  readonly output: Output
  readonly options: ProcedureOptions
}

export interface ProcedureOptions {
  /** The right the actor must have; refused by the door before the handler runs. */
  readonly needs: Need
  /** A query that may take long runs on a reader of its own, so that searches are not held up. */
  readonly slow?: boolean
  /** A mutation that may write very many rows: the writer keeps more pages in memory while it runs. */
  readonly bulk?: boolean
  /** Top-level input fields that name a file or hold a list of files. The window passes tokens that the shell issued, the command line paths; handlers get a path. */
  readonly files?: readonly string[]
  /** Those of `files` that are written: a file that was chosen to be read is refused there. */
  readonly targets?: readonly string[]
}

export type Contract = Readonly<Record<string, Readonly<Record<string, Procedure>>>>

export const query = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: ProcedureOptions,
): Procedure<'query', I, O> => ({ kind: 'query', input, output, options })

export const mutation = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: ProcedureOptions,
): Procedure<'mutation', I, O> => ({ kind: 'mutation', input, output, options })

/**
 * What comes back. `reads` names the tables behind the data, so that a screen knows when to ask again; `rev` is the newest commit the
 * answer saw; `operation` is the operation a mutation wrote (`null` if it changed nothing), to be undone by `history.undo`.
 */
export type Reply =
  | {
      readonly ok: true
      readonly data: unknown
      readonly reads: readonly string[]
      readonly rev: number
      readonly operation?: string | null
    }
  | { readonly ok: false; readonly error: AppErrorData }

/** How far a long call is. `total` is `null` while it is not known. */
export interface Progress {
  readonly step: string
  readonly done: number
  readonly total: number | null
}

export type AppEvent =
  /** A commit: the tables it wrote and its revision. Sent after every reader sees it. */
  | { readonly type: 'changed'; readonly tables: readonly string[]; readonly rev: number }
  | { readonly type: 'progress'; readonly callId: string; readonly progress: Progress }
  /** The workspace was opened, locked, unlocked or closed. */
  | { readonly type: 'workspace' }
  /** A command of the menu, to be carried out by the page (`new-company`, `undo`, `find` …). */
  | { readonly type: 'command'; readonly command: string }
  /** Language, colour scheme or another preference changed in some window. */
  | { readonly type: 'preferences' }

/** The only thing a page sees of the main process (`window.kith`): three functions. */
export interface Bridge {
  readonly call: (callId: string, path: string, input: unknown) => Promise<Reply>
  readonly cancel: (callId: string) => void
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void
}
