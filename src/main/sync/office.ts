// This machine in the office network: its door, its voice, whom it calls, and whom it lets in. Nothing listens before `openOffice`, nothing is left
// after `close`.
import type { ZodType } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import type { Address } from '#main/net/addresses.ts'
import { type Announcer, type AnnouncerOptions, createAnnouncer } from '#main/net/announcer.ts'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import type { Invitation } from '#main/net/invitations.ts'
import type { Link } from '#main/net/link.ts'
import { listen } from '#main/net/listen.ts'
import { hostPairing, type Joiner } from '#main/net/pairing.ts'
import type { RememberedAddresses } from '#main/net/remembered-addresses.ts'
import { createCalling } from './calling.ts'
import { type Connection, createConnections } from './connections.ts'
import { createInviting, type OpenCode } from './inviting.ts'
import type { Replica } from './replica.ts'
import type { Peer } from './session.ts'
import type { Topic } from './topic.ts'

/** How often machines that are known and not there are called again. */
const CALL_EVERY_MS = 15_000

export interface OfficeOptions<About> {
  readonly identity: DeviceIdentity
  /** 0 takes any that is free. */
  readonly port: number
  /** Left out: all addresses of the machine. */
  readonly host?: string
  readonly workspaceKey: Uint8Array
  readonly replica: Replica
  readonly self: Peer
  /** What machines talk about beside change sets and clocks. */
  readonly topics?: readonly Topic[]
  readonly nowMs: () => number
  readonly random: (bytes: number) => Uint8Array
  /** The machines of the office, this one too, by name of their keys. Read again when the table of machines has changed. */
  readonly members: () => Promise<readonly string[]>
  readonly addresses: RememberedAddresses
  readonly onAddresses: (addresses: RememberedAddresses) => void
  /** Files that were handed out and still let a machine in. */
  readonly files?: readonly Invitation[]
  readonly onFiles?: (files: readonly Invitation[]) => void
  readonly about: ZodType<About>
  /** Takes a machine in that knew the code; answers what it has to know. */
  readonly admit: (joiner: Joiner<About>) => Promise<unknown>
  readonly onChange: () => void
  /** What nobody waits for went wrong. */
  readonly logBug: (error: unknown) => void
  /** In tests: without announcements, or with others than usual. */
  readonly isSilent?: boolean
  readonly announce?: Pick<AnnouncerOptions, 'port' | 'readInterfaces'>
  readonly callEveryMs?: number
}

export interface OfficeState {
  readonly port: number
  readonly connections: readonly Connection[]
  readonly invitation: OpenCode | null
  readonly files: readonly Invitation[]
  readonly addresses: RememberedAddresses
}

export interface Office {
  readonly state: () => OfficeState
  /** A code for one new machine; the one before does not count any more. */
  readonly invite: () => OpenCode
  /** The same to be written into a file. */
  readonly inviteByFile: () => Invitation
  /** The code, or the file of that id. */
  readonly withdraw: (id: string | null) => void
  /** Calls it there at once, unless it is there already. */
  readonly addAddress: (deviceId: string, at: Address) => void
  /** Calls everybody who is not there, now. */
  readonly callAll: () => Promise<void>
  readonly announcer: Announcer | null
  readonly close: () => Promise<void>
}

/** Throws an AppError if the port is taken. */
export const openOffice = async <About>(options: OfficeOptions<About>): Promise<Office> => {
  const { identity, workspaceKey, replica, nowMs, random, onChange, logBug } = options
  let members: ReadonlySet<string> = new Set(await options.members())
  let announcer: Announcer | null = null
  let isClosed = false

  const connections = createConnections({ ...options, onChange })
  const isMember = (deviceId: string): boolean =>
    deviceId !== identity.deviceId && members.has(deviceId) && !connections.isShunned(deviceId)
  const isMissing = (deviceId: string): boolean => !isClosed && isMember(deviceId) && !connections.isConnected(deviceId)
  const calling = createCalling({ ...options, isMissing, onLink: (link) => (isClosed ? link.close() : connections.take(link)) })
  const inviting = createInviting({
    ...{ nowMs, random, files: options.files ?? [] },
    onFiles: (files) => options.onFiles?.(files),
    onCode: (until) => void (until === null ? announcer?.closeOffice() : announcer?.openOffice(until)),
  })

  const pair = async (link: Link): Promise<void> => {
    try {
      await hostPairing(link, {
        ...{ invitations: inviting.invitations, about: options.about, admit: options.admit, randomBytes: random },
      })
      await readMembers()
    } catch (error) {
      // The other side was told in words; here it shows as a code that is still open, or that died.
      if (!(error instanceof AppError)) logBug(error)
    } finally {
      onChange()
    }
  }

  const door = await listen({
    identity,
    port: options.port,
    ...(options.host === undefined ? {} : { host: options.host }),
    isTrusted: isMember,
    isInviting: inviting.invitations.isAnyOpen,
    onLink: connections.take,
    onPairing: (link) => void pair(link),
    onRefused: () => undefined,
    onError: logBug,
  })

  const later = (work: () => Promise<void>): void => void work().catch(logBug)
  const callAll = async (): Promise<void> => {
    await Promise.all([...members].filter(isMissing).map(calling.call))
  }
  const readMembers = async (): Promise<void> => {
    const before = members
    members = new Set(await options.members())
    for (const gone of before.difference(members)) connections.drop(gone)
    const isNew = members.difference(before).size > 0
    if (isNew || before.size !== members.size) onChange()
    if (isNew) await callAll()
  }

  if (!options.isSilent)
    announcer = createAnnouncer({
      ...{ now: nowMs, random, member: { keys: [workspaceKey], port: door.port }, ...options.announce },
      onPeer: (peer) => later(() => calling.hear(peer)),
    })
  await announcer?.start()

  const stopListening = replica.onCommit((tables) => {
    if (tables.includes('devices')) later(readMembers)
  })
  const calls = setInterval(() => later(callAll), options.callEveryMs ?? CALL_EVERY_MS)
  later(callAll)

  return {
    announcer,
    callAll,
    state: () => ({
      ...{ port: door.port, connections: connections.all(), addresses: calling.addresses() },
      ...{ invitation: inviting.code(), files: inviting.files() },
    }),
    invite: () => {
      const code = inviting.openCode()
      onChange()
      return code
    },
    inviteByFile: () => {
      const file = inviting.openFile()
      onChange()
      return file
    },
    withdraw: (id) => {
      inviting.withdraw(id)
      onChange()
    },
    addAddress: (deviceId, at) => {
      calling.learn(deviceId, at, 'typed')
      later(() => calling.call(deviceId))
    },
    close: async () => {
      isClosed = true
      clearInterval(calls)
      stopListening()
      await announcer?.stop()
      await connections.close()
      await door.close()
    },
  }
}
