// What each workspace procedure does. They run in the host, because most of them work while nothing is open.
import type { z } from 'zod'
import type { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { noAttempts } from '#main/workspace/attempts.ts'
import {
  findUserSlot,
  openWithRecoveryKey,
  strengthened,
  withConfirmedRecoveryKey,
  withNewRecoveryKey,
  withPassword,
} from '#main/workspace/key-slots.ts'
import type { UserSlot } from '#main/workspace/key-file.schema.ts'
import { refusal } from '#main/workspace/refusal.ts'
import { newFolderBeside } from '#main/workspace/workspace-folder.ts'
import { requireOpen, requireShut, statusOf } from './host-state.ts'
import { type Caller, createHostSteps, type HostParts } from './host-steps.ts'
import { makeWorkspace } from './make-workspace.ts'

type WorkspaceContract = typeof workspaceContract

export type WorkspaceProcedures = {
  readonly [N in keyof WorkspaceContract]: (
    input: z.output<WorkspaceContract[N]['input']>,
    caller: Caller,
  ) => Promise<z.output<WorkspaceContract[N]['output']>>
}

/** Mutations must be called one after the other. */
export const createWorkspaceProcedures = (parts: HostParts): WorkspaceProcedures => {
  const { state, sources, surroundings } = parts
  const { personOf, status, requireFolder, requireFound, tryPassword, slotOf, saveKeys, openFound, orShut } =
    createHostSteps(parts)
  const personIn = ({ userId, label }: UserSlot, password: string) => ({ userId, name: label, password })

  return {
    status: async (_, caller) => status(caller),

    choose: async ({ folder: wanted }) => {
      requireShut(state)
      const folder = wanted ?? newFolderBeside(requireFolder())
      const chosen = statusOf({ ...state, folder }, null, surroundings)
      state.folder = folder
      return chosen
    },

    create: async (input) => ({ recoveryKey: await makeWorkspace(parts, input) }),

    confirmRecoveryKey: async ({ recoveryKey }, caller) => {
      const open = requireOpen(state)
      openWithRecoveryKey(open.keys, recoveryKey).fill(0)
      saveKeys(open, withConfirmedRecoveryKey(open.keys, sources.at()))
      return status(caller)
    },

    unlock: async ({ userName, password }, caller) => {
      if (state.open) {
        // Another window was faster. The password is looked at all the same, and it must be the same person's.
        const slot = findUserSlot(state.open.keys, userName ?? personOf(caller)?.name ?? null)
        if (slot.userId !== personOf(caller)?.id) throw refusal('conflict', 'workspace.alreadyOpen')
        const again = await tryPassword(state.open.keys, slot, password)
        again.fill(0)
        return status(caller)
      }
      const { folder, found } = requireFound()
      const slot = findUserSlot(found.file, userName)
      const dataKey = await tryPassword(found.file, slot, password)
      const open = await openFound(folder, found, dataKey, slot)
      await orShut(async () => {
        const stronger = await strengthened(sources, open.keys, open.dataKey, slot, password)
        if (stronger) saveKeys(open, stronger)
      })
      return status(caller)
    },

    lock: async (_, caller) => {
      // A client of the socket only leaves; the window that holds the workspace stays as it is.
      if (caller.kind === 'window') await parts.shut()
      return statusOf(state, null, surroundings)
    },

    recover: async ({ userName, recoveryKey, newPassword }, caller) => {
      requireShut(state)
      const { folder, found } = requireFound()
      const slot = findUserSlot(found.file, userName)
      const open = await openFound(folder, found, openWithRecoveryKey(found.file, recoveryKey), slot)
      state.attempts = noAttempts
      await orShut(async () => {
        saveKeys(open, await withPassword(sources, open.keys, open.dataKey, personIn(slot, newPassword)))
      })
      return status(caller)
    },

    changePassword: async ({ password, newPassword }, caller) => {
      const { open, slot } = slotOf(caller)
      const proof = await tryPassword(open.keys, slot, password)
      proof.fill(0)
      saveKeys(open, await withPassword(sources, open.keys, open.dataKey, personIn(slot, newPassword)))
      return status(caller)
    },

    renewRecoveryKey: async ({ password }, caller) => {
      const { open, slot } = slotOf(caller)
      const proof = await tryPassword(open.keys, slot, password)
      proof.fill(0)
      const renewed = withNewRecoveryKey(sources, open.keys, open.dataKey)
      saveKeys(open, renewed.file)
      return { recoveryKey: renewed.recoveryKey }
    },
  }
}
