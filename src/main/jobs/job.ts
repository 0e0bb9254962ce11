// Work without a click. A job reads and acts through the door like anyone else, so what it changes is logged, can be undone, and shows on
// every screen.
import type { Writer } from '#main/db/open-workspace.ts'
import type { Call } from '#main/rpc/call.ts'
import type { Actor } from '#main/rpc/handlers.ts'

/** Who a job's operations are by: nobody of the office. */
export const jobActor: Actor = { userId: null, name: 'Kith', rights: ['*'] }

export interface JobContext {
  /** As `createCall` answers it, with the job as actor. Errors come as replies. */
  readonly call: (path: string, input: unknown) => ReturnType<Call>
  /** For upkeep below the records; records are changed through `call`. */
  readonly writer: Pick<Writer, 'tidy'>
}

export interface Job {
  /** For the log: `upkeep`. */
  readonly name: string
  readonly run: (context: JobContext) => Promise<void> | void
}
