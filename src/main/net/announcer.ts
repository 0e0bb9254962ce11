// Calls into the office that this machine is here, and hears who else is: at start, when the network changes, every half minute, and in answer
// to someone new. Nothing is open before `start`, nothing is left after `stop`. What is heard is a hint whom to dial; only TLS tells who it is.
import { encodeAnnouncement, LONGEST_OPEN_S, workspaceTag, type Announcement } from './announcement.ts'
import {
  openAnnounceSockets,
  type AnnounceSockets,
  type DeafEar,
  type OutgoingWay,
  type Sender,
  type SocketMaker,
} from './announce-sockets.ts'
import type { HeardMachine } from './heard.ts'
import { interfacesDigest, usableInterfaces, type UsableInterface } from './interfaces.ts'
import { createListening, type HeardCounts } from './listening.ts'
import { SYNC_PORT } from './ports.ts'

const EVERY_MS = 30_000
const POLL_MS = 5_000
/** A call may be lost, and a new IPv6 address cannot speak while the system makes sure that nobody else has it. */
const START_AFTER_MS = [0, 1_000, 3_000]
/** Many machines start in one minute, and one call serves them all. */
const BETWEEN_ANSWERS_MS = 1_000

export interface MemberVoice {
  /** The keys of the workspace, the newest first: the first is spoken, each is understood. */
  readonly keys: readonly [Uint8Array, ...Uint8Array[]]
  /** Where this machine listens by TCP. */
  readonly port: number
}

export interface AnnouncerOptions {
  /** ms */
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
  /** Null: a machine without an office, which looks for one that is open. */
  readonly member: MemberVoice | null
  /** A machine of the workspace was heard for the first time, or at a further address. False: told again with its next call. */
  readonly onPeer?: (peer: HeardMachine) => boolean
  /** The list of open offices has changed. */
  readonly onOffices?: (offices: readonly HeardMachine[]) => void
  /** UDP. */
  readonly port?: number
  readonly readInterfaces?: () => readonly UsableInterface[]
  readonly makeSocket?: SocketMaker
}

/** A way out, and whether a call by it has come back to this very machine since the sockets were opened. */
export interface WayState extends OutgoingWay {
  readonly hasComeBack: boolean
}

export interface AnnouncerState {
  readonly isRunning: boolean
  readonly interfaces: readonly UsableInterface[]
  readonly ways: readonly WayState[]
  readonly deaf: readonly DeafEar[]
  readonly counts: HeardCounts
}

export interface Announcer {
  /** Opens the sockets and calls. A port in use or a missing way is no error: `state` tells it. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Calls on all ways now, as after waking up. */
  call(): Promise<void>
  /** With the keys of a new epoch, or a new port. */
  setMember(member: MemberVoice | null): void
  /** Tells new machines until `until` (ms, at most ten minutes from now) that this office is open. Answers the number it is announced by, hex. */
  openOffice(until: number): string
  closeOffice(): void
  /** Heard within the last 100 s, the newest first. */
  peers(): readonly HeardMachine[]
  /** Open ones. `id` is the office's number. */
  offices(): readonly HeardMachine[]
  state(): AnnouncerState
}

export const createAnnouncer = (options: AnnouncerOptions): Announcer => {
  const { now, random, port = SYNC_PORT, readInterfaces = () => usableInterfaces() } = options
  const hex8 = (): string => Buffer.from(random(8)).toString('hex')
  const nonce = hex8()

  let member = options.member
  let office: { readonly number: string; readonly until: number } | null = null
  let sockets: AnnounceSockets | null = null
  let isRunning = false
  let interfaces: readonly UsableInterface[] = []
  let lastPoll = 0
  let isAnswerDue = false
  let repeating: NodeJS.Timeout[] = []
  const waiting = new Set<NodeJS.Timeout>()
  // Opening and closing wait for each other, so that no socket outlives `stop`.
  let turn: Promise<void> = Promise.resolve()
  const inTurn = (run: () => Promise<void>): Promise<void> => (turn = turn.then(run, run))

  const announcements = (): Announcement[] => {
    if (member === null) return [{ kind: 'looking', nonce }]
    const said: Announcement[] = [{ kind: 'member', nonce, tag: workspaceTag(member.keys[0], now()), port: member.port }]
    const secondsLeft = office ? Math.min(LONGEST_OPEN_S, Math.ceil((office.until - now()) / 1000)) : 0
    if (office && secondsLeft > 0) said.push({ kind: 'office', nonce, office: office.number, port: member.port, secondsLeft })
    return said
  }

  const say = async (said: readonly Announcement[]): Promise<void> => {
    const open = sockets
    if (open) await Promise.all(said.map((announcement) => open.call((way) => encodeAnnouncement(announcement, way))))
  }
  const call = (): Promise<void> => say(announcements())

  const after = (ms: number, run: () => void): void => {
    if (!isRunning) return
    const timer = setTimeout(() => {
      waiting.delete(timer)
      run()
    }, ms)
    waiting.add(timer)
  }
  const callSeveralTimes = (): void => START_AFTER_MS.forEach((ms) => after(ms, () => void call()))

  /** To the one who is new at once, and a little later to all. */
  const answer = (sender: Sender): void => {
    for (const said of announcements()) sockets?.answer(encodeAnnouncement(said, 'answer'), sender)
    if (isAnswerDue) return
    isAnswerDue = true
    after(BETWEEN_ANSWERS_MS, () => {
      isAnswerDue = false
      void call()
    })
  }

  const listening = createListening({
    now,
    nonce,
    keys: () => member?.keys ?? null,
    onPeer: (peer) => options.onPeer?.(peer) ?? true,
    onOffices: (offices) => options.onOffices?.(offices),
    onNewcomer: answer,
    onLooking: (sender) => {
      if (office && office.until > now()) answer(sender)
    },
  })

  const reopen = async (): Promise<void> => {
    const old = sockets
    sockets = null
    await old?.close()
    if (!isRunning) return
    interfaces = readInterfaces()
    listening.forgetOwn()
    const { makeSocket } = options
    const onDatagram = (bytes: Buffer, sender: Sender): void => (isRunning ? listening.hear(bytes, sender) : undefined)
    sockets = await openAnnounceSockets({ interfaces, port, onDatagram, ...(makeSocket ? { makeSocket } : {}) })
  }

  const poll = (): void => {
    const hasSlept = now() - lastPoll > 3 * POLL_MS
    lastPoll = now()
    if (interfacesDigest(readInterfaces()) !== interfacesDigest(interfaces)) void inTurn(reopen).then(callSeveralTimes)
    else if (hasSlept) callSeveralTimes()
    listening.tick()
  }

  const repeat = async (): Promise<void> => {
    const isBroken = sockets !== null && sockets.deaf.length > 0
    if (isBroken) await inTurn(reopen)
    await call()
  }

  return {
    async start() {
      if (isRunning) return
      isRunning = true
      lastPoll = now()
      await inTurn(reopen)
      // It may have been stopped meanwhile.
      if (!isRunning || repeating.length > 0) return
      repeating = [setInterval(poll, POLL_MS), setInterval(() => void repeat(), EVERY_MS)]
      callSeveralTimes()
    },
    async stop() {
      isRunning = false
      for (const timer of [...waiting, ...repeating]) clearTimeout(timer)
      waiting.clear()
      repeating = []
      isAnswerDue = false
      await inTurn(reopen)
    },
    call,
    setMember(next) {
      member = next
      callSeveralTimes()
    },
    openOffice(until) {
      office = { number: hex8(), until }
      callSeveralTimes()
      return office.number
    },
    closeOffice() {
      if (office && member) void say([{ kind: 'office', nonce, office: office.number, port: member.port, secondsLeft: 0 }])
      office = null
    },
    peers: listening.peers,
    offices: listening.offices,
    state: () => ({
      isRunning,
      interfaces,
      ways: (sockets?.ways() ?? []).map((way) => ({ ...way, hasComeBack: listening.hasComeBack(way.way, way.from) })),
      deaf: sockets?.deaf ?? [],
      counts: listening.counts(),
    }),
  }
}
