// A session in a workspace: through the engine that holds it, if one does, else by an engine of its own.
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '#shared/base/app-error.ts'
import type { Reply } from '#shared/base/procedure.ts'
import { argon2InThread } from '#main/workspace/argon2-thread.ts'
import { findUserSlot, openWithPassword } from '#main/workspace/key-slots.ts'
import { asRefusal } from '#main/workspace/refusal.ts'
import { thisMachine } from '#main/workspace/surroundings.ts'
import { findWorkspace } from '#main/workspace/workspace-folder.ts'
import { type Engine, type EngineOptions, startEngine } from '../engine.ts'
import { socketPathOf } from '../runtime-folder.ts'
import type { Session } from '../session.ts'
import { joinEngine, reachEngine } from '../socket-client.ts'

export interface SignIn {
  readonly user: string | null
  readonly password: string
}

type Work = (session: Session) => Promise<Reply>

const TRIES = 20
const PAUSE_MS = 150

/** Runs `work` unlocked. An engine that is just starting or ending is waited for: nothing was done yet when it refuses. */
export const workInside = async (options: EngineOptions, signIn: SignIn, work: Work): Promise<Reply> => {
  for (let left = TRIES; ; left--) {
    const reply = (await throughHolder(options, signIn, work)) ?? (await alone(options, unlocking(signIn, work)))
    const isBetween = !reply.ok && ['workspace.inUse', 'workspace.locked'].includes(reply.error.messageKey)
    if (!isBetween || left === 0) return reply
    await sleep(PAUSE_MS)
  }
}

/** Runs `work` with an engine that is started for it and ends with it. */
export const alone = async (
  options: EngineOptions,
  work: (session: Session, engine: Engine) => Promise<Reply>,
): Promise<Reply> => {
  const engine = await startEngine(options)
  try {
    // Paths were made absolute where they were typed.
    return await work(engine.openSession({ resolveFile: (path) => path }), engine)
  } finally {
    await engine.close()
  }
}

const unlocking =
  ({ user, password }: SignIn, work: Work): Work =>
  async (session) => {
    const unlocked = await session.call('workspace.unlock', { userName: user, password })
    return unlocked.ok ? work(session) : unlocked
  }

/** `null` if no engine holds the workspace. */
const throughHolder = async (options: EngineOptions, { user, password }: SignIn, work: Work): Promise<Reply | null> => {
  try {
    const { folder } = options
    const found = folder === null ? null : findWorkspace(folder, options.surroundings ?? thisMachine)
    if (folder === null || !found) return null
    const { workspaceId } = found.file
    const socket = await reachEngine(socketPathOf(options.runtimeFolder, { workspaceId, folder }))
    if (!socket) return null

    const slot = findUserSlot(found.file, user)
    const dataKey = await openWithPassword(argon2InThread(options.workers.argon2), found.file, slot, password)
    const session = await joinEngine(socket, { workspaceId, slotId: slot.id, dataKey })
    dataKey.fill(0)
    const reply = await work(session)
    session.close()
    return reply
  } catch (error) {
    const told = asRefusal(error)
    if (told instanceof AppError) return { ok: false, error: told.toData() }
    throw error
  }
}
