// Asks the machine on the other side to try whether it can call this one: half of the connection test. It tries the address that the link comes from and
// no other, so that nobody can be made to knock elsewhere.
import { z } from 'zod'
import { type TryAddress, tryAddress } from '#main/net/dial-attempt.ts'
import { readMessage } from './messages.ts'
import type { Topic } from './topic.ts'

const types = { ask: 60, answer: 61 } as const
const MOST_BYTES = 200
/** Longer than a try takes. */
const PATIENCE_MS = 6_000

const ask = z.object({ port: z.int().min(1).max(65_535) })
const answer = z.object({ isReached: z.boolean() })

export interface DialBack {
  readonly topic: Topic
  /** Null: there is no conversation with it, it does not know how, or it does not answer in time. */
  readonly ask: (deviceId: string) => Promise<boolean | null>
}

type Answered = (isReached: boolean | null) => void

/** `port`: where this machine listens. */
export const createDialBack = (port: () => number, tries: TryAddress = tryAddress): DialBack => {
  const asks = new Map<string, (answered: Answered) => void>()

  const topic: Topic = {
    name: 'dial-back',
    limits: new Map([
      [types.ask, MOST_BYTES],
      [types.answer, MOST_BYTES],
    ]),
    begin: ({ facts, say, refuse, aside }) => {
      let isTrying = false
      const waiting = new Set<Answered>()
      const resolveAll = (isReached: boolean | null): void => {
        for (const answered of waiting) answered(isReached)
        waiting.clear()
      }
      const own = (answered: Answered): void => {
        waiting.add(answered)
        if (waiting.size === 1) say(types.ask, { port: port() })
      }
      asks.set(facts.deviceId, own)

      const tryIt = async (asked: number): Promise<void> => {
        isTrying = true
        const outcome = await tries({ host: facts.remote.address, port: asked })
        isTrying = false
        say(types.answer, { isReached: outcome === 'reached' })
      }
      return {
        hear: (frame) => {
          if (frame.type === types.answer) {
            const said = readMessage(answer, frame)
            return said ? resolveAll(said.isReached) : refuse('dial-back')
          }
          const said = readMessage(ask, frame)
          if (!said) return refuse('dial-back')
          // One at a time: nobody is made to knock often.
          if (!isTrying) aside(tryIt(said.port))
        },
        end: () => {
          if (asks.get(facts.deviceId) === own) asks.delete(facts.deviceId)
          resolveAll(null)
        },
      }
    },
  }

  return {
    topic,
    ask: (deviceId) =>
      new Promise((resolve) => {
        const begin = asks.get(deviceId)
        if (!begin) return resolve(null)
        const patience = setTimeout(() => resolve(null), PATIENCE_MS)
        begin((isReached) => {
          clearTimeout(patience)
          resolve(isReached)
        })
      }),
  }
}
