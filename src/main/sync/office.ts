// This machine in the office network: its voice, whom it calls, and its door. Nothing listens before `openOffice`, nothing is left
// after `close`.
import type { Address } from '#main/net/addresses.ts'
import { type Announcer, type AnnouncerOptions, createAnnouncer, type MemberVoice } from '#main/net/announcer.ts'
import type { DialReason } from '#main/net/dial.ts'
import type { Invitation } from '#main/net/invitations.ts'
import { isSameAddress, type RememberedAddresses } from '#main/net/remembered-addresses.ts'
import { type CallFailure, createCalling, isElsewhere } from './calling.ts'
import { membersIn } from './charter.ts'
import { charterTopic } from './charter-topic.ts'
import { type Connection, createConnections } from './connections.ts'
import { createDialBack } from './dial-back-topic.ts'
import { createHeardOf, type Told } from './heard-of.ts'
import type { OpenCode } from './inviting.ts'
import { type DoorOptions, type OfficeDoor, openDoor } from './office-door.ts'
import { coverOf } from './key-ring.ts'
import { createOthers } from './others-topic.ts'
import { createRemovalsHeard, type Heard } from './removals-heard.ts'
import type { Replica } from './replica.ts'
import { createRounds } from './rounds.ts'
import type { Peer } from './session.ts'
import type { Topic } from './topic.ts'
import { vouchedReplica } from './vouched-replica.ts'

/** `left_alone`: this machine does not speak to it now, because it kept sending what it may not; `turned_away`: the other way round. */
export type Unmet = DialReason | 'left_alone' | 'turned_away'

/** How often machines that are known and not there are called again. */
const CALL_EVERY_MS = 15_000

export interface OfficeOptions<About> extends Omit<DoorOptions<About>, 'isMember' | 'onLink' | 'onCode'> {
  readonly replica: Replica
  readonly self: Peer
  /** What machines talk about beside change sets and clocks. */
  readonly topics?: readonly Topic[]
  readonly addresses: RememberedAddresses
  readonly onAddresses: (addresses: RememberedAddresses) => void
  /** Who had heard of which removal, and what is new of it. */
  readonly heard?: Heard
  readonly onHeard?: (heard: Heard) => void
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
  /** By machine, what the last call that somebody answered came to; see `Calling`. */
  readonly failures: ReadonlyMap<string, CallFailure>
}

export interface Office extends Pick<OfficeDoor, 'invite' | 'inviteByFile' | 'withdraw'> {
  readonly state: () => OfficeState
  /** Calls it there at once, unless it is there already, and again later on, unless somebody else answered. Null: it is there now. */
  readonly addAddress: (deviceId: string, at: Address) => Promise<Unmet | null>
  /** Calls whoever is missing and may be at one of these places. Why they led nowhere. */
  readonly callAt: (places: readonly Address[]) => Promise<readonly DialReason[]>
  /** Whether that machine lets this one in there; null: it does, or is connected already. */
  readonly tryAt: (deviceId: string, at: Address) => Promise<Unmet | null>
  /** Whether the other machine can call this one; null: it cannot be asked. */
  readonly canBeCalledBy: (deviceId: string) => Promise<boolean | null>
  /** Calls everybody who is wanted and not there, now. */
  readonly callAll: () => Promise<void>
  /** Speaks again to a machine that is left alone, and calls it. */
  readonly speakAgain: (deviceId: string) => void
  readonly announcer: Announcer | null
  readonly close: () => Promise<void>
}

/** Throws an AppError if no port can be had. */
export const openOffice = async <About>(options: OfficeOptions<About>): Promise<Office> => {
  const { identity, charter, nowMs, random, onChange, logBug } = options
  let announcer: Announcer | null = null
  let isClosed = false

  const removals = createRemovalsHeard({
    ...{ charter, logBug, heard: options.heard ?? {} },
    onHeard: (heard) => {
      options.onHeard?.(heard)
      onChange()
    },
  })
  const dialBack = createDialBack(() => door.port)
  const others = createOthers({ known: () => heardOf.known(), onTold: (facts, told) => heardOf.onTold(facts, told) })
  const charters = charterTopic(charter, (deviceId, said) => removals.note([[deviceId, coverOf(membersIn(said).removals)]]))
  const connections = createConnections({
    ...{ ...options, keys: charter.keys },
    topics: [charters, others.topic, dialBack.topic, ...(options.topics ?? [])],
    replica: vouchedReplica(options.replica, identity, charter),
  })
  const isMember = (deviceId: string): boolean => charter.isMember(deviceId) && !connections.isShunned(deviceId)
  const isMissing = (deviceId: string): boolean => !isClosed && isMember(deviceId) && !connections.isConnected(deviceId)
  const rounds = createRounds({
    ...{ self: identity.deviceId, nowMs, isConnected: connections.isConnected, giveUp: connections.giveUp },
    greeting: connections.greeting,
    others: () => charter.members().filter(isMember),
    call: (deviceId) => calling.call(deviceId),
    called: () => connections.all().flatMap(({ deviceId, isOpen, side }) => (isOpen && side === 'dialled' ? [deviceId] : [])),
  })
  const calling = createCalling({
    ...{ ...options, isMissing, isWanted: rounds.isWanted },
    // It may have been removed while it was called.
    onLink: (link) => (!isClosed && isMember(link.deviceId) ? connections.take(link) : link.close()),
  })
  const tryAt = async (deviceId: string, at: Address): Promise<Unmet | null> => {
    if (connections.isShunned(deviceId)) return 'left_alone'
    const reason = await calling.tryAt(deviceId, at)
    if (reason !== null) return reason
    // An older version does not say it in so many words.
    const end = await connections.greeting(deviceId)
    return end === 'turned_away' || end === 'not_taken' ? 'turned_away' : null
  }
  const later = (work: () => Promise<void>): void => void work().catch(logBug)
  const callAll = async (): Promise<void> => (isClosed ? undefined : rounds.callAll())
  const heardOf = createHeardOf({
    ...{ nowMs, calling, connections: connections.all, isMember, removals, isOnOneMachine: options.host !== undefined },
    port: () => door.port,
    onChange,
    onAddresses: (deviceIds) => {
      rounds.awaken(deviceIds)
      others.tell()
      later(callAll)
    },
  })
  const door = await openDoor({
    ...options,
    isMember: charter.isMember,
    onLink: (link) => {
      calling.met(link.deviceId)
      connections.take(link)
    },
    onCode: (until) => void (until === null ? announcer?.closeOffice() : announcer?.openOffice(until)),
  }).catch((error: unknown) => {
    others.close()
    throw error
  })

  const voice = (): MemberVoice => {
    const [first, ...older] = charter.keys()
    return { keys: [Buffer.from(first, 'hex'), ...older.map((key) => Buffer.from(key, 'hex'))], port: door.port }
  }

  if (!options.isSilent)
    announcer = createAnnouncer({
      ...{ now: nowMs, random, member: voice(), ...options.announce },
      onPeer: calling.hear,
    })
  await announcer?.start()

  const stopListening = charter.onChange(() => {
    for (const { deviceId } of connections.all()) if (!charter.isMember(deviceId)) connections.drop(deviceId)
    announcer?.setMember(voice())
    others.tell()
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
      ...{ invitation: door.code(), files: door.files(), told: heardOf.told() },
      failures: new Map([...calling.failures()].filter(([deviceId]) => isMember(deviceId))),
    }),
    speakAgain: (deviceId) => {
      connections.forgive(deviceId)
      later(() => calling.call(deviceId))
    },
    ...{ invite: door.invite, inviteByFile: door.inviteByFile, withdraw: door.withdraw },
    addAddress: async (deviceId, at) => {
      const reason = await tryAt(deviceId, at)
      if (reason === null || !isElsewhere(reason)) calling.learn(deviceId, at, 'typed')
      if (reason !== null) later(() => calling.call(deviceId))
      return reason
    },
    callAt: async (places) => {
      // A second link to a machine that is there would take the place of the first. An old address of it may be that of another one now.
      const isTaken = (at: Address): boolean =>
        connections
          .all()
          .filter(({ isOpen, address }) => isOpen && address === at.host)
          .some(({ deviceId }) => calling.addresses().some((one) => isSameAddress(one, { ...one, ...at, deviceId })))
      const reasons: (DialReason | null)[] = []
      for (const at of places) if (!isTaken(at)) reasons.push(await calling.tryAnyone(at))
      // Whoever was called at another address than usual may have lost its link by it.
      later(callAll)
      return reasons.filter((reason) => reason !== null)
    },
    tryAt,
    canBeCalledBy: dialBack.ask,
    close: async () => {
      isClosed = true
      clearInterval(calls)
      calling.close()
      others.close()
      stopListening()
      await announcer?.stop()
      await connections.close()
      await door.close()
    },
  }
}
