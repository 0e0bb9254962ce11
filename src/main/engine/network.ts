// The office network of an open workspace: off until it is switched on, gone when the workspace is locked.
import { hostname } from 'node:os'
import { AppError } from '#shared/base/app-error.ts'
import type { Finding, NetworkStatus, Said } from '#shared/sync/network.contract.ts'
import { SCHEMA_VERSION } from '#main/db/migrate.ts'
import { parseAddress } from '#main/net/addresses.ts'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import type { Invitation } from '#main/net/invitations.ts'
import { writeInvitationFile } from '#main/net/invitation-file.ts'
import { ownAddresses } from '#main/net/own-addresses.ts'
import { SYNC_PORT } from '#main/net/ports.ts'
import type { OpenCode } from '#main/sync/inviting.ts'
import { type Office, openOffice } from '#main/sync/office.ts'
import { networkFileOf } from '#main/workspace/workspace-folder.ts'
import { knownPeers } from './known-peers.ts'
import { createNetworkDesk, joinerAbout } from './network-desk.ts'
import { type NetworkFile, readNetworkFile, writeNetworkFile } from './network-file.ts'
import type { NetworkPlace } from './network-place.ts'
import { networkStatusOf } from './network-status.ts'
import { testNetwork } from './network-test.ts'
import type { Threads } from './threads.ts'

/** How long something that is different may wait to be told: a long exchange tells of each batch. */
const TELL_AFTER_MS = 200
/** What the others hold is written down so often while they are there, and when one leaves. */
const KEEP_EVERY_MS = 60_000

export interface NetworkOptions {
  readonly folder: string
  /** Of the file beside the database; zeroed by `close`. */
  readonly key: Buffer
  readonly threads: Threads
  readonly workspaceId: string
  readonly user: { readonly id: string; readonly name: string }
  readonly appVersion: string
  readonly nowMs: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly onChange: () => void
  readonly logBug: (error: unknown) => void
  readonly place?: NetworkPlace
}

export interface InvitationText {
  readonly invitation: Invitation
  /** What stands in the file. */
  readonly text: string
}

export interface Network {
  /** Opens the door if it was open last time. Never rejects: what is in the way shows in the status. */
  readonly start: () => Promise<void>
  readonly status: () => Promise<NetworkStatus>
  readonly switch: (isOn: boolean, name: string | undefined) => Promise<void>
  readonly invite: () => OpenCode
  readonly inviteByFile: () => Promise<InvitationText>
  readonly withdraw: (id: string | null) => void
  readonly addAddress: (deviceId: string, typed: string) => Promise<void>
  readonly test: () => Promise<readonly Finding[]>
  readonly close: () => Promise<void>
}

export const createNetwork = (options: NetworkOptions): Network => {
  const { folder, key, threads, nowMs, random, logBug, place } = options
  const path = networkFileOf(folder)
  const desk = createNetworkDesk(options)
  let file: NetworkFile | null = null
  let office: Office | null = null
  let trouble: Said | null = null
  let telling: NodeJS.Timeout | undefined
  let there = ''
  let isClosed = false

  const keep = (changed: NetworkFile): void => {
    file = changed
    // The key is gone then.
    if (isClosed) return
    writeNetworkFile(path, key, random(12), changed)
  }

  const keepPeers = async (): Promise<void> => {
    const connections = office?.state().connections ?? []
    const listed = (await desk.devices()).map(({ id }) => id)
    const members = new Set([...listed, ...connections.map(({ deviceId }) => deviceId)])
    if (file) keep({ ...file, peers: knownPeers(file.peers, connections, members) })
  }

  const changed = (): void => {
    telling ??= setTimeout(() => {
      telling = undefined
      options.onChange()
    }, TELL_AFTER_MS)
    if (!office) return
    const connected = office.state().connections.filter(({ isOpen }) => isOpen)
    const now = connected
      .map(({ deviceId }) => deviceId)
      .toSorted()
      .join()
    if (now === there) return
    there = now
    void keepPeers().catch(logBug)
  }

  const open = async (now: NetworkFile): Promise<void> => {
    office = await openOffice({
      identity: now.identity,
      port: place?.port ?? now.port,
      ...(place ? { host: place.host, isSilent: place.isSilent } : {}),
      ...(place?.announce ? { announce: place.announce } : {}),
      workspaceKey: Buffer.from(now.workspaceKey, 'hex'),
      replica: threads.replica,
      self: { name: now.name, app: options.appVersion, schema: SCHEMA_VERSION },
      ...{ nowMs, random, logBug, onChange: changed },
      members: () => desk.members(now),
      addresses: now.addresses,
      onAddresses: (addresses) => file && keep({ ...file, addresses }),
      files: now.invitations.map((one) => ({ ...one, secret: Buffer.from(one.secret, 'hex') })),
      onFiles: (files) =>
        file && keep({ ...file, invitations: files.map((one) => ({ ...one, secret: Buffer.from(one.secret).toString('hex') })) }),
      about: joinerAbout,
      admit: (joiner) => desk.admit(now, joiner),
    })
    trouble = null
  }

  const opening = async (now: NetworkFile): Promise<void> => {
    try {
      await open(now)
    } catch (error) {
      trouble = troubleOf(error)
      changed()
      throw error
    }
  }

  const shut = async (): Promise<void> => {
    if (office) await keepPeers().catch(logBug)
    const closing = office
    office = null
    there = ''
    await closing?.close()
  }

  const newFile = async (name: string): Promise<NetworkFile> => ({
    ...{ v: 1, isOn: false, port: SYNC_PORT, name, addresses: [], letInBy: null, invitations: [], peers: [] },
    identity: await createDeviceIdentity(),
    workspaceKey: Buffer.from(random(32)).toString('hex'),
  })

  const requireOffice = (): Office => {
    if (!office) throw new AppError('conflict', 'network.off')
    return office
  }
  const addresses = (): readonly string[] => (place ? [place.host] : ownAddresses())
  const stopListening = threads.replica.onCommit(() => (office ? changed() : undefined))
  const keeping = setInterval(() => void (there === '' ? undefined : keepPeers().catch(logBug)), KEEP_EVERY_MS)

  return {
    start: async () => {
      try {
        file = readNetworkFile(path, key)
        if (file?.isOn) await opening(file)
      } catch (error) {
        trouble = troubleOf(error)
        if (!(error instanceof AppError)) logBug(error)
      }
    },

    status: async () =>
      networkStatusOf({
        ...{ file, trouble, office: office?.state() ?? null, devices: await desk.devices(), appVersion: options.appVersion },
        ours: (await threads.replica.holdings()).vector,
        ownAddresses: addresses(),
      }),

    switch: async (isOn, name) => {
      await shut()
      trouble = null
      if (!isOn) {
        if (file) keep({ ...file, isOn })
        changed()
        return
      }
      const now = { ...(file ?? (await newFile(name ?? options.user.name))), isOn }
      const named = name === undefined ? now : { ...now, name }
      await desk.enlist(named.identity.deviceId, named.name)
      keep(named)
      await opening(named)
      changed()
    },

    invite: () => requireOffice().invite(),
    inviteByFile: async () => {
      const at = requireOffice()
      const name = await desk.workspaceName()
      const invitation = at.inviteByFile()
      const { port } = at.state()
      const places = [...addresses(), hostname()].map((host) => ({ host, port }))
      const deviceId = file?.identity.deviceId ?? ''
      return { invitation, text: writeInvitationFile({ office: name, deviceId, addresses: places, invitation }) }
    },
    withdraw: (id) => requireOffice().withdraw(id),
    addAddress: async (deviceId, typed) => {
      const at = parseAddress(typed)
      const known = await desk.devices()
      if (!known.some(({ id }) => id === deviceId)) throw new AppError('not_found', 'errors.gone', { id: deviceId })
      requireOffice().addAddress(deviceId, at)
    },
    test: async () =>
      testNetwork({
        file,
        office,
        trouble,
        devices: await desk.devices(),
        readInterfaces: place?.announce?.readInterfaces ?? null,
      }),
    close: async () => {
      await shut()
      isClosed = true
      stopListening()
      clearInterval(keeping)
      clearTimeout(telling)
      key.fill(0)
    },
  }
}

/** Why this machine is not in the network. What nobody foresaw is said in general. */
const troubleOf = (error: unknown): Said => {
  if (!(error instanceof AppError)) return { messageKey: 'network.trouble.unknown', params: {} }
  return { messageKey: error.messageKey, params: error.params }
}
