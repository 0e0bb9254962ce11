// Where two machines hold different change sets under one name: found by comparing chains, which follow from all that came before. Each asks the
// other for some at once, so that a few questions are enough for millions.
import { z } from 'zod'
import type { Frame } from '#main/net/frames.ts'
import { CHAIN_DIGITS, messageTypes, origin, readMessage, seq } from './messages.ts'
import type { Holdings, Replica } from './replica.ts'
import type { TopicTalk } from './topic.ts'

const AT_ONCE = 64

const chain = z.string().max(CHAIN_DIGITS)
export const chainsAsk = z.object({ originHex: origin, seqs: z.array(seq).min(1).max(AT_ONCE) })
export const chainsAnswer = z.object({ originHex: origin, chains: z.array(chain.nullable()).max(AT_ONCE) })
export const lookAgain = z.object({ originHex: origin })

/** What a machine says of itself. */
export type Told = Pick<Holdings, 'vector' | 'heads' | 'ownOrigin'>

/** The origins of which the two hold different things, as far as this one can tell: it sees no further than what it holds itself. */
export const partedOrigins = async (replica: Pick<Replica, 'chains'>, own: Told, told: Told): Promise<string[]> => {
  const both = [...told.vector].filter(([hex, held]) => held > 0 && held <= (own.vector.get(hex) ?? 0))
  const chains = await replica.chains(both)
  return both.flatMap(([hex], index) => (chains[index]?.slice(0, CHAIN_DIGITS) === told.heads.get(hex) ? [] : [hex]))
}

export interface Parting {
  /** How far both hold the same of an origin; no further than `most`. */
  readonly commonOf: (originHex: string, most: number) => Promise<number>
  /** Whether this machine is the one that leaves its way after `common`: all machines that compare these two answer the same. */
  readonly isOursToLeave: (originHex: string, common: number) => Promise<boolean>
  readonly hear: (frame: Frame) => void | Promise<void>
  /** Nobody answers any more. */
  readonly end: () => void
}

export const createParting = (talk: TopicTalk, replica: Replica): Parting => {
  let waiting: PromiseWithResolvers<readonly (string | null)[]> | null = null

  const oursAt = async (originHex: string, seqs: readonly number[]): Promise<(string | null)[]> =>
    (await replica.chains(seqs.map((at) => [originHex, at]))).map((one) => one && one.slice(0, CHAIN_DIGITS))

  const theirsAt = async (originHex: string, seqs: readonly number[]): Promise<readonly (string | null)[]> => {
    // One question at a time.
    await waiting?.promise
    waiting = Promise.withResolvers()
    talk.say(messageTypes.chainsAsk, { originHex, seqs })
    return waiting.promise
  }

  return {
    commonOf: async (originHex, most) => {
      let [same, different] = [0, most + 1]
      while (different - same > 1) {
        const step = Math.max(1, Math.ceil((different - same) / AT_ONCE))
        const seqs: number[] = []
        // The end first in mind: mostly all of it is the same.
        for (let at = different - 1; at > same && seqs.length < AT_ONCE; at -= step) seqs.unshift(at)
        const [ours, theirs] = await Promise.all([oursAt(originHex, seqs), theirsAt(originHex, seqs)])
        for (const [index, at] of seqs.entries()) {
          const isSame = ours[index] !== null && ours[index] === theirs[index]
          if (isSame) same = Math.max(same, at)
          else different = Math.min(different, at)
        }
      }
      return same
    },
    isOursToLeave: async (originHex, common) => {
      const [[ours], [theirs]] = await Promise.all([oursAt(originHex, [common + 1]), theirsAt(originHex, [common + 1])])
      return typeof ours === 'string' && typeof theirs === 'string' && ours < theirs
    },
    hear: async (frame) => {
      if (frame.type === messageTypes.chainsAsk) {
        const said = readMessage(chainsAsk, frame)
        if (!said) return talk.refuse('chains')
        const { originHex, seqs } = said
        return talk.say(messageTypes.chains, { originHex, chains: await oursAt(originHex, seqs) })
      }
      const said = readMessage(chainsAnswer, frame)
      if (!said || !waiting) return talk.refuse('chains')
      const { resolve } = waiting
      waiting = null
      resolve(said.chains)
    },
    end: () => waiting?.resolve([]),
  }
}
