// Which machines of the office this one talks to. There is one conversation between two machines at a time; where both called at once, both keep
// the same one.
import { AppError } from '#shared/base/app-error.ts'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import type { Link } from '#main/net/link.ts'
import { quarantine } from '#main/net/quarantine.ts'
import { encodeMessage, messageTypes } from './messages.ts'
import type { Replica } from './replica.ts'
import { type Peer, type Session, type SessionOptions, type SessionProgress, startSession } from './session.ts'
import type { SessionEnd, Topic } from './topic.ts'
import { createTurns } from './turns.ts'

/** Who has not said a word for so long is busy, and there. */
const GREETING_MS = 5_000

/** What is known of a machine that this one talks to, or talked to since it was switched on. */
export interface Connection {
  readonly deviceId: string
  readonly isOpen: boolean
  readonly peer: Peer | null
  readonly progress: SessionProgress | null
  /** Change sets to take since there last were none; what of them is still missing is `progress.toTake`. */
  readonly toTakeInAll: number
  /** Which of the two called. */
  readonly side: Link['side'] | null
  /** When a word was last heard, ms. */
  readonly heardAt: number
  readonly address: string
  /** How the last talk ended, unless it was in peace. It stays until what it held up goes on. */
  readonly trouble: Trouble | null
  /** Until when this machine does not speak to it, because it kept sending what it may not, ms; null: it does. */
  readonly shunnedUntil: number | null
}

export interface Trouble {
  readonly end: SessionEnd
  readonly detail: string | null
  /** Of `own_trouble`: the sentence for it, where there is one. */
  readonly messageKey: string | null
  /** Of `turned_away`: until when, ms. */
  readonly until: number | null
}

export interface ConnectionsOptions {
  readonly identity: DeviceIdentity
  readonly replica: Replica
  readonly keys: SessionOptions['keys']
  readonly self: Peer
  readonly nowMs: () => number
  readonly topics?: readonly Topic[]
  /** Something of `all` is different. */
  readonly onChange: () => void
  /** Something went wrong on this machine that has no sentence. The same is told once, until it is over. */
  readonly logBug: (error: unknown) => void
}

export interface Connections {
  /** Begins to talk over a link, unless there is a better one already. A machine that is not spoken to is told so. */
  readonly take: (link: Link) => void
  readonly isConnected: (deviceId: string) => boolean
  /** How the newest talk ended if that was before the other side greeted; null: it did greet, or takes its time. */
  readonly greeting: (deviceId: string) => Promise<SessionEnd | null>
  /** It is not spoken to now, because it kept sending what it may not. */
  readonly isShunned: (deviceId: string) => boolean
  /** Somebody wants it to be spoken to again at once. */
  readonly forgive: (deviceId: string) => void
  readonly all: () => readonly Connection[]
  /** Ends the talk in peace. */
  readonly giveUp: (deviceId: string) => void
  /** A machine that was removed. */
  readonly drop: (deviceId: string) => void
  readonly close: () => Promise<void>
}

interface Running {
  readonly link: Link
  readonly session: Session
}

export const createConnections = (options: ConnectionsOptions): Connections => {
  const { identity, replica, keys, self, nowMs, onChange, logBug, topics = [] } = options
  const running = new Map<string, Running>()
  const known = new Map<string, Omit<Connection, 'shunnedUntil'>>()
  const greetings = new Map<string, Promise<SessionEnd | null>>()
  const bad = quarantine(nowMs)
  const turns = createTurns(replica)
  const isShunned = (deviceId: string): boolean => bad.until(deviceId) !== null

  const note = (deviceId: string, news: Partial<Connection>): void => {
    const before = known.get(deviceId) ?? {
      ...{ deviceId, isOpen: false, peer: null, progress: null, toTakeInAll: 0, side: null },
      ...{ heardAt: nowMs(), address: '', trouble: null },
    }
    known.set(deviceId, { ...before, ...news, heardAt: nowMs() })
    onChange()
  }

  const noteProgress = (deviceId: string, progress: SessionProgress, first: SessionProgress): void => {
    const { toTake } = progress
    const { toTakeInAll = 0, trouble = null } = known.get(deviceId) ?? {}
    const isOver = trouble === null || heldUp(trouble, progress) === 0 || heldUp(trouble, progress) < heldUp(trouble, first)
    note(deviceId, {
      ...{ progress, toTakeInAll: toTake === 0 ? 0 : Math.max(toTakeInAll, toTake) },
      ...(isOver ? { trouble: null } : {}),
    })
  }

  const noteEnd = (deviceId: string, { end, detail, until }: Omit<Trouble, 'messageKey'>, error: unknown): void => {
    const before = known.get(deviceId)?.trouble ?? null
    // It says nothing of what the last talk ended with.
    if (end === 'closing' || end === 'link') return note(deviceId, { isOpen: false })
    const messageKey = error instanceof AppError && error.code !== 'internal' ? error.messageKey : null
    const isNew = before?.end !== end || before.detail !== detail
    if (end === 'own_trouble' && messageKey === null && isNew) logBug(error)
    note(deviceId, { isOpen: false, trouble: { end, detail, messageKey, until } })
  }

  /** What could not be written when one machine sent it may have come from another one since. */
  const unwritten = new Set<string>()
  const replicaFor = (deviceId: string): Replica => ({
    ...replica,
    take: async (bytes, origins) => {
      unwritten.add(deviceId)
      const taken = await replica.take(bytes, origins)
      unwritten.delete(deviceId)
      if (taken.ok && taken.sets > 0) forgetUnwritten()
      return taken
    },
  })
  const forgetUnwritten = (): void => {
    for (const deviceId of unwritten) {
      const connection = known.get(deviceId)
      if (connection?.trouble?.end !== 'own_trouble') continue
      unwritten.delete(deviceId)
      known.set(deviceId, { ...connection, trouble: null })
      onChange()
    }
  }

  /** The link that the machine with the smaller name dialled is kept. */
  const isBetter = (link: Link): boolean => (link.side === 'dialled') === identity.deviceId < link.deviceId

  const take = (link: Link): void => {
    const { deviceId } = link
    const shunnedUntil = bad.until(deviceId)
    if (shunnedUntil !== null) {
      link.send(messageTypes.bye, encodeMessage({ reason: 'bad_change_set', leftAloneMs: Math.ceil(shunnedUntil - nowMs()) }))
      return link.close()
    }
    const before = running.get(deviceId)
    if (before && !isBetter(link)) return link.close()
    if (before) before.session.close('closing')
    const isCurrent = (): boolean => running.get(deviceId)?.link === link
    const { promise: greeting, resolve: greeted } = Promise.withResolvers<SessionEnd | null>()
    const patience = setTimeout(() => greeted(null), GREETING_MS)
    let first: SessionProgress | null = null
    let until: number | null = null
    const session = startSession({
      ...{ link, replica: replicaFor(deviceId), turns, keys, self, nowMs, topics },
      onPeer: (peer) => {
        greeted(null)
        if (isCurrent()) note(deviceId, { peer })
      },
      onProgress: (progress) => {
        first ??= progress
        if (isCurrent()) noteProgress(deviceId, progress, first)
      },
      onTurnedAway: (ms) => {
        until = nowMs() + ms
      },
      onEnd: (end, detail, error) => {
        clearTimeout(patience)
        greeted(end)
        if (end === 'bad_message') bad.note(deviceId)
        if (!isCurrent()) return
        running.delete(deviceId)
        noteEnd(deviceId, { end, detail, until }, error)
      },
    })
    running.set(deviceId, { link, session })
    greetings.set(deviceId, greeting)
    note(deviceId, { isOpen: true, address: link.remote.address, side: link.side })
  }

  const drop = (deviceId: string): void => {
    running.get(deviceId)?.session.close('removed')
    known.delete(deviceId)
    greetings.delete(deviceId)
    onChange()
  }

  return {
    take,
    drop,
    giveUp: (deviceId) => running.get(deviceId)?.session.close('closing'),
    isConnected: (deviceId) => running.has(deviceId),
    greeting: async (deviceId) => (await greetings.get(deviceId)) ?? null,
    isShunned,
    forgive: (deviceId) => {
      bad.lift(deviceId)
      onChange()
    },
    all: () => [...known.values()].map((one) => ({ ...one, shunnedUntil: bad.until(one.deviceId) })),
    close: async () => {
      const sessions = [...running.values()].map(({ session }) => session)
      for (const session of sessions) session.close('closing')
      await Promise.all(sessions.map(({ ended }) => ended))
    },
  }
}

/** What waits in the direction in which a talk that ended so could not go on: what the other side refused, or could not take, is still to be sent. */
const heldUp = ({ end }: Trouble, { toSend, toTake }: SessionProgress): number => {
  // It speaks to this machine again.
  if (end === 'turned_away') return 0
  return end === 'not_taken' || end === 'trouble' ? toSend : toTake
}
