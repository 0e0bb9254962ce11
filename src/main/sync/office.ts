// This machine in the office network: its door, its voice, whom it calls, and whom it lets in. Nothing listens before `openOffice`, nothing is left
// after `close`.
import type { ZodType } from 'zod'
import { formatAddress } from '#main/net/addresses.ts'
import { type Announcer, createAnnouncer } from '#main/net/announcer.ts'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import { dial } from '#main/net/dial.ts'
import type { HeardMachine } from '#main/net/heard.ts'
import { codeInvitation, createCode, type Invitation, openInvitations } from '#main/net/invitations.ts'
import { listen } from '#main/net/listen.ts'
import { hostPairing, type Joiner } from '#main/net/pairing.ts'
import { inOrderOfHope, noteFailure, noteSuccess, type RememberedAddresses } from '#main/net/remembered-addresses.ts'
import { type Connection, createConnections } from './connections.ts'
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
  /** The machines of the office, this one too, by name of their keys. Read again after each commit. */
  readonly members: () => Promise<readonly string[]>
  readonly addresses: RememberedAddresses
  readonly onAddresses: (addresses: RememberedAddresses) => void
  readonly about: ZodType<About>
  /** Takes a machine in that knew the code; answers what it has to know. */
  readonly admit: (joiner: Joiner<About>) => Promise<unknown>
  readonly onChange: () => void
  /** What nobody waits for went wrong. */
  readonly logBug: (error: unknown) => void
  /** In tests: without announcements. */
  readonly isSilent?: boolean
  readonly callEveryMs?: number
}

export interface OfficeState {
  readonly port: number
  readonly connections: readonly Connection[]
  readonly invitation: { readonly code: string; readonly until: number } | null
}

export interface Office {
  readonly state: () => OfficeState
  /** A code for one new machine; the one before does not count any more. */
  readonly invite: () => { readonly code: string; readonly until: number }
  readonly withdraw: () => void
  /** Calls everybody who is not there, now. */
  readonly callAll: () => Promise<void>
  readonly announcer: Announcer | null
  readonly close: () => Promise<void>
}

/** Throws an AppError if the port is taken. */
export const openOffice = async <About>(options: OfficeOptions<About>): Promise<Office> => {
  const { identity, workspaceKey, replica, nowMs, random, onChange, logBug } = options
  const invitations = openInvitations(nowMs)
  let code: { readonly code: string; readonly until: number } | null = null
  let members: ReadonlySet<string> = new Set(await options.members())
  let addresses = options.addresses
  const calling = new Set<string>()

  const connections = createConnections({ ...options, onChange })
  const isMember = (deviceId: string): boolean =>
    deviceId !== identity.deviceId && members.has(deviceId) && !connections.isShunned(deviceId)

  const keepAddresses = (changed: RememberedAddresses): void => {
    addresses = changed
    options.onAddresses(changed)
  }

  const openCode = (): typeof code => (code !== null && invitations.find('') ? code : null)

  const pair = async (link: Parameters<typeof hostPairing>[0]): Promise<void> => {
    try {
      await hostPairing(link, { invitations, about: options.about, admit: options.admit, randomBytes: random })
      await readMembers()
    } catch {
      // The other side was told in words; here it shows as a code that is still open, or that died.
    } finally {
      onChange()
    }
  }

  const door = await listen({
    identity,
    port: options.port,
    ...(options.host === undefined ? {} : { host: options.host }),
    isTrusted: isMember,
    isInviting: invitations.isAnyOpen,
    onLink: connections.take,
    onPairing: (link) => void pair(link),
    onRefused: () => undefined,
    onError: logBug,
  })

  const reach = async (
    at: { readonly host: string; readonly port: number },
    expects: (deviceId: string) => boolean,
  ): Promise<boolean> => {
    const key = formatAddress(at)
    if (calling.has(key)) return false
    calling.add(key)
    try {
      const link = await dial({ identity, ...at, purpose: 'sync', expects })
      keepAddresses(noteSuccess(addresses, { ...at, deviceId: link.deviceId, source: 'heard' }, nowMs()))
      connections.take(link)
      return true
    } catch {
      // It is not there, or does not want us: that is what most calls in an office end with.
      return false
    } finally {
      calling.delete(key)
    }
  }

  const isMissing = (deviceId: string): boolean => isMember(deviceId) && !connections.isConnected(deviceId)

  const call = async (deviceId: string): Promise<void> => {
    for (const { host, port } of inOrderOfHope(addresses, deviceId)) {
      if (!isMissing(deviceId)) return
      if (await reach({ host, port }, (who) => who === deviceId)) return
      keepAddresses(noteFailure(addresses, { host, port, deviceId }))
    }
  }
  const callAll = async (): Promise<void> => {
    await Promise.all([...members].filter(isMissing).map(call))
  }

  const hear = async ({ addresses: heard, port }: HeardMachine): Promise<void> => {
    for (const { address } of heard) if (await reach({ host: address, port }, isMissing)) return
  }

  const announcer = options.isSilent
    ? null
    : createAnnouncer({
        ...{ now: nowMs, random, member: { keys: [workspaceKey], port: door.port } },
        onPeer: (peer) => void hear(peer),
      })
  await announcer?.start()

  const readMembers = async (): Promise<void> => {
    const now = new Set(await options.members())
    for (const gone of members) if (!now.has(gone)) connections.drop(gone)
    const isNew = [...now].some((deviceId) => !members.has(deviceId))
    members = now
    if (isNew) await callAll()
  }
  const later = (work: () => Promise<void>): void => void work().catch(logBug)
  const stopListening = replica.onCommit(() => later(readMembers))
  const calls = setInterval(() => later(callAll), options.callEveryMs ?? CALL_EVERY_MS)
  later(callAll)

  return {
    announcer,
    callAll,
    state: () => ({ port: door.port, connections: connections.all(), invitation: openCode() }),
    invite: () => {
      const digits = createCode(random)
      const invitation: Invitation = codeInvitation(digits, nowMs())
      invitations.open(invitation)
      code = { code: digits, until: invitation.expiresAt }
      announcer?.openOffice(invitation.expiresAt)
      onChange()
      return code
    },
    withdraw: () => {
      invitations.withdraw('')
      code = null
      announcer?.closeOffice()
      onChange()
    },
    close: async () => {
      clearInterval(calls)
      stopListening()
      await announcer?.stop()
      await connections.close()
      await door.close()
    },
  }
}
