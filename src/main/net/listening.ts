// What an announcer makes of the datagrams that come in: who is there, which offices are open, and who is to be answered.
// Anyone on the network can send anything, so each sender is heard only so often, and whatever is new comes in at a measured pace.
import { DAY_MS, decodeAnnouncement, tagsAround, type MemberCall, type OfficeCall, type Way } from './announcement.ts'
import type { Sender } from './announce-sockets.ts'
import { floodGate } from './flood-gate.ts'
import { heardTable, type HeardMachine, type HeardTable, type Hearing, type News } from './heard.ts'

/** Datagrams since the start. `strangers`: of other workspaces; `dropped`: too many from one sender, or too much that was new. */
export interface HeardCounts {
  readonly own: number
  readonly peers: number
  readonly strangers: number
  readonly unreadable: number
  readonly dropped: number
}

export interface ListeningOptions {
  /** ms */
  readonly now: () => number
  /** Of this machine: what carries it is our own call come back. */
  readonly nonce: string
  /** The keys whose machines are ours; null: a machine without an office, which minds open offices alone. */
  readonly keys: () => readonly Uint8Array[] | null
  /** False: nobody has time for it. With its next call it is news again. */
  readonly onPeer: (peer: HeardMachine) => boolean
  readonly onOffices: (offices: readonly HeardMachine[]) => void
  readonly onNewcomer: (sender: Sender) => void
  readonly onLooking: (sender: Sender) => void
}

export interface Listening {
  hear(bytes: Uint8Array, sender: Sender): void
  /** `from` as in `OutgoingWay`. */
  hasComeBack(way: Way, from: string): boolean
  /** What came back through sockets that are closed says nothing about new ones. */
  forgetOwn(): void
  readonly peers: () => readonly HeardMachine[]
  readonly offices: () => readonly HeardMachine[]
  /** Tells of offices whose time has run out. */
  tick(): void
  counts(): HeardCounts
}

const NO_KEYS: readonly Uint8Array[] = []

export const createListening = (options: ListeningOptions): Listening => {
  const { now, nonce, keys, onPeer, onOffices, onNewcomer, onLooking } = options
  const peers = heardTable()
  const openOffices = heardTable()
  const closesAt = new Map<string, number>()
  const senders = floodGate({ burst: 20, perSecond: 2, senders: 512 })
  // New machines and new addresses, whoever sends them: a false sender costs nothing. Apart, so that in a large office the one does not shut out the other.
  const newcomers = floodGate({ burst: 64, perSecond: 4, senders: 2 })
  const cameBack = new Set<string>()
  let tags = { day: NaN, keys: NO_KEYS, set: new Set<string>() }
  const counts = { own: 0, peers: 0, strangers: 0, unreadable: 0, dropped: 0 }

  /** Worked out once a day and not for each datagram of a flood. */
  const ourTags = (): ReadonlySet<string> => {
    const day = Math.floor(now() / DAY_MS)
    const ours = keys() ?? NO_KEYS
    if (tags.day !== day || tags.keys !== ours)
      tags = { day, keys: ours, set: new Set(ours.flatMap((key) => tagsAround(key, now()))) }
    return tags.set
  }

  const hearOwn = (way: Way, address: string): void => {
    counts.own += 1
    const from = way === 'ipv6' ? address.slice(Math.max(0, address.indexOf('%'))) : address
    // An office machine has a few ways; more than that were invented by someone.
    if (cameBack.size < 256) cameBack.add(`${way} ${from}`)
  }

  /** What of it is new; null: so much is new that this has to wait. */
  const newsIn = (table: HeardTable, hearing: Hearing): News | null => {
    const news = table.newsOf(hearing, now())
    if (news === 'nothing' || newcomers.letsIn(news, now())) return news
    counts.dropped += 1
    return null
  }

  const hearMember = ({ nonce: id, tag, port }: MemberCall, way: Way, sender: Sender): void => {
    if (!ourTags().has(tag)) return void (counts.strangers += 1)
    counts.peers += 1
    const hearing = { id, port, address: sender.address, way }
    const news = newsIn(peers, hearing)
    if (news === null) return
    const machine = peers.hear(hearing, now())
    // Whoever answers has heard us.
    if (news === 'machine' && way !== 'answer') onNewcomer(sender)
    if (news !== 'nothing' && !onPeer(machine)) peers.forget(id)
  }

  const hearOffice = ({ office, port, secondsLeft }: OfficeCall, way: Way, { address }: Sender): void => {
    if (keys() !== null) return void (counts.strangers += 1)
    counts.peers += 1
    if (secondsLeft === 0) {
      openOffices.forget(office)
      if (closesAt.delete(office)) onOffices(offices())
      return
    }
    const hearing = { id: office, port, address, way }
    const news = newsIn(openOffices, hearing)
    if (news === null) return
    openOffices.hear(hearing, now())
    closesAt.set(office, now() + secondsLeft * 1000)
    if (news !== 'nothing') onOffices(offices())
  }

  const offices = (): readonly HeardMachine[] => {
    const heard = openOffices.list(now()).filter(({ id }) => (closesAt.get(id) ?? 0) > now())
    for (const id of closesAt.keys()) if (!heard.some((office) => office.id === id)) closesAt.delete(id)
    return heard
  }

  return {
    hear(bytes, sender) {
      const decoded = decodeAnnouncement(bytes)
      if ('announcement' in decoded && decoded.announcement.nonce === nonce) return hearOwn(decoded.way, sender.address)
      if (!senders.letsIn(sender.address, now())) return void (counts.dropped += 1)
      if ('unreadable' in decoded) return void (counts.unreadable += 1)
      const { announcement, way } = decoded
      if (announcement.kind === 'member') hearMember(announcement, way, sender)
      else if (announcement.kind === 'office') hearOffice(announcement, way, sender)
      else onLooking(sender)
    },
    hasComeBack: (way, from) => cameBack.has(`${way} ${from}`),
    forgetOwn: () => cameBack.clear(),
    peers: () => peers.list(now()),
    offices,
    tick() {
      const before = closesAt.size
      const open = offices()
      if (open.length < before) onOffices(open)
    },
    counts: () => ({ ...counts }),
  }
}
