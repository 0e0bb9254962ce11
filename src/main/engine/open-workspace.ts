// A workspace that is open: its key, its threads, its socket and the person at work. Opened here, and closed again without a trace of the key.
import type { AppErrorData } from '#shared/base/app-error.ts'
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { LogEnd } from '#main/db/log/incarnation.ts'
import { subKey } from '#main/workspace/sealing.ts'
import type { KeyFile } from '#main/workspace/key-file.schema.ts'
import { keepWitness } from '#main/workspace/witness.ts'
import { checkBeforeOpening } from '#main/workspace/workspace-folder.ts'
import { askThread } from './ask-thread.ts'
import type { EngineOptions } from './engine-options.ts'
import { createNetwork, type Network } from './network.ts'
import { watchNotes } from './notes.ts'
import { createOfficeTalks, type OfficeTalks } from './office-talks.ts'
import type { Person } from './person.ts'
import { socketPathOf } from './runtime-folder.ts'
import type { Session } from './session.ts'
import { listenOnSocket } from './socket-server.ts'
import type { ThreadEvents } from './thread.ts'
import type { NewWorkspace } from './thread-messages.ts'
import { startThreads, type Threads } from './threads.ts'

export interface OpenWorkspace {
  readonly folder: string
  readonly keys: KeyFile
  readonly dataKey: Uint8Array
  readonly user: Person
  readonly notice: string | null
  readonly threads: Threads
  /** Of the office: files and presence. */
  readonly talks: OfficeTalks
  readonly network: Network
  readonly close: () => Promise<void>
}

export interface Opening {
  readonly folder: string
  readonly keys: KeyFile
  /** Zeroed by `close`, and if opening fails. */
  readonly dataKey: Uint8Array
  readonly user: Person
  readonly notice: string | null
  readonly birth: NewWorkspace | null
}

export interface OpeningHooks {
  /** Something about the office network is different. */
  readonly onNetwork: () => void
  readonly onChanged: ThreadEvents['onChanged']
  readonly logBug: (traceId: string, error: unknown) => void
  readonly newId: () => string
  readonly openClientSession: (slotId: string) => Session | AppErrorData
}

/** Rejects with a refusal or with the system's own error; nothing stays open then. */
export const openWorkspace = async (options: EngineOptions, opening: Opening, hooks: OpeningHooks): Promise<OpenWorkspace> => {
  const { folder, keys, dataKey, user, notice, birth } = opening
  const logError = (error: unknown): void => hooks.logBug(hooks.newId(), error)
  try {
    if (!birth) checkBeforeOpening(folder)
    const witness = keepWitness(options.machine, { workspaceId: keys.workspaceId, folder })
    const notes = watchNotes({ witness, folder: options.machine.folder, onChange: hooks.onNetwork })
    const noteEnd = (end: LogEnd): void => void notes.note(end).catch(logError)
    const threads = await startThreads({
      file: options.workers.engine,
      folder,
      dataKey,
      cipher: keys.cipher,
      birth,
      past: () => ({ last: witness.last(), deviceName: hostname() }),
      onIdentity: ({ end, isNewInOffice }) => {
        // From when the copy was is asked about.
        if (isNewInOffice) hooks.onChanged(['local_state'], 0)
        noteEnd(end)
      },
      onEnd: noteEnd,
      onSending: notes.noteBeforeSending,
      onChanged: hooks.onChanged,
      onBug: hooks.logBug,
      onCrash: logError,
      ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
      ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
    })
    const path = socketPathOf(options.runtimeFolder, { workspaceId: keys.workspaceId, folder })
    const socket = await listenOnSocket({
      path,
      workspaceId: keys.workspaceId,
      dataKey,
      openSession: hooks.openClientSession,
      onError: logError,
    }).catch(async (error: unknown) => {
      await threads.close()
      throw error
    })
    const talks = createOfficeTalks({
      ...{ folder, threads, ask: askThread(threads, user), nowMs: options.now, logBug: logError },
      onChange: (tables) => hooks.onChanged(tables, 0),
      onNetwork: hooks.onNetwork,
    })
    const network = createNetwork({
      topics: talks.topics,
      differs: talks.differs,
      compareAgain: talks.compareAgain,
      notes,
      ...{ folder, threads, user, workspaceId: keys.workspaceId, key: subKey(dataKey, 'network') },
      ...{ appVersion: options.appVersion ?? 'unknown', nowMs: options.now, random: randomBytes, logBug: logError },
      onChange: hooks.onNetwork,
      ...(options.networkPlace ? { place: options.networkPlace } : {}),
    })
    await network.start()
    const close = async (): Promise<void> => {
      await network.close()
      talks.close()
      // Clients still hear the replies to what was running.
      await socket.close(threads.close)
      await witness.idle()
      dataKey.fill(0)
    }
    return {
      folder,
      keys,
      dataKey,
      user,
      notice,
      threads,
      talks,
      network,
      close,
    }
  } catch (error) {
    dataKey.fill(0)
    throw error
  }
}
