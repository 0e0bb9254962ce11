// A link in memory: on this side a machine that talks as the program does, on the other somebody who may say any bytes and hears what is answered.
import { createHmac } from 'node:crypto'
import { duplexPair } from 'node:stream'
import { type Frame, frameReader, headOf } from '#main/net/frames.ts'
import { FRAME_BYTES } from '#main/net/limits.ts'
import type { Link, LinkFacts } from '#main/net/link.ts'
import { openLink } from '#main/net/open-link.ts'
import { encodeMessage, messageTypes, time, timeReply } from '#main/sync/messages.ts'
import type { SessionEnd } from '#main/sync/topic.ts'
import { type Desk, PORT } from './desk.ts'
import type { Said } from './spoiled.ts'

const EXPORTER = Buffer.alloc(32, 7)
/** A word that is neither answered nor refused by then hangs. */
const PATIENCE_MS = 20_000

export interface Ending {
  readonly end: SessionEnd
  readonly detail: string | null
}

export interface Conversation {
  readonly say: (said: Said) => void
  /** The newest of a type that the machine said. */
  readonly heard: (type: number) => Frame | undefined
  readonly isWelcome: () => boolean
  /** By how much the machine takes the other clock to be ahead. */
  readonly aheadMs: () => number
  readonly ending: () => Ending | null
  /** False: the conversation ended before. */
  readonly until: (isThere: () => boolean) => Promise<boolean>
  /** All that was said until now is dealt with. False: the conversation ended before. */
  readonly settled: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export const factsOf = (own: Desk, other: Pick<Desk, 'identity'>, side: Link['side']): LinkFacts => ({
  ...{ ownId: own.identity.deviceId, deviceId: other.identity.deviceId, side, exporter: EXPORTER },
  ...{ remote: { address: '127.0.0.1', port: PORT + 1 }, local: { address: '127.0.0.1', port: PORT } },
})

/** The proof of whoever is on the other side of a link that is `side` here, in hex. */
export const proofFor = (key: string, side: Link['side']): string =>
  createHmac('sha256', Buffer.from(key, 'hex'))
    .update('kith-sync/1 ')
    .update(side === 'dialled' ? 'accepted' : 'dialled')
    .update(EXPORTER)
    .digest('hex')

const everyType = new Map(Array.from({ length: 256 }, (_, type) => [type, FRAME_BYTES] as const))
let questions = 0

export const beginConversation = (desk: Desk, wild: Pick<Desk, 'identity'>, side: Link['side']): Conversation => {
  const [inside, outside] = duplexPair()
  const link = openLink(inside, factsOf(desk, wild, side))
  const newest = new Map<number, Frame>()
  const reader = frameReader()
  let [isWelcome, answered, aheadMs] = [false, 0, 0]
  let ending: Ending | null = null
  let wake = (): void => undefined

  outside.on('error', () => outside.destroy())
  outside.on('end', () => outside.end())
  outside.on('data', (chunk: Buffer) => {
    reader.push(chunk)
    for (let frame = reader.next(everyType); frame; frame = reader.next(everyType)) {
      newest.set(frame.type, frame)
      if (frame.type === messageTypes.timeReply) answered = timeReply.parse(JSON.parse(frame.payload.toString())).asked
    }
    wake()
  })
  const session = desk.talk(link, {
    onPeer: () => {
      isWelcome = true
      wake()
    },
    onProgress: (progress) => (aheadMs = progress.clockAheadMs ?? 0),
    onEnd: (end, detail) => {
      ending = { end, detail }
      wake()
    },
  })

  const say = ({ type, payload }: Said): void => {
    if (outside.writableEnded || outside.destroyed) return
    outside.write(Buffer.concat([headOf(type, payload.length), payload]))
  }
  const until: Conversation['until'] = async (isThere) => {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>()
    const patience = setTimeout(() => reject(new Error('It neither answers nor ends the conversation.')), PATIENCE_MS)
    wake = () => {
      if (isThere()) resolve(true)
      else if (ending) resolve(false)
    }
    wake()
    return promise.finally(() => clearTimeout(patience))
  }

  return {
    ...{ say, until },
    heard: (type) => newest.get(type),
    isWelcome: () => isWelcome,
    aheadMs: () => aheadMs,
    ending: () => ending,
    settled: () => {
      const question = (questions += 1)
      say({ type: messageTypes.time, payload: encodeMessage(time.parse({ asked: question })) })
      return until(() => answered === question)
    },
    close: async () => {
      session.close('closing')
      await session.ended
      inside.destroy()
      outside.destroy()
      await link.closed
    },
  }
}

/** Two machines of the office talk until neither lacks anything. Throws if that does not come to pass. */
export const talkInPeace = async (one: Desk, other: Desk): Promise<void> => {
  const [near, far] = duplexPair()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const patience = setTimeout(() => reject(new Error('They do not come to have the same.')), PATIENCE_MS)
  const endings: string[] = []
  const both = [
    [one, other, near, 'dialled'],
    [other, one, far, 'accepted'],
  ] as const
  const sessions = both.map(([desk, peer, stream, side]) =>
    desk.talk(openLink(stream, factsOf(desk, peer, side)), {
      onPeer: () => undefined,
      onProgress: () => isSame(one, other) && resolve(),
      onEnd: (end, detail) => {
        endings.push(`${end}: ${detail}`)
        reject(new Error(`The conversation with an honest machine ended: ${endings.join()}`))
      },
    }),
  )
  try {
    await promise
  } finally {
    clearTimeout(patience)
    sessions[0]?.close('closing')
    await Promise.all(sessions.map(({ ended }) => ended))
  }
}

const isSame = (one: Desk, other: Desk): boolean => {
  const [ours, theirs] = [one.writer().outgoing.vector(), other.writer().outgoing.vector()]
  return ours.size === theirs.size && [...ours].every(([origin, seq]) => theirs.get(origin) === seq)
}
