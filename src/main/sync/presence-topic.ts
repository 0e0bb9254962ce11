// Who has which record open. Each machine tells the machines that it talks to, all of it each time; nothing is kept, and nobody passes it on: what a
// machine says of itself is forgotten with the conversation, or when it is not said again.
import { z } from 'zod'
import type { FrameLimits } from '#main/net/frames.ts'
import { readMessage } from './messages.ts'
import type { Topic } from './topic.ts'

const types = { open: 32 } as const
const limits: FrameLimits = new Map([[types.open, 64 * 1024]])

/** Said again so often, and forgotten after that time without a word. */
const SAY_EVERY_MS = 30_000
const FORGET_MS = 75_000
/** Of one machine; of more, the newest. */
const MOST_OPEN = 100

const opened = z.object({
  entity: z.string().min(1).max(40),
  id: z.string().min(1).max(100),
  person: z.object({ id: z.string().min(1).max(100), name: z.string().max(200) }),
})
/** A record that a person has open. */
export type Opened = z.infer<typeof opened>
const openMessage = z.object({ open: z.array(opened).max(MOST_OPEN) })

export interface PresenceOptions {
  readonly nowMs: () => number
  /** Somebody came or left. */
  readonly onChange: () => void
}

export interface Presence {
  readonly topic: Topic
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

  const sayAll = (): void => peers.forEach(({ say }) => say())
  const renewals = setInterval(() => {
    if (own.length > 0) sayAll()
    const late = [...peers.values()].filter(({ open, heardAt }) => open.length > 0 && nowMs() - heardAt > FORGET_MS)
    for (const peer of late) peer.open = []
    if (late.length > 0) onChange()
  }, SAY_EVERY_MS)

  const topic: Topic = {
    name: 'presence',
    limits,
    begin: (talk) => {
      const { deviceId } = talk.facts
      const peer: Peer = { say: () => talk.say(types.open, { open: own }), open: [], heardAt: nowMs() }
      peers.set(deviceId, peer)
      if (own.length > 0) peer.say()
      return {
        hear: (frame) => {
          const said = readMessage(openMessage, frame)
          if (!said) return talk.refuse('open')
          const isNews = JSON.stringify(said.open) !== JSON.stringify(peer.open)
          peer.open = said.open
          peer.heardAt = nowMs()
          if (isNews) onChange()
        },
        end: () => {
          if (peers.get(deviceId) !== peer) return
          peers.delete(deviceId)
          if (peer.open.length > 0) onChange()
        },
      }
    },
  }

  return {
    topic,
    show: (open) => {
      own = open.slice(-MOST_OPEN)
      sayAll()
    },
    others: (entity, id) =>
      [...peers].flatMap(([deviceId, { open, heardAt }]) =>
        nowMs() - heardAt > FORGET_MS
          ? []
          : open.filter((one) => one.entity === entity && one.id === id).map(({ person }) => ({ deviceId, person })),
      ),
    close: () => clearInterval(renewals),
  }
}
