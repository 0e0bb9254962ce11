// What each procedure of the office network does. They run in the host, which holds the machine's key; joining works while nothing is open.
import { hostname } from 'node:os'
import type { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import type { networkContract } from '#shared/sync/network.contract.ts'
import { parseAddress } from '#main/net/addresses.ts'
import { createDeviceIdentity, type DeviceIdentity } from '#main/net/certificate.ts'
import { dial } from '#main/net/dial.ts'
import { readCode, secretOfCode } from '#main/net/invitations.ts'
import { joinOffice } from '#main/net/pairing.ts'
import { remember, type RememberedAddresses } from '#main/net/remembered-addresses.ts'
import { subKey } from '#main/workspace/sealing.ts'
import { makeKeys } from '#main/workspace/key-slots.ts'
import { writeKeys } from '#main/workspace/key-file.ts'
import { refusal } from '#main/workspace/refusal.ts'
import { abandonWorkspace, beginWorkspace, finishWorkspace, networkFileOf } from '#main/workspace/workspace-folder.ts'
import { requireOpen, requireShut } from './host-state.ts'
import type { HostParts } from './host-steps.ts'
import { writeNetworkFile } from './network-file.ts'
import { type Welcome, welcomeMessage } from './network.ts'

type NetworkContract = typeof networkContract

export type NetworkProcedures = {
  readonly [N in keyof NetworkContract]: (
    input: z.output<NetworkContract[N]['input']>,
  ) => Promise<z.output<NetworkContract[N]['output']>>
}

/** An office that let this machine in, while the person says who they are. */
interface Paired {
  readonly name: string
  readonly identity: DeviceIdentity
  /** Who let it in. */
  readonly deviceId: string
  readonly addresses: RememberedAddresses
  readonly welcome: Welcome
}

/** Mutations must be called one after the other. */
export const createNetworkProcedures = (parts: HostParts): NetworkProcedures => {
  const { state, sources, surroundings } = parts
  let paired: Paired | null = null

  return {
    status: () => requireOpen(state).network.status(),
    switch: async ({ isOn, name }) => {
      const { network } = requireOpen(state)
      await network.switch(isOn, name)
      return network.status()
    },
    invite: async () => {
      const { code, until } = requireOpen(state).network.invite()
      return { code, until: new Date(until).toISOString() }
    },
    withdraw: async () => {
      requireOpen(state).network.withdraw()
      return null
    },

    pair: async ({ address, code, name }) => {
      requireShut(state)
      const secret = secretOfCode(readCode(code))
      const { host, port } = parseAddress(address)
      const identity = await createDeviceIdentity()
      const link = await dial({ identity, host, port, purpose: 'pair', expects: null })
      const { deviceId, welcome } = await joinOffice(link, {
        ...{ invitationId: '', secret, about: { name }, welcome: welcomeMessage, randomBytes: sources.randomBytes },
      })
      const addresses = remember([], { deviceId, host, port, source: 'typed' }, parts.now())
      paired = { name, identity, deviceId, addresses, welcome }
      return { workspaceName: welcome.workspaceName, users: welcome.users }
    },

    join: async ({ folder: wanted, userId, password }) => {
      requireShut(state)
      if (!paired) throw new AppError('conflict', 'network.pairFirst')
      const { welcome, identity, deviceId, addresses, name } = paired
      const user = welcome.users.find(({ id }) => id === userId)
      if (!user) throw new AppError('invalid_input', 'network.noSuchUser')
      const folder = wanted ?? state.folder
      if (folder === null) throw refusal('invalid_input', 'workspace.folderNeeded')

      const { workspaceId, workspaceKey, letter } = welcome
      const { isNewFolder } = beginWorkspace(folder, surroundings)
      try {
        const { file: keys, dataKey, recoveryKey } = await makeKeys(sources, { userId, name: user.name, password }, workspaceId)
        writeKeys(folder, keys)
        writeNetworkFile(networkFileOf(folder), subKey(dataKey, 'network'), sources.randomBytes(12), {
          ...{ v: 1, isOn: true, port: 0, name, identity, workspaceKey, addresses, letInBy: deviceId },
        })
        const birth = { workspaceId, deviceName: hostname(), letter, contents: null }
        state.open = await parts.open({ folder, keys, dataKey, user, notice: null, birth })
        finishWorkspace(folder)
        state.folder = folder
        paired = null
        return { recoveryKey }
      } catch (error) {
        await parts.shut()
        abandonWorkspace(folder, isNewFolder)
        throw error
      }
    },
  }
}
