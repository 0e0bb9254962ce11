// Who has which record open on machines that this one does not talk to, as those between tell it. Each machine numbers what it says, so of two words
// about one machine it is known which is newer, whatever way they came; how old it is travels along, since clocks differ, and how far it came.
import { z } from 'zod'
import type { FrameLimits } from '#main/net/frames.ts'
import { readMessage } from './messages.ts'
import { FORGET_MS, type Opened, opened, PRESENCE_BYTES } from './opened.ts'
import type { Topic } from './topic.ts'

const ELSEWHERE = 33
const limits: FrameLimits = new Map([[ELSEWHERE, PRESENCE_BYTES]])

/** So many pass it on. No two machines of an office are farther apart (docs/decisions/0037). */
const MOST_HOPS = 6
/** Of one machine, the newest. */
const MOST_RELAYED = 5
const MOST_MACHINES = 128
const MACHINES_A_MESSAGE = 20
/** What is new may wait so long for what else is new. */
const TELL_AFTER_MS = 200

const statement = z.object({
  deviceId: z.string().regex(/^[0-9a-f]{64}$/u),
  said: z.int().min(1),
  agoMs: z.int().min(0),
  /** How many machines passed it on to be heard by whoever reads this: 1 of the one that was told by the machine itself. */
  hops: z.int().min(1).max(MOST_HOPS),
  open: z.array(opened).max(MOST_RELAYED),
})
const message = z.object({ elsewhere: z.array(statement).max(MACHINES_A_MESSAGE) })
type Statement = z.infer<typeof statement>

interface Known {
  readonly said: number
  /** ms, by the clock of this machine. */
  readonly saidAt: number
  /** 0: the machine itself told it. */
  readonly hops: number
  readonly from: string
  readonly open: readonly Opened[]
}

export interface PresenceRelay {
  readonly topic: Topic
  /** A machine that this one talks to said it. `said`: the number of its word. */
  readonly heard: (deviceId: string, said: number, open: readonly Opened[]) => void
  /** It is not talked to any more. */
  readonly left: (deviceId: string) => void
  /** Of each machine, those that are talked to among them. */
  readonly all: () => ReadonlyMap<string, readonly Opened[]>
  /** Forgets what was not said again. True: somebody is gone with it. */
  readonly forgetOld: () => boolean
  readonly close: () => void
}

export interface PresenceRelayOptions {
  readonly nowMs: () => number
  readonly isTalkedTo: (deviceId: string) => boolean
  readonly onChange: () => void
}

export const createPresenceRelay = ({ nowMs, isTalkedTo, onChange }: PresenceRelayOptions): PresenceRelay => {
  const known = new Map<string, Known>()
  const listeners = new Map<string, (deviceIds: Iterable<string>) => void>()
  let due = new Set<string>()
  let telling: NodeJS.Timeout | undefined

  const isOld = ({ saidAt }: Known): boolean => nowMs() - saidAt >= FORGET_MS
  const keep = (deviceId: string, one: Known): void => {
    if (!known.has(deviceId) && known.size >= MOST_MACHINES) return
    known.set(deviceId, one)
    due.add(deviceId)
    telling ??= setTimeout(() => {
      telling = undefined
      const news = due
      due = new Set()
      for (const tell of listeners.values()) tell(news)
    }, TELL_AFTER_MS)
  }

  /** True: what others see is different. */
  const take = (from: string, { deviceId, said, agoMs, hops, open }: Statement): boolean => {
    const before = known.get(deviceId)
    // A machine tells of itself better than others do.
    if (isTalkedTo(deviceId) || (before && before.said >= said) || agoMs >= FORGET_MS) return false
    keep(deviceId, { said, saidAt: nowMs() - agoMs, hops, from, open })
    return JSON.stringify(before?.open ?? []) !== JSON.stringify(open)
  }

  const topic: Topic = {
    name: 'presence-elsewhere',
    limits,
    begin: (talk) => {
      const { ownId, deviceId: to } = talk.facts
      const tell = (deviceIds: Iterable<string>): void => {
        const told = [...deviceIds].flatMap((deviceId): Statement[] => {
          const one = known.get(deviceId)
          if (!one || isOld(one) || one.hops >= MOST_HOPS || deviceId === to || one.from === to) return []
          const { said, saidAt, hops, open } = one
          return [{ deviceId, said, agoMs: Math.max(0, Math.round(nowMs() - saidAt)), hops: hops + 1, open: [...open] }]
        })
        for (let at = 0; at < told.length; at += MACHINES_A_MESSAGE)
          talk.say(ELSEWHERE, { elsewhere: told.slice(at, at + MACHINES_A_MESSAGE) } satisfies z.infer<typeof message>)
      }
      listeners.set(to, tell)
      tell(known.keys())
      return {
        hear: (frame) => {
          const heard = readMessage(message, frame)
          if (!heard) return talk.refuse('elsewhere')
          const news = heard.elsewhere.filter(({ deviceId }) => deviceId !== ownId).filter((one) => take(to, one))
          if (news.length > 0) onChange()
        },
        end: () => {
          if (listeners.get(to) === tell) listeners.delete(to)
        },
      }
    },
  }

  return {
    topic,
    heard: (deviceId, said, open) => {
      // One of an older Kith does not number its words.
      if (said > 0) keep(deviceId, { said, saidAt: nowMs(), hops: 0, from: deviceId, open: open.slice(-MOST_RELAYED) })
    },
    left: (deviceId) => {
      const before = known.get(deviceId)
      // Its number stays, so that nobody brings back what it said.
      if (before) known.set(deviceId, { ...before, open: [] })
    },
    all: () => new Map([...known].filter(([, one]) => !isOld(one)).map(([deviceId, { open }]) => [deviceId, open])),
    forgetOld: () => {
      const old = [...known].filter(([, one]) => isOld(one))
      for (const [deviceId] of old) known.delete(deviceId)
      return old.some(([, { open }]) => open.length > 0)
    },
    close: () => clearTimeout(telling),
  }
}
