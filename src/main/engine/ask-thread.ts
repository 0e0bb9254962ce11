// A procedure asked by the host itself, as the person at work.
import { AppError } from '#shared/base/app-error.ts'
import type { Person } from './person.ts'
import type { ThreadKind, Threads } from './threads.ts'

/** Answers what the procedure answers; throws its refusal. */
export type AskThread = <Output>(kind: ThreadKind, procedure: string, input: unknown) => Promise<Output>

export const askThread =
  (threads: Threads, person: Person): AskThread =>
  async <Output>(kind: ThreadKind, path: string, input: unknown) => {
    const actor = { userId: person.id, name: person.name, rights: ['*'] } as const
    const reply = await threads.call(kind, { path, input, actor })
    if (reply.ok) return reply.data as Output // Checked by the procedure's own schema.
    const { code, messageKey, params, ...details } = reply.error
    throw new AppError(code, messageKey, params, details)
  }
