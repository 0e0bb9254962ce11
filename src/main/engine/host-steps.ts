// The steps that several workspace procedures share. All of them throw refusals.
import { existsSync } from 'node:fs'
import type { WorkspaceStatus } from '#shared/workspace/workspace.contract.ts'
import { failedAgain, noAttempts, secondsToWait } from '#main/workspace/attempts.ts'
import { type FoundKeys, repairKeys, writeKeys } from '#main/workspace/key-file.ts'
import type { KeyFile, UserSlot } from '#main/workspace/key-file.schema.ts'
import { type KeySources, openWithPassword, userSlots } from '#main/workspace/key-slots.ts'
import { refusal } from '#main/workspace/refusal.ts'
import type { Surroundings } from '#main/workspace/surroundings.ts'
import { findWorkspace } from '#main/workspace/workspace-folder.ts'
import { type HostState, requireOpen, statusOf } from './host-state.ts'
import type { Opening, OpenWorkspace } from './open-workspace.ts'
import type { Person } from './person.ts'

/** Who asks: a window acts as whoever unlocked it, a client of the socket as the person of its own slot. Each window is one of its own. */
export type Caller = { readonly kind: 'window' } | { readonly kind: 'client'; readonly person: Person }

export interface HostParts {
  readonly state: HostState
  readonly sources: KeySources
  readonly surroundings: Surroundings
  readonly now: () => number
  readonly open: (opening: Opening) => Promise<OpenWorkspace>
  readonly shut: () => Promise<void>
}

export interface HostSteps {
  readonly personOf: (caller: Caller) => Person | null
  readonly status: (caller: Caller) => WorkspaceStatus
  readonly requireFolder: () => string
  /** The workspace in the chosen folder. */
  readonly requireFound: () => { readonly folder: string; readonly found: FoundKeys }
  /** The data key; no password is looked at while too many were wrong just now. */
  readonly tryPassword: (file: KeyFile, slot: UserSlot, password: string) => Promise<Uint8Array>
  /** The open workspace and the caller's own slot in it. */
  readonly slotOf: (caller: Caller) => { readonly open: OpenWorkspace; readonly slot: UserSlot }
  readonly saveKeys: (open: OpenWorkspace, keys: KeyFile) => void
  /** Shuts the workspace again if `work` fails, so that a refusal never leaves it open. */
  readonly orShut: (work: () => void | Promise<void>) => Promise<void>
  /** Opens what was found, and mends its key file once the database has opened under it. Sets the state. */
  readonly openFound: (folder: string, found: FoundKeys, dataKey: Uint8Array, slot: UserSlot) => Promise<OpenWorkspace>
}

export const createHostSteps = ({ state, sources, surroundings, now, open: openNow, shut }: HostParts): HostSteps => {
  const personOf = (caller: Caller): Person | null => (caller.kind === 'client' ? caller.person : (state.open?.user ?? null))
  const orShut = async (work: () => void | Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      await shut()
      throw error
    }
  }
  const requireFolder = (): string => {
    if (state.folder === null) throw refusal('invalid_input', 'workspace.folderNeeded')
    return state.folder
  }
  return {
    personOf,
    requireFolder,
    orShut,
    status: (caller) => statusOf(state, personOf(caller), surroundings),

    requireFound: () => {
      const folder = requireFolder()
      const found = findWorkspace(folder, surroundings)
      if (!found) throw refusal('not_found', existsSync(folder) ? 'workspace.none' : 'workspace.folderMissing')
      return { folder, found }
    },

    tryPassword: async (file, slot, password) => {
      const seconds = secondsToWait(state.attempts, now())
      if (seconds > 0) throw refusal('locked', 'workspace.tooManyAttempts', { seconds })
      // Counted before it is known, so that a hundred tries at once do not share one count.
      state.attempts = failedAgain(state.attempts, now())
      const dataKey = await openWithPassword(sources.derive, file, slot, password)
      state.attempts = noAttempts
      return dataKey
    },

    slotOf: (caller) => {
      const open = requireOpen(state)
      const slot = userSlots(open.keys).find(({ userId }) => userId === personOf(caller)?.id)
      if (!slot) throw refusal('locked', 'workspace.locked')
      return { open, slot }
    },

    saveKeys: (open, keys) => {
      writeKeys(open.folder, keys)
      state.open = { ...open, keys }
    },

    openFound: async (folder, found, dataKey, slot) => {
      const user = { id: slot.userId, name: slot.label }
      const notice = found.usedCopy ? 'workspace.keysCopyUsed' : null
      const open = await openNow({ folder, keys: found.file, dataKey, user, notice, birth: null })
      state.open = open
      if (found.needsRepair) await orShut(() => repairKeys(folder, found))
      return open
    },
  }
}
