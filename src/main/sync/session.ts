// A conversation between two machines of an office: they greet each other, prove that they belong to one workspace, and talk about their topics
// for as long as the link lasts.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '#shared/base/app-error.ts'
import type { Frame } from '#main/net/frames.ts'
import { type Link, LinkError } from '#main/net/link.ts'
import { clockTopic } from './clock-topic.ts'
import { type ExchangeProgress, exchangeTopic } from './exchange-topic.ts'
import { bye, type ByeReason, encodeMessage, greetingLimits, hello, type Hello, messageTypes, readMessage } from './messages.ts'
import type { Replica } from './replica.ts'
import type { SessionEnd, Topic, TopicPart, TopicTalk } from './topic.ts'
import type { Turns } from './turns.ts'

export const PROTOCOL = 2

export interface Peer {
  readonly name: string
  readonly app: string
  readonly schema: number
}

export interface SessionProgress extends ExchangeProgress {
  /** How far the other clock is ahead, ms; null: not measured yet. */
  readonly clockAheadMs: number | null
}

export interface SessionOptions {
  readonly link: Link
  readonly replica: Replica
  readonly turns: Turns
  /** The keys that only machines of the office have, in hex; the one in use first. */
  readonly keys: () => readonly string[]
  readonly self: Peer
  readonly nowMs: () => number
  /** What is talked about beside change sets and clocks. */
  readonly topics?: readonly Topic[]
  readonly onPeer: (peer: Peer) => void
  readonly onProgress: (progress: SessionProgress) => void
  /** Told before an end as `turned_away`: for how long that is, ms. */
  readonly onTurnedAway?: (ms: number) => void
  /** Told once. `error`: of `own_trouble`, what was thrown here. */
  readonly onEnd: (end: SessionEnd, detail: string | null, error: unknown) => void
}

export interface Session {
  /** Says goodbye and ends the link. */
  readonly close: (reason: ByeReason) => void
  readonly ended: Promise<SessionEnd>
}

const proofOf = (key: string, exporter: Uint8Array, side: Link['side']): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update('kith-sync/1 ').update(side).update(exporter).digest('hex')

const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Begins to talk. The link is this session's from now on. */
export const startSession = (options: SessionOptions): Session => {
  const { link, replica, turns, keys, nowMs } = options
  const { promise: ended, resolve: resolveEnded } = Promise.withResolvers<SessionEnd>()
  const parts = new Map<number, TopicPart>()
  let end: SessionEnd | null = null
  let isWelcome = false
  let isBusy = false
  let exchanged: ExchangeProgress | null = null
  let clockAheadMs: number | null = null

  const finish = (reason: SessionEnd, detail: string | null = null, error: unknown = null): void => {
    if (end !== null) return
    end = reason
    for (const part of new Set(parts.values())) part.end?.()
    options.onEnd(reason, detail, error)
    resolveEnded(reason)
  }
  const say = (type: number, message: unknown): void => {
    if (link.isOpen()) link.send(type, encodeMessage(message))
  }
  const close = (reason: ByeReason, detail: string | null = null): void => {
    if (end !== null) return
    say(messageTypes.bye, { reason })
    link.close()
    finish(reason, detail)
  }
  const refuse = (detail: string): void => {
    finish('bad_message', detail)
    link.abort('bad_frame', new Error(detail))
  }

  /** Something went wrong here: the other side is told so, and is not blamed for it. */
  const fail = (error: unknown): void => {
    // What the link itself has to say about its end comes from `closed`.
    if (end !== null || error instanceof LinkError) return
    if (error instanceof AppError && error.code === 'locked') return close('closing')
    say(messageTypes.bye, { reason: 'trouble' })
    link.close()
    finish('own_trouble', String(error), error)
  }

  const tell = (): void => {
    if (exchanged === null) return
    options.onProgress({ ...exchanged, clockAheadMs })
    if (exchanged.toSend + exchanged.toTake === 0) for (const part of new Set(parts.values())) part.settled?.()
  }
  const topics: readonly Topic[] = [
    clockTopic({
      nowMs,
      onAhead: (ms) => {
        clockAheadMs = ms
        tell()
      },
    }),
    exchangeTopic({
      ...{ replica, turns },
      onProgress: (progress) => {
        exchanged = progress
        tell()
      },
    }),
    ...(options.topics ?? []),
  ]

  const talk: TopicTalk = {
    facts: link,
    isOpen: () => end === null,
    isBusy: () => isBusy,
    say,
    sendBytes: (type, bytes) => link.send(type, bytes),
    drained: link.drained,
    close,
    leave: (reason, detail) => {
      finish(reason, detail ?? null)
      link.close()
    },
    refuse,
    aside: (work) => void work.catch(fail),
  }

  const proofs = (side: Link['side']): string[] => keys().map((key) => proofOf(key, link.exporter, side))
  /** A machine that was away when the key changed has an older one; what it missed it is told first of all. */
  const isProved = (said: readonly string[]): boolean =>
    proofs(link.side === 'dialled' ? 'accepted' : 'dialled').some((proof) => said.some((one) => isSame(one, proof)))

  const greet = ({ protocol, oldest, proofs: said, name, app, schema, topics: known }: Hello): void => {
    if (!isProved(said)) return close('other_workspace')
    if (oldest > PROTOCOL || protocol < PROTOCOL) return close('other_version')
    isWelcome = true
    options.onPeer({ name, app, schema })
    for (const topic of topics) {
      if (!known.includes(topic.name) || end !== null) continue
      const part = topic.begin(talk)
      for (const type of topic.limits.keys()) parts.set(type, part)
    }
  }

  const handle = (frame: Frame): void | Promise<void> => {
    if (end !== null) return
    if (frame.type === messageTypes.bye) {
      const said = readMessage(bye, frame)
      if (!said) return refuse('bye')
      if (said.reason !== 'bad_change_set') return talk.leave(said.reason)
      if (said.leftAloneMs === undefined) return talk.leave('not_taken')
      options.onTurnedAway?.(said.leftAloneMs)
      return talk.leave('turned_away')
    }
    if (frame.type === messageTypes.hello) {
      const said = readMessage(hello, frame)
      return said && !isWelcome ? greet(said) : refuse('hello')
    }
    const part = parts.get(frame.type)
    return part ? part.hear(frame) : refuse('spoke of what was not agreed on')
  }

  void link.closed.then(({ end: how, error }) =>
    finish(how === 'bad_frame' ? 'bad_message' : 'link', error ? `${how}: ${error.message}` : how),
  )
  link.onFrame(new Map([...greetingLimits, ...topics.flatMap(({ limits }) => [...limits])]), async (frame) => {
    isBusy = true
    try {
      await handle(frame)
    } catch (error) {
      fail(error)
    } finally {
      isBusy = false
    }
  })
  say(messageTypes.hello, {
    ...{ protocol: PROTOCOL, oldest: PROTOCOL, ...options.self, topics: topics.map(({ name }) => name) },
    proofs: proofs(link.side),
  } satisfies Hello)

  return { close: (reason) => close(reason), ended }
}
