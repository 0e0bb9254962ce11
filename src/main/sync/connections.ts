// Which machines of the office this one talks to. There is one conversation between two machines at a time; where both called at once, both keep
// the same one.
import type { DeviceIdentity } from '#main/net/certificate.ts'
import type { Link } from '#main/net/link.ts'
import { quarantine } from '#main/net/quarantine.ts'
import type { Replica } from './replica.ts'
import { type Peer, type Session, type SessionOptions, type SessionProgress, startSession } from './session.ts'
import type { SessionEnd, Topic } from './topic.ts'

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
  /** How the last talk ended, unless it was in peace. */
  readonly trouble: { readonly end: SessionEnd; readonly detail: string | null } | null
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
}

export interface Connections {
  /** Begins to talk over a link, unless there is a better one already. */
  readonly take: (link: Link) => void
  readonly isConnected: (deviceId: string) => boolean
  /** It is not spoken to now, because it kept sending what it may not. */
  readonly isShunned: (deviceId: string) => boolean
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
  const { identity, replica, keys, self, nowMs, onChange, topics = [] } = options
  const running = new Map<string, Running>()
  const known = new Map<string, Connection>()
  const bad = quarantine(nowMs)

  const note = (deviceId: string, news: Partial<Connection>): void => {
    const before = known.get(deviceId) ?? {
      ...{ deviceId, isOpen: false, peer: null, progress: null, toTakeInAll: 0, side: null },
      ...{ heardAt: nowMs(), address: '', trouble: null },
    }
    known.set(deviceId, { ...before, ...news, heardAt: nowMs() })
    onChange()
  }

  const noteProgress = (deviceId: string, progress: SessionProgress): void => {
    const { toTake } = progress
    const before = known.get(deviceId)?.toTakeInAll ?? 0
    note(deviceId, { progress, toTakeInAll: toTake === 0 ? 0 : Math.max(before, toTake) })
  }

  /** The link that the machine with the smaller name dialled is kept. */
  const isBetter = (link: Link): boolean => (link.side === 'dialled') === identity.deviceId < link.deviceId

  const take = (link: Link): void => {
    const { deviceId } = link
    const before = running.get(deviceId)
    if (before && !isBetter(link)) return link.close()
    if (before) before.session.close('closing')
    const isCurrent = (): boolean => running.get(deviceId)?.link === link
    const session = startSession({
      ...{ link, replica, keys, self, nowMs, topics },
      onPeer: (peer) => isCurrent() && note(deviceId, { peer }),
      onProgress: (progress) => isCurrent() && noteProgress(deviceId, progress),
      onEnd: (end, detail) => {
        if (end === 'bad_message') bad.note(deviceId)
        if (!isCurrent()) return
        running.delete(deviceId)
        const isPeaceful = end === 'closing' || end === 'link'
        note(deviceId, { isOpen: false, trouble: isPeaceful ? null : { end, detail } })
      },
    })
    running.set(deviceId, { link, session })
    note(deviceId, { isOpen: true, address: link.remote.address, side: link.side, trouble: null })
  }

  const drop = (deviceId: string): void => {
    running.get(deviceId)?.session.close('removed')
    known.delete(deviceId)
    onChange()
  }

  return {
    take,
    drop,
    giveUp: (deviceId) => running.get(deviceId)?.session.close('closing'),
    isConnected: (deviceId) => running.has(deviceId),
    isShunned: (deviceId) => bad.until(deviceId) !== null,
    all: () => [...known.values()],
    close: async () => {
      const sessions = [...running.values()].map(({ session }) => session)
      for (const session of sessions) session.close('closing')
      await Promise.all(sessions.map(({ ended }) => ended))
    },
  }
}
