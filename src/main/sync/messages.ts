// What two machines of an office say to each other over a link. All but change sets is JSON, small, and checked before it is believed.
import { z } from 'zod'
import type { Frame, FrameLimits } from '#main/net/frames.ts'
import { FRAME_BYTES } from '#main/net/limits.ts'
import { MOST_KEYS } from './key-ring.ts'

/** Permanent numbers. Topics of their own files have: 32–39 presence, 40–47 attachments, 48–51 digests, 52–55 keys, 56–59 addresses, 60–63 dialling back. */
export const messageTypes = {
  hello: 16,
  time: 17,
  timeReply: 18,
  holdings: 19,
  batch: 20,
  ack: 21,
  bye: 22,
  origins: 23,
  chainsAsk: 27,
  chains: 25,
  lookAgain: 26,
  batchPart: 24,
} as const

const KILO = 1024
/** As much of a chain as is compared: 8 bytes in hex. */
export const CHAIN_DIGITS = 16
export const origin = z.string().regex(/^[0-9a-f]{32}$/u)
export const seq = z
  .int()
  .min(0)
  .max(2 ** 36)
const said = (length: number) => z.string().max(length)
/** One word of another machine as a log may say it: what an honest one says stays as it is. */
export const plainWord = (word: string): string => word.slice(0, 40).replace(/[^\w.+-]+/gu, '?')
/** A version of Kith. */
export const appVersion = said(40).overwrite(plainWord)
/** What people read stays on its line. */
const nameLine = said(200).overwrite((name) => name.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))
/** By origin: its machine in words, and who vouches for that. */
const origins = z.array(z.tuple([origin, z.object({ device: said(200), introduction: said(1000).nullable() })])).max(5000)
/** Enough for every incarnation that an office of fifty machines will ever have. */
const vector = z.array(z.tuple([origin, seq])).max(5000)

export const hello = z.object({
  /** The newest protocol that is spoken, and the oldest. */
  protocol: z.int().min(1),
  oldest: z.int().min(1),
  app: appVersion,
  schema: z.int().min(1),
  name: nameLine,
  /** Hex of an HMAC over the channel with each key of the office that it has, the one in use first. One that both have is enough. */
  proofs: z
    .array(z.string().regex(/^[0-9a-f]{64}$/u))
    .min(1)
    .max(MOST_KEYS),
  /** What it can talk about. */
  topics: z.array(said(40)).max(100),
})
export type Hello = z.infer<typeof hello>

/** ms since 1970, as far as a date goes: two of them can be told apart exactly. */
const moment = z.number().min(0).max(8.64e15)
export const time = z.object({ asked: moment })
export const timeReply = z.object({ asked: moment, answered: moment })

export const holdingsMessage = z.object({
  vector,
  /** By origin: the beginning of the newest set's chain. */
  heads: z.array(z.tuple([origin, said(CHAIN_DIGITS)])).max(5000),
  origins,
  ownOrigin: origin,
})

/** Origins that came to be known since: those of the next batch are among them. */
export const originsMessage = z.object({ origins })

/** Taken and on the disk: so many batches since the last word. */
export const ack = z.object({ batches: z.int().min(1).max(1000), vector })

const MOST_LEFT_ALONE_MS = 86_400_000

export const byeReasons = ['closing', 'other_workspace', 'other_version', 'bad_change_set', 'fork', 'removed', 'trouble'] as const
export type ByeReason = (typeof byeReasons)[number]
export const bye = z.object({
  /** One that a later version knows means that the two are of different versions. */
  reason: z
    .string()
    .max(40)
    .transform((said): ByeReason => byeReasons.find((one) => one === said) ?? 'other_version'),
  /**
   * With `bad_change_set`: the other side is not spoken to for so long, because it kept sending what it may not. Not a reason of its own, for a version
   * that does not know one takes it for a broken message.
   */
  leftAloneMs: z.int().min(1).max(MOST_LEFT_ALONE_MS).optional(),
})

/** Of what is said before and after all topics. */
export const greetingLimits: FrameLimits = new Map<number, number>([
  [messageTypes.hello, 12 * KILO],
  [messageTypes.bye, KILO],
])
export const timeLimits: FrameLimits = new Map<number, number>([
  [messageTypes.time, KILO],
  [messageTypes.timeReply, KILO],
])
export const exchangeLimits: FrameLimits = new Map<number, number>([
  [messageTypes.holdings, FRAME_BYTES],
  [messageTypes.batch, FRAME_BYTES],
  // The beginning of a batch that is longer than a frame: one row of very much text.
  [messageTypes.batchPart, FRAME_BYTES],
  [messageTypes.ack, FRAME_BYTES],
  [messageTypes.origins, FRAME_BYTES],
  [messageTypes.chainsAsk, 4 * KILO],
  [messageTypes.chains, 4 * KILO],
  [messageTypes.lookAgain, KILO],
])

export const encodeMessage = (message: unknown): Buffer => Buffer.from(JSON.stringify(message))

/** The content of a frame; null where no honest machine would have sent it. */
export const readMessage = <Schema extends z.ZodType>(schema: Schema, { payload }: Frame): z.infer<Schema> | null => {
  try {
    return schema.parse(JSON.parse(payload.toString('utf8')))
  } catch {
    return null
  }
}
