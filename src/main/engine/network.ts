// The office network of an open workspace: off until it is switched on, gone when the workspace is locked.
import { AppError } from '#shared/base/app-error.ts'
import type { Finding, NetworkStatus, Said } from '#shared/sync/network.contract.ts'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import { ownAddresses } from '#main/net/own-addresses.ts'
import { SYNC_PORT } from '#main/net/ports.ts'
import type { OpenCode } from '#main/sync/inviting.ts'
import { hasRoom, newCharter, officeIsFull } from '#main/sync/charter.ts'
import type { Office } from '#main/sync/office.ts'
import { networkFileOf } from '#main/workspace/workspace-folder.ts'
import { createNetworkBox } from './network-box.ts'
import { checkRecords } from './network-check.ts'
import { createNetworkDesk } from './network-desk.ts'
import type { NetworkFile } from './network-file.ts'
import { createNetworkMachines } from './network-machines.ts'
import { createNetworkNewcomers } from './network-newcomers.ts'
import { type InvitationText, inviteByFile, type NetworkOfficeOptions, openNetworkOffice } from './network-office.ts'
import { createNetworkPeers } from './network-peers.ts'
import { createNetworkReach, type NetworkReach } from './network-reach.ts'
import { type Machine, networkStatusOf } from './network-status.ts'
import type { Notes } from './notes.ts'
import type { CheckWatch } from './record-check.ts'
import type { Threads } from './threads.ts'

/** How long something that is different may wait to be told: a long exchange tells of each batch. */
const TELL_AFTER_MS = 200
/** What the others hold is written down so often while they are there, and when one comes or leaves. */
const KEEP_EVERY_MS = 60_000

export interface NetworkOptions extends Omit<NetworkOfficeOptions, 'box' | 'desk' | 'newcomers' | 'replica'> {
  readonly folder: string
  /** Of the file beside the database; zeroed by `close`. */
  readonly key: Buffer
  readonly threads: Threads
  /** Without them nothing is sent. */
  readonly notes: Pick<Notes, 'look' | 'trouble'>
  /** Whether a machine was found to show something else, with the same change sets. */
  readonly differs: (deviceId: string) => boolean
  /** What others show is compared again. */
  readonly compareAgain: () => void
  readonly workspaceId: string
  readonly user: { readonly id: string; readonly name: string }
}

export interface Network extends NetworkReach {
  /** Opens the door if it was open last time. Never rejects: what is in the way shows in the status. */
  readonly start: () => Promise<void>
  readonly status: () => Promise<NetworkStatus>
  /** Throws why the door does not open; the status goes on saying so. */
  readonly switch: (isOn: boolean, name: string | undefined) => Promise<void>
  readonly invite: () => OpenCode
  readonly inviteByFile: () => Promise<InvitationText>
  /** The code, or the file of that id. */
  readonly withdraw: (id: string | null) => void
  /** It is let in nowhere any more, and the others get a key that it has not. */
  readonly remove: (deviceId: string) => Promise<void>
  /** To a machine that is left alone. */
  readonly speakAgain: (deviceId: string) => void
  /** Whether the records say what their history says; those that do not are set right. */
  readonly check: (watch: CheckWatch) => Promise<Finding>
  readonly close: () => Promise<void>
}

export const createNetwork = (options: NetworkOptions): Network => {
  const { threads, notes, random, logBug, place, appVersion } = options
  const box = createNetworkBox(networkFileOf(options.folder), options.key, random)
  const desk = createNetworkDesk(options)
  const newcomers = createNetworkNewcomers(box, desk, options.nowMs)
  let office: Office | null = null
  let trouble: Said | null = null
  /** It was switched off, and the disk refused to keep that. */
  let isOffUnsaved = false
  let telling: NodeJS.Timeout | undefined

  const isMember = (id: string): boolean => box.charter()?.isMember(id) === true
  const named = createNetworkMachines({ box, newcomers, office: () => office?.state() ?? null, nowMs: options.nowMs })
  const machines = async (): Promise<readonly Machine[]> => named.among(await desk.everKnown())
  const peers = createNetworkPeers({ box, machines, office: () => office, logBug })
  const sweep = (): void => void newcomers.sweep().catch(logBug)

  const changed = (): void => {
    telling ??= setTimeout(() => {
      telling = undefined
      options.onChange()
      // What was being written when one left is written now.
      peers.look()
    }, TELL_AFTER_MS)
    peers.look()
  }

  const open = async (): Promise<void> => {
    const [file, charter] = [box.file(), box.charter()]
    if (!file || !charter) return
    try {
      notes.look()
      office = await openNetworkOffice(file, charter, {
        ...{ ...options, box, desk, newcomers, replica: threads.replica },
        onChange: changed,
      })
      trouble = null
      settleLetter(true)
      sweep()
    } catch (error) {
      trouble = troubleOf(error)
      throw error
    } finally {
      changed()
    }
  }

  const shut = async (): Promise<void> => {
    if (office) await peers.keep().catch(logBug)
    const closing = office
    office = null
    peers.look()
    await closing?.close()
  }

  /** Answers what is to be said where the disk refuses it: a network that is not wanted is shut all the same. */
  const saveOff = (): Said | null => {
    try {
      box.switchOff()
      isOffUnsaved = false
      return null
    } catch (error) {
      isOffUnsaved = true
      if (!(error instanceof AppError)) logBug(error)
      const isFull = error instanceof AppError && error.messageKey === 'errors.diskFull'
      return { messageKey: isFull ? 'network.trouble.off_disk_full' : 'network.trouble.off_disk', params: {} }
    }
  }
  const saveOffAgain = (): void => {
    if (!isOffUnsaved) return
    trouble = saveOff()
    changed()
  }

  /** Founds an office of this machine alone, which is off. */
  const found = async (name: string): Promise<NetworkFile> => {
    const identity = await createDeviceIdentity()
    const charter = newCharter(identity, () => Buffer.from(random(32)).toString('hex'))
    const nothing = { addresses: [], invitations: [], peers: [], newcomers: [], heard: {} }
    const file: NetworkFile = { v: 2, isOn: false, port: SYNC_PORT, name, identity, charter, ...nothing }
    box.put(file)
    return file
  }

  const requireOffice = (): Office => {
    if (!office) throw new AppError('conflict', 'network.off')
    return office
  }
  /** To let somebody in. */
  const requireRoom = (): Office => {
    const charter = box.charter()
    if (charter && !hasRoom(charter.charter(), newcomers.awaited().length)) throw officeIsFull()
    return requireOffice()
  }
  /** While the network is off nothing has to be noted for it. */
  const notesTrouble = (): Said | null => (office ? notes.trouble() : null)
  const reach = createNetworkReach({
    ...{ box, machines, place, office: () => office, requireOffice, trouble: () => trouble, notesTrouble },
  })
  const addresses = (): readonly string[] => (place ? [place.host] : ownAddresses())
  /** `isTold`: the list has to say it even if this machine takes no other one. */
  const settleLetter = (isTold: boolean): void => {
    const own = box.file()?.identity.deviceId
    if (own !== undefined) void desk.settleLetter(own, isTold).catch(logBug)
  }
  const stopListening = threads.replica.onCommit((tables) => {
    if (!office) return
    changed()
    // Told once for each new name, not at each word of the others: a copy beside its original says another letter in the same line.
    const isNewName = tables.includes('sync_origin')
    if (isNewName || tables.includes('devices')) settleLetter(isNewName)
  })
  const keeping = setInterval(() => {
    peers.repeat()
    sweep()
    saveOffAgain()
    if (notes.trouble()) notes.look()
  }, KEEP_EVERY_MS)

  return {
    start: async () => {
      try {
        const { isUnsigned } = box.read()
        if (isUnsigned) for (const { id } of await desk.devices()) box.charter()?.add(id)
        if (box.file()?.isOn) await open()
      } catch (error) {
        trouble = troubleOf(error)
        if (!(error instanceof AppError)) logBug(error)
      }
    },

    status: async () => {
      const lastUsers = await desk.lastUsers()
      const ours = (await threads.replica.holdings()).vector
      const known = await desk.everKnown()
      return networkStatusOf({
        ...{ file: box.file(), trouble: trouble ?? notesTrouble(), office: office?.state() ?? null, appVersion },
        now: options.nowMs(),
        ...{ devices: named.among(known), joining: named.joiningAmong(known), removed: named.removedAmong(known) },
        ...{ lastUsers, signs: newcomers.signs(), differs: options.differs, ours, ownAddresses: addresses() },
      })
    },

    switch: async (isOn, name) => {
      if (!isOn) {
        const unsaved = saveOff()
        await shut()
        trouble = unsaved
        return changed()
      }
      const file = box.file() ?? (await found(name ?? options.user.name))
      await desk.enlist(file, name)
      box.change({ isOn, name: name ?? file.name })
      isOffUnsaved = false
      // What was refused up to here left the office as it was, open or shut.
      await shut()
      trouble = null
      await open()
    },

    invite: () => requireRoom().invite(),
    inviteByFile: async () => {
      const at = requireRoom()
      const deviceId = box.file()?.identity.deviceId ?? ''
      return inviteByFile(at, { deviceId, workspaceName: await desk.workspaceName(), addresses: addresses() })
    },
    withdraw: (id) => requireOffice().withdraw(id),
    remove: async (deviceId) => {
      if (deviceId === box.file()?.identity.deviceId) throw new AppError('conflict', 'network.removeElsewhere')
      const isListed = (await desk.devices()).some(({ id }) => id === deviceId)
      if (!isListed && !isMember(deviceId) && !newcomers.isAwaited(deviceId))
        throw new AppError('not_found', 'errors.gone', { id: deviceId })
      // First what counts: if this is cut short, a row is left that nobody is shown any more, and that can be removed once more.
      newcomers.forget(deviceId)
      box.charter()?.remove(deviceId)
      if (isListed) await desk.remove(deviceId)
      changed()
    },
    speakAgain: (deviceId) => requireOffice().speakAgain(deviceId),
    ...reach,
    check: async (watch) => {
      const differing = (await machines()).flatMap(({ id, name }) => (options.differs(id) ? [name] : []))
      const found = await checkRecords({ ...watch, threads, differing, logBug })
      options.compareAgain()
      return found
    },
    close: async () => {
      await shut()
      saveOffAgain()
      stopListening()
      clearInterval(keeping)
      clearTimeout(telling)
      box.close()
    },
  }
}

/** Why this machine is not in the network. What nobody foresaw is said in general. */
const troubleOf = (error: unknown): Said => {
  if (!(error instanceof AppError)) return { messageKey: 'network.trouble.unknown', params: {} }
  return { messageKey: error.messageKey, params: error.params }
}
