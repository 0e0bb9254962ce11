// The frames of a pairing: each side says one, hears one, and nothing else may come. It ends in time, and a refusal says why.
import type { ZodType } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { ABOUT_BYTES, FRAME_BYTES } from './limits.ts'
import { type Link, LinkError } from './link.ts'
import { PairingError, type PairingReason } from './pairing-error.ts'

const types = { start: 16, answer: 17, proof: 18, confirm: 19, about: 20, welcome: 21, done: 22 } as const
const REFUSED = 23
export type Word = keyof typeof types

/** The most bytes of each. */
const sizes: Readonly<Record<Word, number>> = {
  start: 64,
  answer: 32,
  proof: 80,
  confirm: 64,
  about: ABOUT_BYTES,
  welcome: FRAME_BYTES,
  done: 0,
}

/** What the inviting side says when it refuses. The numbers stay as they are for ever. */
const refusals = {
  ...{ wrong_code: 1, code_dead: 2, no_invitation: 3, other_version: 4, declined: 5 },
  ...{ expired: 6, withdrawn: 7, used: 8 },
} as const
export type Refused = keyof typeof refusals

export interface Talk {
  readonly say: (word: Word, payload?: Uint8Array) => void
  readonly sayJson: (word: Word, value: unknown) => void
  /** Throws a PairingError: the refusal of the other side, `interrupted` or `too_slow`; an AppError `cancelled` where it was given up. */
  readonly hear: (word: Word) => Promise<Buffer>
  /** Throws a PairingError `other_version` for what the schema does not know. */
  readonly hearJson: <T>(word: Word, schema: ZodType<T>) => Promise<T>
  /** Tells the other side why not, and ends the link. What to throw here. */
  readonly refuse: (reason: Refused, triesLeft?: number) => PairingError
  /** The link's time is no longer counted, and it cannot be given up any more. */
  readonly end: () => void
}

/** Whoever aborts `signal` gives it up. */
export const openTalk = (link: Link, ms: number, signal?: AbortSignal): Talk => {
  let isTooSlow = false
  const stop = (): void => link.abort('closed')
  const patience = setTimeout(() => {
    isTooSlow = true
    stop()
  }, ms)
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop)

  const hear = async (word: Word): Promise<Buffer> => {
    const limits = new Map<number, number>([
      [types[word], sizes[word]],
      [REFUSED, 2],
    ])
    try {
      const { type, payload } = await link.receive(limits)
      if (type === types[word]) return payload
      const [reason, tries = 0] = payload
      throw new PairingError(refusalOf(reason), { tries })
    } catch (error) {
      if (!(error instanceof LinkError)) throw error
      if (signal?.aborted) throw new AppError('cancelled', 'errors.cancelled')
      throw new PairingError(isTooSlow ? 'too_slow' : 'interrupted', {}, error)
    }
  }
  const say = (word: Word, payload?: Uint8Array): void => void link.send(types[word], payload)

  return {
    say,
    sayJson: (word, value) => say(word, Buffer.from(JSON.stringify(value))),
    hear,
    hearJson: async (word, schema) => {
      const { data, error } = schema.safeParse(jsonOf(await hear(word)))
      if (data === undefined) throw new PairingError('other_version', {}, error)
      return data
    },
    refuse: (reason, triesLeft = 0) => {
      link.send(REFUSED, Buffer.from([refusals[reason], triesLeft]))
      link.close()
      return new PairingError(reason, { tries: triesLeft })
    },
    end: () => {
      clearTimeout(patience)
      signal?.removeEventListener('abort', stop)
    },
  }
}

const refusalOf = (number: number | undefined): PairingReason => {
  for (const [reason, known] of Object.entries(refusals)) if (known === number) return reason as Refused // A key of the table.
  return 'interrupted'
}

/** Undefined where it is no JSON: no schema of ours takes that. */
const jsonOf = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
