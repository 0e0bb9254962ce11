// What two machines tell each other of the rest of the office: where each was reached, when it was last heard, and how much it held then. So a machine
// learns of others that it never heard, and knows how the whole office stands though it talks to a few. Ages are told, no times: clocks differ.
import { z } from 'zod'
import { isHost } from '#main/net/addresses.ts'
import type { LinkFacts } from '#main/net/link.ts'
import { appVersion, readMessage } from './messages.ts'
import type { Topic } from './topic.ts'

const OTHERS = 56
const MOST_BYTES = 256 * 1024
const MOST_OTHERS = 128
/** A hundred years: whoever was heard longer ago was heard so long ago. */
export const MOST_AGO_MS = 100 * 365 * 86_400_000
const SAY_EVERY_MS = 30_000
/** What is new may wait so long for what else is new. */
const SAY_AFTER_MS = 500

/** Over the removals that a machine has heard of, see `coverOf`; null: not known. An older Kith says none. */
const removals = z
  .string()
  .regex(/^[0-9a-f]{64}$/u)
  .nullable()
  .default(null)

const other = z.object({
  deviceId: z.string().regex(/^[0-9a-f]{64}$/u),
  addresses: z.array(z.object({ host: z.string().max(300).refine(isHost), port: z.int().min(1).max(65_535) })).max(8),
  /** Null: never. */
  heardAgoMs: z.int().min(0).max(MOST_AGO_MS).nullable(),
  /** Change sets in all, of every origin. */
  held: z.int().min(0).nullable(),
  app: appVersion.nullable(),
  removals,
})
export type Other = z.infer<typeof other>

const othersMessage = z.object({
  /** Where the machine that says it listens. */
  port: z.int().min(1).max(65_535),
  /** Of the machine that says it. */
  removals,
  others: z.array(other).max(MOST_OTHERS),
})
export type OthersMessage = z.infer<typeof othersMessage>

export interface OthersOptions {
  /** What this machine would say now. */
  readonly known: () => OthersMessage
  readonly onTold: (facts: LinkFacts, told: OthersMessage) => void
}

export interface Others {
  readonly topic: Topic
  /** Something of it is new. */
  readonly tell: () => void
  readonly close: () => void
}

export const createOthers = ({ known, onTold }: OthersOptions): Others => {
  const listeners = new Set<() => void>()
  const tellAll = (): void => listeners.forEach((say) => say())
  const repeating = setInterval(tellAll, SAY_EVERY_MS)
  let telling: NodeJS.Timeout | undefined

  const topic: Topic = {
    name: 'others',
    limits: new Map([[OTHERS, MOST_BYTES]]),
    begin: ({ facts, say, refuse }) => {
      const sayIt = (): void => {
        const { others, ...own } = known()
        say(OTHERS, { ...own, others: others.filter(({ deviceId }) => deviceId !== facts.deviceId).slice(0, MOST_OTHERS) })
      }
      listeners.add(sayIt)
      sayIt()
      return {
        hear: (frame) => {
          const told = readMessage(othersMessage, frame)
          return told ? onTold(facts, told) : refuse('others')
        },
        end: () => void listeners.delete(sayIt),
      }
    },
  }
  return {
    topic,
    tell: () => {
      telling ??= setTimeout(() => {
        telling = undefined
        tellAll()
      }, SAY_AFTER_MS)
    },
    close: () => {
      clearInterval(repeating)
      clearTimeout(telling)
    },
  }
}
