// Who has which record open. Each machine tells the machines that it talks to, all of it each time; nothing is kept: what a machine says of itself is
// forgotten with the conversation, or when it is not said again. To machines farther away it is passed on by `presence-relay.ts`.
import { z } from 'zod'
import type { FrameLimits } from '#main/net/frames.ts'
import { readMessage } from './messages.ts'
import { FORGET_MS, type Opened, opened, PRESENCE_BYTES } from './opened.ts'
import { createPresenceRelay } from './presence-relay.ts'
import type { Topic } from './topic.ts'

const types = { open: 32 } as const
const limits: FrameLimits = new Map([[types.open, PRESENCE_BYTES]])

/** Said again so often. */
const SAY_EVERY_MS = 30_000
/** Of one machine; of more, the newest. */
const MOST_OPEN = 100

/** `said`: grows with each word of this machine, over restarts too; 0: it does not say. */
const openMessage = z.object({ open: z.array(opened).max(MOST_OPEN), said: z.int().min(0).default(0) })

export interface PresenceOptions {
  readonly nowMs: () => number
  /** Somebody came or left. */
  readonly onChange: () => void
}

export interface Presence {
  readonly topics: readonly Topic[]
  /** What people of this machine have open, the newest last. */
  readonly show: (open: readonly Opened[]) => void
  /** Who has it open elsewhere, and on which machine. */
  readonly others: (entity: string, id: string) => readonly { readonly deviceId: string; readonly person: Opened['person'] }[]
  readonly close: () => void
}

interface Peer {
  readonly say: () => void
  open: readonly Opened[]
  heardAt: number
}

export const createPresence = ({ nowMs, onChange }: PresenceOptions): Presence => {
  const peers = new Map<string, Peer>()
  let own: readonly Opened[] = []
  let said = 0
  const relay = createPresenceRelay({ nowMs, isTalkedTo: (deviceId) => peers.has(deviceId), onChange })

  const sayAll = (): void => {
    said = Math.max(Math.floor(nowMs()), said + 1)
    peers.forEach(({ say }) => say())
  }
  const renewals = setInterval(() => {
    if (own.length > 0) sayAll()
    const late = [...peers.values()].filter(({ open, heardAt }) => open.length > 0 && nowMs() - heardAt > FORGET_MS)
    for (const peer of late) peer.open = []
    const isSomebodyGone = relay.forgetOld()
    if (late.length > 0 || isSomebodyGone) onChange()
  }, SAY_EVERY_MS)

  const topic: Topic = {
    name: 'presence',
    limits,
    begin: (talk) => {
      const { deviceId } = talk.facts
      const peer: Peer = { say: () => talk.say(types.open, { open: own, said }), open: [], heardAt: nowMs() }
      peers.set(deviceId, peer)
      if (own.length > 0) peer.say()
      return {
        hear: (frame) => {
          const heard = readMessage(openMessage, frame)
          if (!heard) return talk.refuse('open')
          const isNews = JSON.stringify(heard.open) !== JSON.stringify(peer.open)
          peer.open = heard.open
          peer.heardAt = nowMs()
          relay.heard(deviceId, heard.said, heard.open)
          if (isNews) onChange()
        },
        end: () => {
          if (peers.get(deviceId) !== peer) return
          peers.delete(deviceId)
          relay.left(deviceId)
          if (peer.open.length > 0) onChange()
        },
      }
    },
  }

  return {
    topics: [topic, relay.topic],
    show: (open) => {
      own = open.slice(-MOST_OPEN)
      sayAll()
    },
    others: (entity, id) => {
      const near = [...peers].map(
        ([deviceId, { open, heardAt }]) => [deviceId, nowMs() - heardAt > FORGET_MS ? [] : open] as const,
      )
      return [...new Map([...relay.all(), ...near])].flatMap(([deviceId, open]) =>
        open.filter((one) => one.entity === entity && one.id === id).map(({ person }) => ({ deviceId, person })),
      )
    },
    close: () => {
      clearInterval(renewals)
      relay.close()
    },
  }
}
