// This machine in the office network: its door, its voice, whom it calls, and whom it lets in. Nothing listens before `openOffice`, nothing is left
// after `close`.
import type { ZodType } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import type { Address } from '#main/net/addresses.ts'
import { type Announcer, type AnnouncerOptions, createAnnouncer, type MemberVoice } from '#main/net/announcer.ts'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import type { Invitation } from '#main/net/invitations.ts'
import type { Link } from '#main/net/link.ts'
import { listenSomewhere } from '#main/net/listen-somewhere.ts'
import { hostPairing, type Joiner } from '#main/net/pairing.ts'
import type { RememberedAddresses } from '#main/net/remembered-addresses.ts'
import { createCalling } from './calling.ts'
import type { CharterKeeper } from './charter-keeper.ts'
import { charterTopic } from './charter-topic.ts'
import { type Connection, createConnections } from './connections.ts'
import { createDialBack } from './dial-back-topic.ts'
import { createHeardOf, type Told } from './heard-of.ts'
import { createInviting, type OpenCode } from './inviting.ts'
import { createOthers } from './others-topic.ts'
import type { Replica } from './replica.ts'
import { createRounds } from './rounds.ts'
import type { Peer } from './session.ts'
import type { Topic } from './topic.ts'
import { vouchedReplica } from './vouched-replica.ts'

/** How often machines that are known and not there are called again. */
const CALL_EVERY_MS = 15_000

/** Machines that knew a code and have not come yet. */
export interface Newcomers {
  readonly isAwaited: (deviceId: string) => boolean
  /** It is a member from now on. */
  readonly came: (deviceId: string) => void
}

export interface OfficeOptions<About> {
  readonly identity: DeviceIdentity
  /** The first that is free of these, of the usual ones, of all; 0 at first takes any. */
  readonly ports: readonly number[]
  /** Left out: all addresses of the machine. */
  readonly host?: string
  /** Who belongs to the office, and its keys. */
  readonly charter: CharterKeeper
  readonly replica: Replica
  readonly self: Peer
  /** What machines talk about beside change sets and clocks. */
  readonly topics?: readonly Topic[]
  readonly nowMs: () => number
  readonly random: (bytes: number) => Uint8Array
  readonly addresses: RememberedAddresses
  readonly onAddresses: (addresses: RememberedAddresses) => void
  /** Files that were handed out and still let a machine in. */
  readonly files?: readonly Invitation[]
  readonly onFiles?: (files: readonly Invitation[]) => void
  readonly about: ZodType<About>
  readonly newcomers?: Newcomers
  /** Takes a machine in that knew the code, into the charter or among the newcomers; answers what it has to know. */
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
  /** What others told of the machines that this one does not talk to. */
  readonly told: ReadonlyMap<string, Told>
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
  /** Whether the other machine can call this one; null: it cannot be asked. */
  readonly canBeCalledBy: (deviceId: string) => Promise<boolean | null>
  /** Calls everybody who is wanted and not there, now. */
  readonly callAll: () => Promise<void>
  readonly announcer: Announcer | null
  readonly close: () => Promise<void>
}

/** Throws an AppError if no port can be had. */
export const openOffice = async <About>(options: OfficeOptions<About>): Promise<Office> => {
  const { identity, charter, newcomers, nowMs, random, onChange, logBug } = options
  let announcer: Announcer | null = null
  let isClosed = false

  const dialBack = createDialBack(() => door.port)
  const others = createOthers({ known: () => heardOf.known(), onTold: (facts, told) => heardOf.onTold(facts, told) })
  const connections = createConnections({
    ...{ ...options, keys: charter.keys },
    topics: [charterTopic(charter), others.topic, dialBack.topic, ...(options.topics ?? [])],
    replica: vouchedReplica(options.replica, identity, charter),
  })
  const isMember = (deviceId: string): boolean => charter.isMember(deviceId) && !connections.isShunned(deviceId)
  const isMissing = (deviceId: string): boolean => !isClosed && isMember(deviceId) && !connections.isConnected(deviceId)
  const rounds = createRounds({
    ...{ self: identity.deviceId, nowMs, isConnected: connections.isConnected, giveUp: connections.giveUp },
    others: () => charter.members().filter(isMember),
    call: (deviceId) => calling.call(deviceId),
    called: () => connections.all().flatMap(({ deviceId, isOpen, side }) => (isOpen && side === 'dialled' ? [deviceId] : [])),
  })
  const calling = createCalling({
    ...{ ...options, isMissing, isWanted: rounds.isWanted },
    // It may have been removed while it was called.
    onLink: (link) => (!isClosed && isMember(link.deviceId) ? connections.take(link) : link.close()),
  })
  const later = (work: () => Promise<void>): void => void work().catch(logBug)
  const callAll = async (): Promise<void> => (isClosed ? undefined : rounds.callAll())
  const heardOf = createHeardOf({
    ...{ nowMs, calling, connections: connections.all, isMember, isOnOneMachine: options.host !== undefined },
    port: () => door.port,
    onChange,
    onAddresses: (deviceIds) => {
      rounds.awaken(deviceIds)
      others.tell()
      later(callAll)
    },
  })
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
    } catch (error) {
      // The other side was told in words; here it shows as a code that is still open, or that died.
      if (!(error instanceof AppError)) logBug(error)
    } finally {
      onChange()
    }
  }

  const welcome = (link: Link): void => {
    if (!charter.isMember(link.deviceId)) newcomers?.came(link.deviceId)
    // One that was removed is out for good, whatever code it knows.
    if (charter.isMember(link.deviceId)) connections.take(link)
    else link.close()
  }
  const knock = {
    ...(options.host === undefined ? {} : { host: options.host }),
    isTrusted: (deviceId: string) => isMember(deviceId) || newcomers?.isAwaited(deviceId) === true,
    isInviting: inviting.invitations.isAnyKnown,
    onLink: welcome,
    onPairing: (link: Link) => void pair(link),
    onRefused: () => undefined,
    onError: logBug,
  }
  const door = await listenSomewhere({ identity, ...knock }, options.ports)

  const voice = (): MemberVoice => {
    const [first, ...older] = charter.keys()
    return { keys: [Buffer.from(first, 'hex'), ...older.map((key) => Buffer.from(key, 'hex'))], port: door.port }
  }

  if (!options.isSilent)
    announcer = createAnnouncer({
      ...{ now: nowMs, random, member: voice(), ...options.announce },
      onPeer: (peer) => later(() => calling.hear(peer)),
    })
  await announcer?.start()

  const stopListening = charter.onChange(() => {
    for (const { deviceId } of connections.all()) if (!charter.isMember(deviceId)) connections.drop(deviceId)
    announcer?.setMember(voice())
    onChange()
    later(callAll)
  })
  const calls = setInterval(() => later(callAll), options.callEveryMs ?? CALL_EVERY_MS)
  later(callAll)

  return {
    announcer,
    callAll,
    state: () => ({
      ...{ port: door.port, connections: connections.all(), addresses: calling.addresses() },
      ...{ invitation: inviting.code(), files: inviting.files(), told: heardOf.told() },
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
    canBeCalledBy: dialBack.ask,
    close: async () => {
      isClosed = true
      clearInterval(calls)
      others.close()
      stopListening()
      await announcer?.stop()
      await connections.close()
      await door.close()
    },
  }
}
