// The engine as its hosts see it: sessions that call procedures, and events. It knows neither Electron nor a screen.
import { getRandomValues, randomBytes } from 'node:crypto'
import { AppError } from '#shared/base/app-error.ts'
import type { AppEvent, Reply } from '#shared/base/procedure.ts'
import { contract } from '#shared/contract.ts'
import { createIdMaker } from '#main/db/write/ids.ts'
import { toErrorData } from '#main/rpc/errors.ts'
import { procedureLookup } from '#main/rpc/procedures.ts'
import { argon2InThread } from '#main/workspace/argon2-thread.ts'
import { strongCosts } from '#main/workspace/argon2.ts'
import { userSlots } from '#main/workspace/key-slots.ts'
import { asRefusal } from '#main/workspace/refusal.ts'
import { thisMachine } from '#main/workspace/surroundings.ts'
import { createCallRouter } from './call-router.ts'
import { createDeviceProcedures } from './device-procedures.ts'
import { gatherChanges } from './change-events.ts'
import type { EngineOptions } from './engine-options.ts'
import { newHostState } from './host-state.ts'
import { openWorkspace } from './open-workspace.ts'
import type { ResolveFile, Session } from './session.ts'
import type { Caller, HostParts } from './host-steps.ts'
import { createLooking } from './looking.ts'
import { createNetworkProcedures } from './network-procedures.ts'
import { createArrivalsProcedures, createPresenceProcedures } from './office-procedures.ts'
import { clearWithFewHelpers, keepHeapsClose } from './steady-heap.ts'
import { createWorkspaceProcedures } from './workspace-procedures.ts'

export type { EngineOptions } from './engine-options.ts'
export type { Session } from './session.ts'

export interface Engine {
  readonly openSession: (options: { readonly resolveFile: ResolveFile }) => Session
  /** `changed` after commits, `workspace` after it was opened, locked or its keys were changed. Answers how to stop listening. */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void
  /** Ends at the end of a running transaction; the key is gone afterwards. */
  readonly lock: () => Promise<void>
  /** Locks, and opens nothing any more. */
  readonly close: () => Promise<void>
}

/** Opens nothing by itself: `workspace.create`, `unlock` or `recover` do. */
export const startEngine = async (options: EngineOptions): Promise<Engine> => {
  clearWithFewHelpers()
  keepHeapsClose()
  const listeners = new Set<(event: AppEvent) => void>()
  const tell = (event: AppEvent): void => listeners.forEach((listener) => listener(event))
  const changes = gatherChanges(tell)
  const tellNetwork = (): void => changes.add(['network'], 0)
  const state = newHostState(options.folder)
  const newId = createIdMaker(options.now, (bytes) => void getRandomValues(bytes))
  const surroundings = options.surroundings ?? thisMachine

  const shut = async (): Promise<void> => {
    const { open } = state
    if (!open) return
    // From here on every call is refused; those already running end first.
    state.open = null
    await open.close()
    changes.flush()
    changes.forget()
  }

  const parts: HostParts = {
    state,
    surroundings,
    now: options.now,
    sources: {
      randomBytes,
      newId,
      at: () => new Date(options.now()).toISOString(),
      derive: argon2InThread(options.workers.argon2),
      costs: options.costs ?? strongCosts,
    },
    open: (opening) => {
      if (state.isClosed) throw new AppError('unavailable', 'errors.unavailable')
      return openWorkspace(options, opening, {
        onNetwork: tellNetwork,
        onChanged: changes.add,
        logBug: options.logBug,
        newId,
        openClientSession,
      })
    },
    shut,
  }
  const looking = createLooking({
    ...{ nowMs: options.now, random: randomBytes, onChange: tellNetwork },
    ...(options.networkPlace ? { place: options.networkPlace } : {}),
  })
  const procedures = {
    workspace: createWorkspaceProcedures(parts),
    network: createNetworkProcedures(parts, looking, options.networkPlace),
    devices: createDeviceProcedures(state),
    presence: createPresenceProcedures(state),
    arrivals: createArrivalsProcedures(state),
  }

  const failure = (error: unknown): Reply => ({
    ok: false,
    error: toErrorData(asRefusal(error), (bug) => {
      const traceId = newId()
      options.logBug(traceId, bug)
      return traceId
    }),
  })
  const route = createCallRouter({
    ...{ state, procedures, procedureAt: procedureLookup(contract), tell, newest: changes.newest, failure },
  })

  const sessionFor = (caller: Caller, resolveFile: ResolveFile): Session => {
    const end = new AbortController()
    return {
      call: async (path, input, { signal, onProgress } = {}) => {
        const either = signal ? AbortSignal.any([signal, end.signal]) : end.signal
        try {
          return await route({ path, input, caller, resolveFile, signal: either, ...(onProgress ? { onProgress } : {}) })
        } catch (error) {
          return failure(error)
        }
      },
      close: () => {
        end.abort()
        state.open?.talks.openRecords.leaveAll(caller)
      },
    }
  }

  const openClientSession = (slotId: string): Session | AppError => {
    const slot = state.open ? userSlots(state.open.keys).find(({ id }) => id === slotId) : undefined
    if (!slot) return new AppError('forbidden', 'workspace.locked')
    // The command line resolves its paths itself, so that they mean what they meant where it was called.
    return sessionFor({ kind: 'client', person: { id: slot.userId, name: slot.label } }, (path) => path)
  }

  return {
    openSession: ({ resolveFile }) => sessionFor({ kind: 'window' }, resolveFile),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    lock: async () => {
      const caller = { kind: 'window' } as const
      const reply = await route({
        path: 'workspace.lock',
        input: {},
        caller,
        resolveFile: () => null,
        signal: new AbortController().signal,
      })
      if (!reply.ok) throw new Error(`Locking failed: ${reply.error.messageKey}`)
    },
    close: async () => {
      state.isClosed = true
      await route.end()
      await looking.stop()
      await shut()
    },
  }
}
