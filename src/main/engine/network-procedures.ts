// What each procedure of the office network does. They run in the host, which holds the machine's key; joining works while nothing is open.
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import type { Progress } from '#shared/base/procedure.ts'
import type { FoundOffice, networkContract } from '#shared/sync/network.contract.ts'
import { asDiskFault, errorCode } from '#main/attachments/disk.ts'
import { type Address, formatAddress } from '#main/net/addresses.ts'
import { usableInterfaces } from '#main/net/interfaces.ts'
import { SYNC_PORTS } from '#main/net/ports.ts'
import { rangesAround, searchSubnet } from '#main/net/subnet-search.ts'
import { requireOpen, requireShut } from './host-state.ts'
import type { Caller, HostParts } from './host-steps.ts'
import { createJoining } from './joining.ts'
import type { Looking } from './looking.ts'
import { searchFinding } from './network-address.ts'
import type { NetworkPlace } from './network-place.ts'

type NetworkContract = typeof networkContract
type SearchedPlace = NonNullable<NetworkPlace['search']>

/** Ports that a search of the subnet asks at: of several programs on one machine that want the usual one, few give way further than this. */
const SEARCHED_PORTS = SYNC_PORTS.slice(0, 3)

/** How a call that takes long is watched and given up. */
export interface CallWatch {
  readonly signal: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

export type NetworkProcedures = {
  readonly [N in keyof NetworkContract]: (
    input: z.output<NetworkContract[N]['input']>,
    caller: Caller,
    watch: CallWatch,
  ) => Promise<z.output<NetworkContract[N]['output']>>
}

/** The tables behind each answer that a screen keeps. What was tried out once is not tried again by itself. */
export const networkReads: Readonly<Record<string, readonly string[]>> = {
  'network.status': ['devices', 'network', 'users'],
  'network.found': ['network'],
}

/** Mutations must be called one after the other. */
export const createNetworkProcedures = (parts: HostParts, looking: Looking, place?: NetworkPlace): NetworkProcedures => {
  const { state } = parts
  const joining = createJoining(parts, looking)
  const searched = (): SearchedPlace => place?.search ?? { ports: SEARCHED_PORTS, interfaces: usableInterfaces() }

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
    withdraw: async ({ id }) => {
      requireOpen(state).network.withdraw(id)
      return null
    },
    saveInvitation: async ({ path }) => {
      const { network } = requireOpen(state)
      const { invitation, text } = await network.inviteByFile()
      try {
        writeInvitation(path, text)
      } catch (error) {
        network.withdraw(invitation.id)
        throw error
      }
      return { id: invitation.id, until: new Date(invitation.expiresAt).toISOString() }
    },
    speakAgain: async ({ deviceId }) => {
      requireOpen(state).network.speakAgain(deviceId)
      return null
    },
    addAddress: async ({ deviceId, address }) => [...(await requireOpen(state).network.addAddress(deviceId, address))],
    check: (_, __, watch) => requireOpen(state).network.check(watch),
    test: async (_, __, { signal }) => [...(await requireOpen(state).network.test(signal))],

    found: () => looking.offices(),
    search: async (_, __, watch) => {
      const found = await lookAround(searched(), watch)
      const heardAt = new Date(parts.now()).toISOString()
      return found.map((one): FoundOffice => ({ address: formatAddress(one), heardAt }))
    },

    searchComputers: async (_, __, watch) => {
      const what = searched()
      const found = await requireOpen(state).network.search(() => lookAround(what, watch))
      return searchFinding(found, rangesAround(what.interfaces))
    },

    pair: async ({ address, code, name }, _, { signal }) => {
      requireShut(state)
      return joining.pairByCode(address, code, name, signal)
    },
    pairByFile: async ({ path, name }, _, { signal }) => {
      requireShut(state)
      return joining.pairByFile(path, name, signal)
    },
    join: async (input) => {
      requireShut(state)
      return { recoveryKey: await joining.join(input) }
    },
  }
}

const lookAround = async (searched: SearchedPlace, { signal, onProgress }: CallWatch): Promise<readonly Address[]> => {
  const onAsked = ({ asked, of }: { readonly asked: number; readonly of: number }) =>
    onProgress?.({ step: 'search', done: asked, total: of })
  return (await searchSubnet({ ...searched, signal, onProgress: onAsked })).found
}

/** Whole or not at all, and for nobody else to read: whoever has it can join. */
const writeInvitation = (path: string, text: string): void => {
  const unfinished = `${path}.part`
  try {
    writeFileSync(unfinished, text, { mode: 0o600, flush: true })
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    const fault = asDiskFault(error)
    if (fault instanceof AppError || errorCode(error) === '') throw fault
    throw new AppError('unavailable', 'network.notWritten', { name: basename(path) }, { cause: error })
  }
}
