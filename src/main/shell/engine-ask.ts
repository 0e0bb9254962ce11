// What the shell itself asks of the engine, by paths.
import { AppError } from '#shared/base/app-error.ts'
import type { Reply } from '#shared/base/procedure.ts'
import type { Engine } from '#main/engine/engine.ts'
import type { Session } from '#main/engine/session.ts'

/** @throws AppError what the engine refuses with. */
export type EngineAsk = (path: string, input: unknown) => Promise<unknown>

export const createEngineAsk = (engine: Promise<Engine>): EngineAsk => {
  let session: Promise<Session> | null = null
  return async (path, input) => {
    session ??= engine.then((running) => running.openSession({ resolveFile: (own) => own }))
    return dataOf(await (await session).call(path, input))
  }
}

const dataOf = (reply: Reply): unknown => {
  if (reply.ok) return reply.data
  const { code, messageKey, params, ...details } = reply.error
  throw new AppError(code, messageKey, params, details)
}
