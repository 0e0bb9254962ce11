// What a window, or a client of the socket, holds of the engine.
import type { Progress, Reply } from '#shared/base/procedure.ts'

/** The path behind what stands for a file, `null` if it was not chosen for this use. */
export type ResolveFile = (reference: string, use: 'read' | 'write') => string | null

export interface CallOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/** One window, or one client of the command line. `call` never rejects: every failure is a reply. */
export interface Session {
  readonly call: (path: string, input: unknown, options?: CallOptions) => Promise<Reply>
  /** Cancels what the session still asked for. */
  readonly close: () => void
}
