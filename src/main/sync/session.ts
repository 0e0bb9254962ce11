// A conversation between two machines of an office: each tells what it holds, sends what the other lacks in the order in which it came, and
// goes on for as long as the link lasts. All that a cut costs is the batch that was on its way.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Frame } from '#main/net/frames.ts'
import { type Link, LinkError } from '#main/net/link.ts'
import {
  ack,
  bye,
  type ByeReason,
  encodeMessage,
  frameLimits,
  hello,
  type Hello,
  holdingsMessage,
  messageTypes,
  originsMessage,
  readMessage,
  time,
  timeReply,
} from './messages.ts'
import type { Replica, VersionVector } from './replica.ts'

export const PROTOCOL = 1
/** About so many bytes of change sets go into a frame. */
const BATCH_BYTES = 256 * 1024
/** So many batches may be on their way before the other side has said that they are on its disk. */
const WINDOW = 8
const TIME_EVERY_MS = 60_000

/** `self`: the other side has changes of this machine that the machine itself has lost; nothing was sent yet. */
export type SessionEnd = ByeReason | 'link' | 'bad_message' | 'self'

export interface Peer {
  readonly name: string
  readonly app: string
  readonly schema: number
}

export interface SessionProgress {
  /** Change sets that the other side lacks, as far as it told. */
  readonly toSend: number
  /** Those that this machine lacks. */
  readonly toTake: number
  /** How far the other clock is ahead, ms; null: not measured yet. */
  readonly clockAheadMs: number | null
}

export interface SessionOptions {
  readonly link: Link
  readonly replica: Replica
  /** The key that only machines of the workspace have. */
  readonly workspaceKey: Uint8Array
  readonly self: Peer
  readonly nowMs: () => number
  readonly onPeer: (peer: Peer) => void
  readonly onProgress: (progress: SessionProgress) => void
  /** Told once. */
  readonly onEnd: (end: SessionEnd, detail: string | null) => void
}

export interface Session {
  /** Says goodbye and ends the link. */
  readonly close: (reason: ByeReason) => void
  readonly ended: Promise<SessionEnd>
}

const proofOf = (key: Uint8Array, exporter: Uint8Array, side: Link['side']): string =>
  createHmac('sha256', key).update('kith-sync/1 ').update(side).update(exporter).digest('hex')

const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other))

const raise = (target: Map<string, number>, by: Iterable<readonly [string, number]>): void => {
  for (const [origin, seq] of by) if (seq > (target.get(origin) ?? 0)) target.set(origin, seq)
}

const lacking = (holds: VersionVector, other: VersionVector): number => {
  let sum = 0
  for (const [origin, seq] of holds) sum += Math.max(0, seq - (other.get(origin) ?? 0))
  return sum
}

/** Begins to talk. The link is this session's from now on. */
export const startSession = (options: SessionOptions): Session => {
  const { link, replica, workspaceKey, nowMs } = options
  const { promise: ended, resolve: resolveEnded } = Promise.withResolvers<SessionEnd>()
  let end: SessionEnd | null = null
  let isWelcome = false
  let clockAheadMs: number | null = null
  /** What the other side holds, as far as is known here; null: it has not said. */
  let theirs: Map<string, number> | null = null
  let ours = new Map<string, number>()
  const devices = new Map<string, string>()
  /** Origins that the other side was told of. */
  const told = new Set<string>()
  let sentUpTo = 0
  let onTheWay = 0
  let isSending = false
  let isMore = true

  const finish = (reason: SessionEnd, detail: string | null = null): void => {
    if (end !== null) return
    end = reason
    stopListening()
    clearInterval(clock)
    options.onEnd(reason, detail)
    resolveEnded(reason)
  }
  const send = (type: number, message: unknown): void => {
    if (link.isOpen()) link.send(type, encodeMessage(message))
  }
  const close = (reason: ByeReason, detail: string | null = null): void => {
    if (end !== null) return
    send(messageTypes.bye, { reason })
    link.close()
    finish(reason, detail)
  }
  const refuse = (detail: string): void => {
    finish('bad_message', detail)
    link.abort('bad_frame', new Error(detail))
  }

  const tell = (): void => {
    if (theirs === null) return
    options.onProgress({ toSend: lacking(ours, theirs), toTake: lacking(theirs, ours), clockAheadMs })
  }

  const tellHoldings = async (): Promise<void> => {
    const { vector, devices: known, ownOrigin } = await replica.holdings()
    ours = new Map(vector)
    for (const origin of known.keys()) told.add(origin)
    send(messageTypes.holdings, { vector: [...vector], devices: [...known], ownOrigin })
  }

  const introduce = async (): Promise<void> => {
    const { devices: known } = await replica.holdings()
    send(messageTypes.origins, { devices: [...known].filter(([origin]) => !told.has(origin)) })
    for (const origin of known.keys()) told.add(origin)
  }

  /** Sends until the other side lacks nothing, or enough is on its way. */
  const sendMissing = async (): Promise<void> => {
    if (isSending || theirs === null || !isWelcome) return
    isSending = true
    try {
      while (isMore && end === null && onTheWay < WINDOW) {
        isMore = false
        const batch = await replica.missing(theirs, sentUpTo, BATCH_BYTES)
        // A commit meanwhile asks for another look.
        if (batch.sets === 0) continue
        isMore = true
        sentUpTo = batch.upTo
        onTheWay += 1
        raise(ours, batch.vector)
        if ([...batch.vector.keys()].some((origin) => !told.has(origin))) await introduce()
        if (!link.send(messageTypes.batch, batch.bytes)) await link.drained()
      }
    } finally {
      isSending = false
    }
    tell()
  }
  const goOn = (): void => {
    // What the link itself has to say about its end comes from `closed`.
    void sendMissing().catch((error: unknown) => {
      if (!(error instanceof LinkError)) close('trouble', String(error))
    })
  }

  const take = async (bytes: Uint8Array): Promise<void> => {
    const taken = await replica.take(bytes, devices)
    if (!taken.ok) {
      close(taken.reason === 'fork' || taken.reason === 'self' ? 'fork' : 'bad_change_set', `${taken.reason}: ${taken.message}`)
      return
    }
    raise(ours, taken.vector)
    // Whoever sent it has it.
    if (theirs) raise(theirs, taken.vector)
    send(messageTypes.ack, { batches: 1, vector: [...taken.vector] })
    tell()
  }

  const greet = ({ protocol, oldest, proof, name, app, schema }: Hello): void => {
    const other = link.side === 'dialled' ? 'accepted' : 'dialled'
    if (!isSame(proof, proofOf(workspaceKey, link.exporter, other))) return close('other_workspace')
    if (oldest > PROTOCOL || protocol < PROTOCOL) return close('other_version')
    isWelcome = true
    options.onPeer({ name, app, schema })
    askTime()
    void tellHoldings().catch((error: unknown) => close('trouble', String(error)))
  }

  const askTime = (): void => send(messageTypes.time, { asked: nowMs() })

  const handle = async (frame: Frame): Promise<void> => {
    if (end !== null) return
    if (!isWelcome && frame.type !== messageTypes.hello && frame.type !== messageTypes.bye)
      return refuse('said more before hello')
    if (frame.type === messageTypes.batch) return take(frame.payload)
    if (frame.type === messageTypes.hello) {
      const said = readMessage(hello, frame)
      return said && !isWelcome ? greet(said) : refuse('hello')
    }
    if (frame.type === messageTypes.time) {
      const said = readMessage(time, frame)
      return said ? send(messageTypes.timeReply, { ...said, answered: nowMs() }) : refuse('time')
    }
    if (frame.type === messageTypes.timeReply) {
      const said = readMessage(timeReply, frame)
      if (!said) return refuse('time')
      // As NTP reckons where the answer took no time: half of the way out and back.
      clockAheadMs = said.answered - (said.asked + nowMs()) / 2
      return tell()
    }
    if (frame.type === messageTypes.holdings) {
      const said = readMessage(holdingsMessage, frame)
      if (!said) return refuse('holdings')
      const own = await replica.holdings()
      const vector = new Map(said.vector)
      if ((vector.get(own.ownOrigin) ?? 0) > (own.vector.get(own.ownOrigin) ?? 0)) {
        finish('self')
        return link.close()
      }
      ours = new Map(own.vector)
      theirs = vector
      for (const [origin, device] of said.devices) devices.set(origin, device)
      sentUpTo = 0
      isMore = true
      tell()
      return goOn()
    }
    if (frame.type === messageTypes.origins) {
      const said = readMessage(originsMessage, frame)
      if (!said || devices.size > 10_000) return refuse('origins')
      for (const [origin, device] of said.devices) devices.set(origin, device)
      return
    }
    if (frame.type === messageTypes.ack) {
      const said = readMessage(ack, frame)
      if (!said || said.batches > onTheWay) return refuse('ack')
      onTheWay -= said.batches
      if (theirs) raise(theirs, said.vector)
      tell()
      return goOn()
    }
    const said = readMessage(bye, frame)
    if (!said) return refuse('bye')
    finish(said.reason)
    link.close()
  }

  const stopListening = replica.onCommit(() => {
    isMore = true
    goOn()
  })
  const clock = setInterval(askTime, TIME_EVERY_MS)
  void link.closed.then(({ end: how, error }) => finish('link', error ? `${how}: ${error.message}` : how))
  link.onFrame(frameLimits, handle)
  send(messageTypes.hello, {
    ...{ protocol: PROTOCOL, oldest: PROTOCOL, ...options.self },
    proof: proofOf(workspaceKey, link.exporter, link.side),
  } satisfies Hello)

  return { close: (reason) => close(reason), ended }
}
