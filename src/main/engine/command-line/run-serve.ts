// An engine that stays: for scripts that call often, and for the office machine that is always on.
import type { Reply } from '#shared/base/procedure.ts'
import type { EngineOptions } from '../engine.ts'
import { alone, type SignIn } from './held-workspace.ts'

/**
 * Opens the workspace, says so through `onOpen`, and keeps it open until `stopped` settles. Answers the reply of the unlocking, or the refusal
 * if it could not be opened (another engine holds it, the password is wrong …).
 */
export const runServe = (options: EngineOptions, signIn: SignIn, onOpen: () => void, stopped: Promise<unknown>): Promise<Reply> =>
  alone(options, async (session) => {
    const reply = await session.call('workspace.unlock', { userName: signIn.user, password: signIn.password })
    if (!reply.ok) return reply
    onOpen()
    await stopped
    return reply
  })
